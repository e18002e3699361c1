/** One segment of an index, open for reading: its terms, and the bytes of their postings. Layout: segment-writer.ts. */
import { openDictionary, type Dictionary } from './dictionary.ts'
import type { IndexFile } from './file.ts'
import {
  decodeDocs,
  decodePositions,
  reserveOccurrences,
  skipBytes,
  type Occurrences,
  type Place,
} from './postings.ts'

export interface Segment {
  readonly file: IndexFile
  readonly dictionary: Dictionary
  /** Passages that have the term, as written: deletions do not change it. By ordinal; the last entry is the sentences'. */
  readonly df: Uint32Array
  /** Where a term's blob begins; the last entry is where the last ends. */
  readonly blobs: Uint32Array
  readonly positionsAt: Uint32Array
  /** Ordinal under which the sentences stand. */
  readonly sentences: number
}

export function openSegment(file: IndexFile): Segment {
  const dictionary = openDictionary(file)
  return {
    file,
    dictionary,
    df: file.section('df', 'u32'),
    blobs: file.section('blobs', 'u32'),
    positionsAt: file.section('positionsAt', 'u32'),
    sentences: dictionary.size,
  }
}

/** Reads a segment from front to back, a megabyte at a time. */
export interface SegmentScan {
  /** Decodes all postings of a term into `list`, after what it holds; ordinals ascend from call to call. */
  append(ordinal: number, list: Occurrences): void
}

const WINDOW = 1024 * 1024

export function scanSegment(segment: Segment): SegmentScan {
  let window: Uint8Array = new Uint8Array(0)
  let windowAt = 0
  const end = segment.blobs[segment.sentences + 1]!
  const bytes = (at: number, length: number): Uint8Array => {
    if (at < windowAt || at + length > windowAt + window.length) {
      window = segment.file.read(at, Math.max(length, Math.min(WINDOW, end - at)))
      windowAt = at
    }
    return window.subarray(at - windowAt, at - windowAt + length)
  }
  return {
    append(ordinal, list) {
      const at = segment.blobs[ordinal]!
      const count = segment.df[ordinal]!
      const blob = bytes(at, segment.blobs[ordinal + 1]! - at)
      const from = list.length
      reserveOccurrences(list, from + count, 0)
      const docs: Place = { bytes: blob, at: skipBytes(count) }
      decodeDocs(docs, count, { docs: list.docs, counts: list.counts, from, previous: -1 })
      const places: Place = { bytes: blob, at: segment.positionsAt[ordinal]! - at }
      appendPositions(places, list, { from, count })
      list.length = from + count
    },
  }
}

/** Decodes the positions of postings `from…`, after those of the postings before them. */
function appendPositions(
  place: Place,
  list: Occurrences,
  { from, count }: { from: number; count: number },
): void {
  let at = 0
  for (let i = 0; i < from; i++) at += list.counts[i]!
  let end = at
  for (let i = from; i < from + count; i++) end += list.counts[i]!
  reserveOccurrences(list, 0, end)
  for (let i = from; i < from + count; i++) {
    decodePositions(place, list.counts[i]!, { target: list.positions, from: at })
    at += list.counts[i]!
  }
}
