/** What pages and API are answered from: one generation of the index, and what is asked of it often. */
import type { DocumentRecord, Passage, PassageId } from '../model.ts'
import type { Range, SearchAnswer } from '../search/answer.ts'
import type { PassageStore } from '../store/store.ts'

export interface Library {
  readonly store: PassageStore
  search(parameters: URLSearchParams): Promise<SearchAnswer>
  /** Where the words of a query stand in a passage. */
  highlights(parameters: URLSearchParams, passage: Passage): readonly Range[]
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

/** The passages around one, in its document. */
export function neighbours(
  library: Library,
  passage: Passage,
  reach: number,
): { before: readonly Passage[]; after: readonly Passage[] } {
  const all = library.store.passagesOf(passage.documentId)
  const at = all.findIndex(({ id }) => id === passage.id)
  return {
    before: all.slice(Math.max(0, at - reach), at),
    after: all.slice(at + 1, at + 1 + reach),
  }
}

/** The document part of a passage's id. */
export function documentIdOf(id: PassageId): string {
  return id.slice(0, id.lastIndexOf('.'))
}
