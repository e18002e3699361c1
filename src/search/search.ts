/** Parameters → answer: the one path that page, API, command line and export take. */
import { analyze, facetsOf as valuesOf, indexPassage } from '../analyze/analyzer.ts'
import type { Clause, EngineRequest, EngineResult, Hit, SearchEngine } from '../engine/engine.ts'
import { facetNames } from '../engine/facets.ts'
import type { Bucket, DocumentRecord, Facet, Passage, PassageId } from '../model.ts'
import type { PassageStore } from '../store/store.ts'
import type { Translator } from '../translate/translate.ts'
import type { AnswerBucket, AnswerResult, Range, SearchAnswer } from './answer.ts'
import { censusOf } from './census.ts'
import { explain } from './explain.ts'
import { helpFor, suggestionsOf } from './help.ts'
import { marksOf, type Mark, type MarkedPassage } from './highlight.ts'
import type { SearchParameters } from './parameters.ts'
import { planQuery, type Plan } from './plan.ts'
import { parseQuery } from './query.ts'
import { noRaise, rerankWindow, reranked, type RankedHit } from './rerank.ts'
import { snippetOf } from './snippet.ts'
import { noticeText } from './warnings.ts'

/** What a search needs of an open index. */
export interface SearchContext {
  readonly store: PassageStore
  readonly engine: SearchEngine
  readonly translator?: Translator | null
}

/** The answer to a search: DESIGN's JSON. Never throws for what a user typed. */
export async function search(
  context: SearchContext,
  parameters: SearchParameters,
): Promise<SearchAnswer> {
  const query = parseQuery(parameters.q)
  const census = await censusOf(context.engine)
  const translator = context.translator ?? null
  const plan = planQuery({ ...parameters, query, census, translator })
  const { result, hits } = await ask(context, parameters, plan)
  const helped = await helpFor(context, parameters, { query, plan, result })
  const notices = [...query.warnings, ...helped.notices]
  const { manifest } = context.store
  return {
    query: {
      q: parameters.q,
      interpretation: plan.interpretation,
      warnings: notices.map(noticeText),
      notices,
      crossTerms: plan.crossTerms,
    },
    corpus: {
      version: manifest.version,
      passages: manifest.passages,
      documents: manifest.documents,
    },
    total: result.total,
    documents: result.documents,
    page: parameters.page,
    perPage: parameters.perPage,
    results: hits.flatMap(
      (hit) => resultOf(context, hit, { plan, explained: parameters.explain }) ?? [],
    ),
    facets: facetsOf(result.facets),
    suggestions: suggestionsOf(helped.alternatives),
    alternatives: helped.alternatives,
  }
}

/** What of a passage's text a search marks: for its own page, wherever the reader came from. */
export async function highlightsOf(
  context: SearchContext,
  parameters: SearchParameters,
  passage: Passage,
): Promise<readonly Mark[]> {
  const census = await censusOf(context.engine)
  const query = parseQuery(parameters.q)
  const translator = context.translator ?? null
  const plan = planQuery({ ...parameters, query, census, translator })
  return marksIn(passage, plan)
}

// As long as the store remembers a passage, so do we its words.
const marked = new WeakMap<Passage, MarkedPassage>()

function markedPassage(passage: Passage): MarkedPassage {
  const known = marked.get(passage) ?? { analyzed: analyze(passage), facets: valuesOf(passage) }
  marked.set(passage, known)
  return known
}

function marksIn(passage: Passage, plan: Plan): readonly Mark[] {
  return marksOf(plan.clause, markedPassage(passage), plan.foreign)
}

/** One page of hits: by relevance, the first ones after a second look at their text. */
async function ask(
  { engine, store }: SearchContext,
  { filters, sort, page, perPage, collapse }: SearchParameters,
  plan: Plan,
): Promise<{ result: EngineResult; hits: readonly RankedHit[] }> {
  const request: EngineRequest = {
    clause: plan.clause,
    filters,
    sort,
    offset: (page - 1) * perPage,
    limit: perPage,
    collapse,
  }
  if (sort !== 'relevance' || plan.words.length < 2 || request.offset >= rerankWindow) {
    const result = await engine.search(request)
    return { result, hits: result.hits.map((hit) => ({ ...hit, raise: noRaise })) }
  }
  const limit = Math.max(rerankWindow, request.offset + perPage)
  const result = await engine.search({ ...request, offset: 0, limit })
  const hits = reranked(result.hits, plan, store)
  const leaders = await leadersOf(engine, request, result)
  const ordered = leaders.size > 0 ? withFirst(hits, leaders) : hits
  return { result, hits: ordered.slice(request.offset, request.offset + perPage) }
}

