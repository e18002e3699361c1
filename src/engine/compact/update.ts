/**
 * The index before the one being written: which of its passages stay, and which of its segments are used as they are.
 *
 * A segment is merged into the new one where more than three in ten of its passages are deleted, or where it holds no
 * more than twice as many as are being written anyway; so segments grow at least threefold from one to the next and a
 * search sees few of them, while the work of merging is spread over many updates.
 */
import { copyFileSync, linkSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageTag, PassageId } from '../../model.ts'
import type { ColumnEntry } from './column-writer.ts'
import type { Columns } from './columns.ts'
import { baseName, openIndexFolder, type IndexFolder, type PlacedSegment } from './index-folder.ts'
import { DELETED, type MergeInput } from './merge.ts'
import { emptyOccurrences } from './postings.ts'
import { scanSegment } from './segment.ts'

const MOST_DELETED = 0.3
const GROWTH = 2

/** A segment that stays as it is, with the places its passages have in the new index. */
export interface Base {
  readonly file: string
  readonly checksum: number
  readonly map: Uint32Array
  /** Null where none of its passages is deleted. */
  readonly liveDf: Uint32Array | null
  /** Puts its file into the folder of the new index. */
  link(folder: string): void
}

export interface Previous {
  /** Keeps a passage at a new rank; its counts, or null where it has to be made. */
  keep(passage: Stamped, rank: number): Kept | null
  /** Once all are kept: the segments that stay, and those to merge with `news` new passages. */
  divide(news: number): { readonly bases: readonly Base[]; readonly merged: readonly MergeInput[] }
  close(): void
}

/** What says whether a passage's terms are still those that the index has. */
export interface Stamped {
  readonly id: PassageId
  readonly language: LanguageTag
  /** What the terms are made from; '' = never the same. */
  readonly stamp: string
}

export type Kept = Pick<ColumnEntry, 'length' | 'words'>

interface Placed {
  readonly segment: PlacedSegment
  readonly map: Uint32Array
  readonly live: number
}

/** Opens the index in a folder for an update; null where there is none that this analyzer made and that can be read. */
export function openPrevious(folder: string | null, analyzer: string): Previous | null {
  if (folder === null) return null
  try {
    const index = openIndexFolder(folder)
    if (index.meta.analyzer === analyzer) return previousOf(index)
    index.close()
  } catch {
    // It is not needed: everything is made anew.
  }
  return null
}

function previousOf(index: IndexFolder): Previous {
  const { columns } = index
  const rankOf = new Map<PassageId, number>()
  for (let rank = 0; rank < columns.passages; rank++) rankOf.set(columns.id(rank), rank)
  const newRank = new Uint32Array(columns.passages).fill(DELETED)
  const isUnchanged = unchangedIn(columns)
  const words = columns.words()
  return {
    keep(passage, rank) {
      const old = rankOf.get(passage.id)
      if (old === undefined || !isUnchanged(passage, old)) return null
      newRank[old] = rank
      return { length: columns.lengths[old]!, words: words[old]! }
    },
    divide(news) {
      const placed = index.segments.map((segment) => place(segment, newRank))
      const stay = new Set(staying(placed, news))
      return {
        bases: placed.filter((one) => stay.has(one)).map(toBase),
        merged: placed.filter((one) => !stay.has(one) && one.live > 0),
      }
    },
    close: () => index.close(),
  }
}

/** Whether the terms of a passage would be those the index has under a rank. */
function unchangedIn(columns: Columns) {
  const { doc, lang } = columns.facet
  const stamps = Array.from({ length: doc.size }, (_, at) => columns.stamp(at))
  return ({ language, stamp }: Stamped, rank: number): boolean => {
    const combo = columns.combos[rank]!
    if (stamp === '' || stamps[doc.values[combo]!] !== stamp) return false
    return lang.value(lang.values[combo]!) === language
  }
}

function place(segment: PlacedSegment, newRank: Uint32Array): Placed {
  const old = segment.map ?? newRank.map((_, rank) => rank)
  const map = old.map((rank) => (rank === DELETED ? DELETED : newRank[rank]!))
  return { segment, map, live: map.reduce((sum, rank) => sum + (rank === DELETED ? 0 : 1), 0) }
}

function staying(placed: readonly Placed[], news: number): Placed[] {
  let merging = news
  return placed
    .toSorted((a, b) => a.live - b.live)
    .filter((one) => {
      const isDecayed = one.live < one.map.length * (1 - MOST_DELETED)
      if (!isDecayed && one.live > merging * GROWTH) return true
      merging += one.live
      return false
    })
}

function toBase({ segment, map, live }: Placed): Base {
  const { file } = segment
  const name = baseName(file.checksum)
  return {
    file: name,
    checksum: file.checksum,
    map,
    liveDf: live === map.length ? null : countLive(segment, map),
    link(folder) {
      try {
        linkSync(file.path, join(folder, name))
      } catch {
        // A file system without hard links.
        copyFileSync(file.path, join(folder, name))
      }
    },
  }
}

function countLive(segment: PlacedSegment, map: Uint32Array): Uint32Array {
  const scan = scanSegment(segment)
  const list = emptyOccurrences()
  return segment.df.map((_, ordinal) => {
    list.length = 0
    scan.append(ordinal, list)
    let live = 0
    for (let i = 0; i < list.length; i++) if (map[list.docs[i]!] !== DELETED) live++
    return live
  })
}
