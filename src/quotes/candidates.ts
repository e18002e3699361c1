/** Passages that may contain a quotation: those with its words in a row, and those with most of its rarer words. */
import { spellingTerms } from '../analyze/analyzer.ts'
import { isStopWord } from '../analyze/stop-words.ts'
import { tokenize } from '../analyze/tokenize.ts'
import type { Clause, SearchEngine } from '../engine/engine.ts'
import type { Facet, FacetFilter, Filters, Passage, PassageId } from '../model.ts'
import type { PassageStore } from '../store/store.ts'

/** What quotations are looked up in. */
export interface QuoteSource {
  readonly store: PassageStore
  readonly engine: SearchEngine
}

const open: FacetFilter = { include: [], exclude: [] }
const facets: Readonly<Record<Facet, FacetFilter>> = {
  year: open,
  section: open,
  lang: open,
  doc: open,
  country: open,
}
const everything: Filters = { facets, yearMin: null, yearMax: null }

/** Words of a quotation asked for in a row: more only cost time, the text itself is compared afterwards. */
const ROW = 30
/** Stock phrases stand in hundreds of passages; a reader is shown some of them. */
const ROW_HITS = 500

/** The passages that have the beginning of a text word for word, accents, case and signs aside. */
export function withWordsInARow(source: QuoteSource, text: string): Promise<Passage[]> {
  const forms = tokenize(text).map(({ form }) => form)
  const slots = forms.slice(0, ROW).map(spellingTerms)
  return found(source, { kind: 'phrase', slots }, ROW_HITS)
}

/** Rarer words asked for; enough that a few altered ones do not matter. */
const RARE = 32
const LIKE_HITS = 30

/** The passages with most of a text's rarer words, best first. */
export function withRareWords(source: QuoteSource, text: string): Promise<Passage[]> {
  const { vocabulary } = source.engine
  const forms = [...new Set(tokenize(text).map(({ form }) => form))]
  const content = forms.filter((form) => !isStopWord(form, 'en') && !isStopWord(form, 'es'))
  const frequency = (terms: readonly string[]) =>
    terms.reduce((sum, term) => sum + vocabulary.frequency(term), 0)
  const words = (content.length >= 3 ? content : forms)
    .map((form) => ({ terms: spellingTerms(form), count: frequency(spellingTerms(form)) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.count - b.count)
    .slice(0, RARE)
  const clauses = words.map(({ terms }): Clause => ({
    kind: 'terms',
    terms: terms.map((term) => ({ term, weight: 1 })),
  }))
  return found(source, { kind: 'or', clauses }, LIKE_HITS)
}

async function found(
  { store, engine }: QuoteSource,
  clause: Clause,
  limit: number,
): Promise<Passage[]> {
  const isEmpty = 'clauses' in clause ? clause.clauses.length === 0 : false
  if (isEmpty || (clause.kind === 'phrase' && clause.slots.length === 0)) return []
  const request = {
    clause,
    filters: everything,
    sort: 'relevance',
    offset: 0,
    limit,
    collapse: false,
  } as const
  const { hits } = await engine.search(request)
  return hits.flatMap(({ id }) => store.passage(id) ?? [])
}

/** The passage after one in its document. */
export function following(store: PassageStore, passage: Passage): Passage | null {
  const all = store.passagesOf(passage.documentId)
  return all[all.findIndex(({ id }: { id: PassageId }) => id === passage.id) + 1] ?? null
}