/** Where passages are shown that lack words they need not have: those that lack fewest. */
async function leadersOf(
  engine: SearchEngine,
  { clause, ...request }: EngineRequest,
  { coverage }: EngineResult,
): Promise<ReadonlySet<PassageId>> {
  if (clause.kind !== 'ranked' || !clause.relaxed || coverage.matched === coverage.of) {
    return new Set()
  }
  const { clauses, need, within } = clause
  const strict: Clause = { kind: 'ranked', clauses, need, within }
  const { hits } = await engine.search({
    ...request,
    clause: strict,
    offset: 0,
    limit: rerankWindow,
  })
  return new Set(hits.flatMap(({ id, duplicates }) => [id, ...duplicates]))
}

/** The leaders among the first hits before all others, their scores above theirs. */
function withFirst(
  hits: readonly RankedHit[],
  leaders: ReadonlySet<PassageId>,
): readonly RankedHit[] {
  const leads = ({ id }: Hit, at: number) => at < rerankWindow && leaders.has(id)
  const others = hits.filter((hit, at) => !leads(hit, at))
  const best = others[0]?.score ?? 0
  const raised = hits.filter(leads).map((hit) => {
    return { ...hit, score: hit.score + best, raise: { ...hit.raise, coverage: best } }
  })
  return [...raised, ...others]
}

function resultOf(
  { store, engine }: SearchContext,
  hit: RankedHit,
  { plan, explained }: { plan: Plan; explained: boolean },
): AnswerResult | null {
  const passage = store.passage(hit.id)
  const document = passage && documentOf(store, passage.documentId)
  if (!passage || !document) return null
  const marks = marksIn(passage, plan)
  const snippet = snippetOf(passage.text, marks)
  return {
    id: passage.id,
    url: `/p/${passage.id}`,
    score: hit.score,
    document: { id: document.id, title: document.title, url: `/d/${document.id}` },
    ...columnsOf(passage),
    text: passage.text,
    highlights: rangesOf(marks),
    highlightKinds: marks.map(({ kind }) => kind),
    snippet: {
      text: snippet.text,
      highlights: rangesOf(snippet.marks),
      highlightKinds: snippet.marks.map(({ kind }) => kind),
    },
    repairs: passage.repairs.length,
    duplicates: hit.duplicates,
    versions: store.versions(passage.id).length,
    ...(explained && {
      explanation: explain(
        plan.clause,
        {
          indexed: indexPassage(passage),
          marked: markedPassage(passage),
          raise: hit.raise,
        },
        engine.vocabulary,
      ),
    }),
  }
}

function columnsOf(passage: Passage) {
  const { year, section, language, country, ordinal, page, heading } = passage
  return { year, section, language, country, ordinal, page, heading }
}

function rangesOf(marks: readonly Mark[]): Range[] {
  return marks.map(({ start, end }) => [start, end] as const)
}

const documents = new WeakMap<PassageStore, Map<string, DocumentRecord>>()

function documentOf(store: PassageStore, id: string): DocumentRecord | undefined {
  const known = documents.get(store) ?? new Map(store.documents.map((each) => [each.id, each]))
  documents.set(store, known)
  return known.get(id)
}

/** Facets as the API gives them: a year is a number, what is not known is null. */
function facetsOf(facets: EngineResult['facets']): Record<Facet, AnswerBucket[]> {
  return Object.fromEntries(
    facetNames.map((facet) => [facet, facets[facet].map((bucket) => converted(facet, bucket))]),
  ) as Record<Facet, AnswerBucket[]>
}

function converted(facet: Facet, { value, count, selected }: Bucket): AnswerBucket {
  const known = value === '' ? null : facet === 'year' ? Number(value) : value
  return { value: known, count, selected }
}
