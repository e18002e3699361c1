/** Several segments into one: term by term, passages renumbered, deleted ones dropped. Only one term is in memory at a time. */
import { setImmediate } from 'node:timers/promises'
import { emptyOccurrences, reserveOccurrences, type Occurrences } from './postings.ts'
import { scanSegment, type Segment, type SegmentScan } from './segment.ts'
import type { SegmentWriter } from './segment-writer.ts'

/** The number of a passage that is no more. */
export const DELETED = 0xffffffff

export interface MergeInput {
  readonly segment: Segment
  /** The new number of each of its passages, or DELETED. */
  readonly map: Uint32Array
}

interface Cursor extends MergeInput {
  readonly scan: SegmentScan
  ordinal: number
  /** The term at `ordinal`; null behind the last. */
  term: string | null
}

/** Terms merged before others get a turn: a server that watches its corpus keeps answering. */
const TURN = 2048

/** Adds the terms of all inputs to the writer, ascending; returns the sentences, for its `finish`. */
export async function mergeSegments(
  inputs: readonly MergeInput[],
  writer: SegmentWriter,
): Promise<Occurrences> {
  const cursors = inputs.map((input) => {
    const cursor: Cursor = { ...input, scan: scanSegment(input.segment), ordinal: -1, term: null }
    advance(cursor)
    return cursor
  })
  const merger = createMerger()
  let done = 0
  for (let term = lowest(cursors); term !== null; term = lowest(cursors)) {
    merger.begin()
    for (const cursor of cursors) {
      if (cursor.term !== term) continue
      merger.add(cursor, cursor.ordinal)
      advance(cursor)
    }
    writer.add(term, merger.end())
    if (++done % TURN === 0) await setImmediate()
  }
  merger.begin()
  for (const cursor of cursors) merger.add(cursor, cursor.segment.sentences)
  return merger.end()
}

function advance(cursor: Cursor): void {
  cursor.ordinal++
  const { dictionary } = cursor.segment
  cursor.term = cursor.ordinal < dictionary.size ? dictionary.term(cursor.ordinal) : null
}

function lowest(cursors: readonly Cursor[]): string | null {
  let least: string | null = null
  for (const { term } of cursors)
    if (term !== null && (least === null || term < least)) least = term
  return least
}

interface Merger {
  begin(): void
  add(cursor: Cursor, ordinal: number): void
  /** The postings added since `begin`, in the new order; valid until the next `begin`. */
  end(): Occurrences
}

function createMerger(): Merger {
  const list = emptyOccurrences()
  const sorted = emptyOccurrences()
  return {
    begin() {
      list.length = 0
    },
    add({ scan, map }, ordinal) {
      const from = list.length
      scan.append(ordinal, list)
      for (let i = from; i < list.length; i++) list.docs[i] = map[list.docs[i]!]!
    },
    end: () => (isAscending(list) ? list : reorder(list, sorted)),
  }
}

/** Whether every passage is above the one before, which also says that none is deleted but perhaps the last. */
function isAscending({ docs, length }: Occurrences): boolean {
  for (let i = 1; i < length; i++) if (docs[i]! <= docs[i - 1]!) return false
  return length === 0 || docs[length - 1] !== DELETED
}

/** Copies the list into `sorted` by passage, without the deleted. */
function reorder(list: Occurrences, sorted: Occurrences): Occurrences {
  const starts = new Uint32Array(list.length + 1)
  for (let i = 0; i < list.length; i++) starts[i + 1] = starts[i]! + list.counts[i]!
  const order = new Uint32Array(list.length)
  let length = 0
  for (let i = 0; i < list.length; i++) if (list.docs[i] !== DELETED) order[length++] = i
  order.subarray(0, length).sort((a, b) => list.docs[a]! - list.docs[b]!)
  reserveOccurrences(sorted, length, starts[list.length]!)
  let to = 0
  for (let i = 0; i < length; i++) {
    const from = order[i]!
    sorted.docs[i] = list.docs[from]!
    sorted.counts[i] = list.counts[from]!
    sorted.positions.set(list.positions.subarray(starts[from], starts[from + 1]), to)
    to += list.counts[from]!
  }
  sorted.length = length
  return sorted
}
