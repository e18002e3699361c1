/** What pages and API are answered from: one generation of the index, and what is asked of it often. */
import type { Context } from '../context.ts'
import type { SearchEngine } from '../engine/engine.ts'
import { slug } from '../label/fold.ts'
import type { DocumentRecord, Passage, PassageId } from '../model.ts'
import type { Range, SearchAnswer } from '../search/answer.ts'
import { parseParameters } from '../search/parameters.ts'
import { createSuggester, type Suggestion } from '../search/suggest.ts'
import { highlightsOf, search, type SearchContext } from '../search/search.ts'
import type { Translator } from '../translate/translate.ts'
import type { PassageStore } from '../store/store.ts'

export interface Library {
  readonly store: PassageStore
  readonly engine: SearchEngine
  readonly translator?: Translator | null
  search(parameters: URLSearchParams): Promise<SearchAnswer>
  /** Where the words of a query stand in a passage. */
  highlights(parameters: URLSearchParams, passage: Passage): Promise<readonly Range[]>
  /** Completions of a query that is being typed. */
  suggest(parameters: URLSearchParams): Promise<readonly Suggestion[]>
  /** The heading that a section's key was made of, as printed; null for keys of the taxonomy. */
  sectionTitle(key: string): string | null
  close(): Promise<void>
}

/** A document by its id; null where there is none. */
export function documentOf(library: Library, id: string): DocumentRecord | null {
  return library.store.documents.find((document) => document.id === id) ?? null
}

/** The title of a document; its id where it is unknown. */
export function titleOf(library: Library): (id: string) => string {
  const titles = new Map(library.store.documents.map(({ id, title }) => [id, title]))
  return (id) => titles.get(id) ?? id
}

/** Matches by passage, over a whole document: every page of the search within it. */
export async function matchesIn(
  library: Library,
  documentId: string,
  q: string,
): Promise<ReadonlyMap<PassageId, readonly Range[]>> {
  const found = new Map<PassageId, readonly Range[]>()
  const query = new URLSearchParams({ q, doc: documentId, collapse: '0', per_page: '100' })
  for (let page = 1, left = 1; left > 0; page++) {
    query.set('page', String(page))
    const { results, total } = await library.search(query)
    for (const { id, highlights } of results) {
      if (highlights.length > 0) found.set(id, highlights)
    }
    left = results.length === 0 ? 0 : total - page * 100
  }
  return found
}

/** The document part of a passage's id. */
export function documentIdOf(id: PassageId): string {
  return id.slice(0, id.lastIndexOf('.'))
}

/** Headings by the section key made of each; of several spellings the first that is not in capitals. */
function sectionTitlesOf(documents: readonly DocumentRecord[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const text of new Set(documents.flatMap(({ headings }) => headings.map((h) => h.text)))) {
    const key = slug(text)
    const known = titles.get(key)
    if (known === undefined || known === known.toUpperCase()) titles.set(key, text)
  }
  return titles
}

/** More are not read while typing. */
const mostSuggestions = 6

/** The library of an open generation. */
export function createLibrary(context: SearchContext & Pick<Context, 'close'>): Library {
  const suggester = createSuggester(context)
  let sectionTitles: ReadonlyMap<string, string> | null = null
  return {
    store: context.store,
    engine: context.engine,
    translator: context.translator ?? null,
    search: (parameters) => search(context, parseParameters(parameters)),
    async highlights(parameters, passage) {
      const marks = await highlightsOf(context, parseParameters(parameters), passage)
      return marks.map(({ start, end }) => [start, end] as const)
    },
    suggest: (parameters) => suggester.suggest(parseParameters(parameters), mostSuggestions),
    sectionTitle(key) {
      sectionTitles ??= sectionTitlesOf(context.store.documents)
      return sectionTitles.get(key) ?? null
    },
    close: () => context.close(),
  }
}
