/** The engine over the index MiniSearch builds: all in memory, for small corpora and tests; what others are held to. */
import type { IndexedPassage } from '../model.ts'
import type { Clause, EngineRequest, EngineResult, Hit, SearchEngine } from './engine.ts'
import { evaluate, ones, type Index } from './evaluate.ts'
import { columnsOf, countFacets } from './facets.ts'
import { buildPostings } from './postings.ts'
import { createVocabulary } from './vocabulary.ts'

/** Indexes the passages with MiniSearch and answers from memory. */
export function createMiniSearchEngine(rows: Iterable<IndexedPassage>): SearchEngine {
  const passages = [...rows]
  const postings = buildPostings(passages)
  const lengths = postings.lengths()
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / (passages.length || 1)
  const terms = postings.terms()
  const index: Index = {
    passages,
    postings,
    terms,
    columns: columnsOf(passages),
    relativeLengths: Float64Array.from(lengths, (length) => length / averageLength),
  }
  return {
    name: 'minisearch',
    vocabulary: createVocabulary({
      terms,
      frequencies: Uint32Array.from(terms, (term) => postings.of(term).size),
      passages: passages.length,
      averageLength,
    }),
    search: (request) => Promise.resolve(answer(index, request)),
    close: () => Promise.resolve(),
  }
}

function answer(index: Index, request: EngineRequest): EngineResult {
  const bars = new Map<Clause, number>()
  const { matched, scores } = evaluate({ ...index, bars }, request.clause)
  const { passing, facets } = countFacets(index.columns, ones(matched), request)
  const ordered = passing.toSorted(order(index, request, scores))
  const groups = request.collapse ? collapsed(index, ordered) : ordered.map((passage) => [passage])
  const hits: Hit[] = groups
    .slice(request.offset, request.offset + request.limit)
    .map(([first, ...others]) => ({
      id: index.passages[first!]!.id,
      score: scores[first!]!,
      duplicates: others.map((passage) => index.passages[passage]!.id),
    }))
  return {
    total: groups.length,
    documents: new Set(passing.map((passage) => index.columns.codes.doc[passage])).size,
    hits,
    facets,
    coverage: coverageOf(request.clause, bars),
  }
}

/** Comparator of a sort: unknown years last, then score, then index order. */
function order({ columns }: Index, { sort }: EngineRequest, scores: Float64Array) {
  const relevance = (left: number, right: number) => scores[right]! - scores[left]! || left - right
  if (sort === 'relevance') return relevance
  const unknown = sort === 'year' ? Infinity : -Infinity
  const years = columns.values.year.map((year) => (year === '' ? unknown : Number(year)))
  const yearOf = (passage: number) => years[columns.codes.year[passage]!]!
  const sign = sort === 'year' ? 1 : -1
  return (left: number, right: number) => {
    const [a, b] = [yearOf(left), yearOf(right)]
    return a === b ? relevance(left, right) : sign * (a < b ? -1 : 1)
  }
}

/** Groups of duplicates among the ordered passages, each at the place of its first. */
function collapsed({ columns }: Index, ordered: readonly number[]): number[][] {
  const groups = new Map<number, number[]>()
  for (const passage of ordered) {
    const group = columns.groups[passage]!
    const members = groups.get(group)
    if (members) members.push(passage)
    else groups.set(group, [passage])
  }
  return [...groups.values()]
}

/** The bar of the ranked clause that decides what matches. */
function coverageOf(clause: Clause, bars: ReadonlyMap<Clause, number>): EngineResult['coverage'] {
  if (clause.kind === 'and') {
    const coverages = clause.clauses.map((part) => coverageOf(part, bars))
    return coverages.find((coverage) => coverage.of > 0) ?? { matched: 0, of: 0 }
  }
  if (clause.kind !== 'ranked') return { matched: 0, of: 0 }
  return { matched: bars.get(clause) ?? 0, of: clause.clauses.length }
}
