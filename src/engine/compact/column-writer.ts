/** Collects the columns of all passages of an index, in order, and lays them out as sections (columns.ts says which). */
import type { Facet, PassageId } from '../../model.ts'
import { facetNames } from '../facets.ts'
import type { ColumnsMeta } from './columns.ts'
import type { Numbers } from './file.ts'
import { createList, numbers, push, type NumberList } from './numbers.ts'
import { createStringTable } from './string-table.ts'

export interface ColumnEntry {
  readonly id: PassageId
  readonly facets: Readonly<Record<Facet, string>>
  readonly group: PassageId
  readonly length: number
  readonly words: number
  /** What the document's terms were made from. */
  readonly stamp: string
}

export interface ColumnWriter {
  /** Number of passages so far. */
  readonly passages: number
  add(entry: ColumnEntry): void
  finish(): { readonly sections: Record<string, Numbers>; readonly meta: ColumnsMeta }
}

export function createColumnWriter(): ColumnWriter {
  const combos = createList()
  const lengths = createList()
  const words = createList()
  const stamps = new Map<string, string>()
  const ids: PassageId[] = []
  const documents: string[] = []
  const known = new Map<string, number>()
  const rows: Readonly<Record<Facet, string>>[] = []
  const copies = new Map<number, PassageId>()
  let totalLength = 0
  return {
    get passages() {
      return ids.length
    },
    add({ id, facets, group, stamp, ...counts }) {
      const key = facetNames.map((name) => facets[name]).join('\u0000')
      let combo = known.get(key)
      if (combo === undefined) {
        known.set(key, (combo = rows.length))
        rows.push(facets)
      }
      if (group !== id) copies.set(ids.length, group)
      push(combos, combo)
      push(lengths, counts.length)
      push(words, counts.words)
      stamps.set(facets.doc, stamp)
      ids.push(id)
      documents.push(facets.doc)
      totalLength += counts.length
    },
    finish() {
      const shortIds = ids.every((id, rank) => id.startsWith(`${documents[rank]}.`))
      const table = createStringTable()
      for (const [rank, id] of ids.entries()) {
        table.add(shortIds ? id.slice(documents[rank]!.length + 1) : id)
      }
      const groups = numberGroups(ids, copies)
      return {
        sections: {
          ...narrow('combo', combos),
          ...narrow('length', lengths),
          ...narrow('words', words),
          ...table.sections('id'),
          ...(groups.count > 0 ? { group: groups.ofPassage } : {}),
          ...facetSections(rows),
          ...stampSections(stamps),
        },
        meta: { passages: ids.length, totalLength, groupCount: groups.count, shortIds },
      }
    },
  }
}

/** Two bytes a passage where the values allow. */
function narrow(name: string, list: NumberList): Record<string, Numbers> {
  const values = numbers(list)
  return values.every((value) => value < 65536)
    ? { [`${name}16`]: Uint16Array.from(values) }
    : { [name]: values }
}

function facetSections(rows: readonly Readonly<Record<Facet, string>>[]): Record<string, Numbers> {
  const sections: Record<string, Numbers> = {}
  for (const name of facetNames) {
    const values = [...new Set(rows.map((row) => row[name]))].toSorted()
    const places = new Map(values.map((value, place) => [value, place]))
    const table = createStringTable()
    for (const value of values) table.add(value)
    Object.assign(sections, table.sections(name))
    sections[`combo.${name}`] = Uint32Array.from(rows, (row) => places.get(row[name])!)
  }
  return sections
}

/** In the order of the values of the facet `doc`. */
function stampSections(stamps: ReadonlyMap<string, string>): Record<string, Numbers> {
  const table = createStringTable()
  for (const doc of [...stamps.keys()].toSorted()) table.add(stamps.get(doc)!)
  return table.sections('stamp')
}

/** Numbers the groups that have a copy from 1 on; passages that stand alone get 0. `copies`: rank → group. */
function numberGroups(
  ids: readonly PassageId[],
  copies: ReadonlyMap<number, PassageId>,
): { readonly ofPassage: Uint32Array; readonly count: number } {
  const known = new Map<PassageId, number>()
  const ofPassage = new Uint32Array(ids.length)
  for (const [rank, group] of copies) {
    if (!known.has(group)) known.set(group, known.size + 1)
    ofPassage[rank] = known.get(group)!
  }
  if (known.size > 0) {
    for (const [rank, id] of ids.entries()) {
      if (!copies.has(rank)) ofPassage[rank] = known.get(id) ?? 0
    }
  }
  return { ofPassage, count: known.size }
}
