/** A collection as its address holds it: ids and notes in the same order. */
import type { DocumentRecord, Passage, PassageId } from '../model.ts'
import { documentOf, type Library } from './library.ts'

export interface CollectionItem {
  readonly id: PassageId
  readonly note: string
}

export interface Collected {
  readonly passage: Passage
  readonly document: DocumentRecord
  readonly note: string
}

/** More than this no address can hold and nobody reads. */
const mostItems = 300

/** Items in order, each passage once, the first of its notes kept. */
export function readItems(query: URLSearchParams): readonly CollectionItem[] {
  const notes = query.getAll('note')
  const items = new Map<PassageId, CollectionItem>()
  query.getAll('id').forEach((id, i) => {
    if (!items.has(id)) items.set(id, { id, note: (notes[i] ?? '').slice(0, 2000) })
  })
  return [...items.values()].slice(0, mostItems)
}

/** The passages of a collection, and the ids that are not in the corpus any more. */
export function collected(
  library: Library,
  items: readonly CollectionItem[],
): { items: readonly Collected[]; missing: readonly PassageId[] } {
  const found = items.map(({ id, note }) => {
    const passage = library.store.passage(id)
    const document = passage && documentOf(library, passage.documentId)
    return passage && document ? { passage, document, note } : id
  })
  return {
    items: found.filter((one) => typeof one !== 'string'),
    missing: found.filter((one) => typeof one === 'string'),
  }
}

/** The address after a step: '2:up', '2:down' or '2:out'; as it was where the step makes no sense. */
export function moved(query: URLSearchParams, step: string): URLSearchParams {
  const items = [...readItems(query)]
  const [place = '', way] = step.split(':')
  const at = Number(place)
  const item = items[at]
  if (item) {
    items.splice(at, 1)
    if (way !== 'out') items.splice(Math.max(0, way === 'up' ? at - 1 : at + 1), 0, item)
  }
  const result = new URLSearchParams()
  for (const name of ['hl', 'mine']) {
    const value = query.get(name)
    if (value !== null) result.set(name, value)
  }
  for (const { id, note } of items) {
    result.append('id', id)
    result.append('note', note)
  }
  return result
}
