/**
 * What an index knows of a passage besides its words, by the passage's rank (its place in the order of indexing).
 *
 *     combo          u16/u32  which combination of facet values it has
 *     combo.<facet>  u32      for each combination, the value: its place in the facet's sorted values
 *     <facet>Text/Starts      the values of a facet, in code unit order ('' = unknown)
 *     length         u16/u32  its length
 *     words          u16/u32  its number of words
 *     stampText/Starts        for each document what its terms were made from (write.ts)
 *     group          u32      0, or the number of its group of duplicates (absent where there are none)
 *     idText/Starts           its id, or what follows the document's id and a dot (meta.shortIds)
 *
 * Passages of one document and section share all five facets, so there are far fewer combinations than passages: filters
 * are decided once for each combination, and a search counts one number a match, from which all facets follow.
 */
import type { Facet, PassageId } from '../../model.ts'
import { facetNames } from '../facets.ts'
import type { IndexFile } from './file.ts'
import { openStrings, type StringTable } from './string-table.ts'

export interface FacetColumn {
  readonly name: Facet
  /** Value of each combination. */
  readonly values: Uint32Array
  /** Number of values. */
  readonly size: number
  value(index: number): string
  /** Place of a value, -1 where no passage has it. */
  find(value: string): number
}

export interface Columns {
  readonly passages: number
  /** Sum of the lengths of all passages. */
  readonly totalLength: number
  readonly lengths: Uint16Array | Uint32Array
  /** Number of words of each passage; read when asked for. */
  readonly words: () => Uint16Array | Uint32Array
  /** What the terms of a document were made from, by its place among the values of `doc`. */
  readonly stamp: (doc: number) => string
  readonly combos: Uint16Array | Uint32Array
  readonly comboCount: number
  readonly facets: readonly FacetColumn[]
  readonly facet: Readonly<Record<Facet, FacetColumn>>
  /** Null where no passage has a duplicate. */
  readonly groups: Uint32Array | null
  /** Number of groups; their numbers begin at 1. */
  readonly groupCount: number
  id(rank: number): PassageId
}

/** What the directory of a file says of its columns. */
export interface ColumnsMeta {
  readonly passages: number
  readonly totalLength: number
  readonly groupCount: number
  readonly shortIds: boolean
}

export function openColumns(file: IndexFile, meta: ColumnsMeta): Columns {
  const facets = facetNames.map((name) => openFacet(file, name))
  const facet = Object.fromEntries(facets.map((column) => [column.name, column]))
  const ids = openStrings(file, 'id')
  const combos = openNarrow(file, 'combo')
  const docs = facets.find(({ name }) => name === 'doc')!
  return {
    ...meta,
    lengths: openNarrow(file, 'length'),
    words: () => openNarrow(file, 'words'),
    stamp: (doc) => openStrings(file, 'stamp').get(doc),
    combos,
    comboCount: docs.values.length,
    facets,
    facet: facet as Record<Facet, FacetColumn>,
    groups: file.has('group') ? file.section('group', 'u32') : null,
    id: meta.shortIds
      ? (rank) => `${docs.value(docs.values[combos[rank]!]!)}.${ids.get(rank)}`
      : (rank) => ids.get(rank),
  }
}

function openNarrow(file: IndexFile, name: string): Uint16Array | Uint32Array {
  return file.has(`${name}16`) ? file.section(`${name}16`, 'u16') : file.section(name, 'u32')
}

function openFacet(file: IndexFile, name: Facet): FacetColumn {
  const strings: StringTable = openStrings(file, name)
  const known: string[] = []
  const value = (index: number) => (known[index] ??= strings.get(index))
  return {
    name,
    values: file.section(`combo.${name}`, 'u32'),
    size: strings.size,
    value,
    find(wanted) {
      let from = 0
      let to = strings.size
      while (from < to) {
        const middle = (from + to) >>> 1
        if (value(middle) < wanted) from = middle + 1
        else to = middle
      }
      return from < strings.size && value(from) === wanted ? from : -1
    },
  }
}
