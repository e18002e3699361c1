/** Moves through a term's postings over all segments, by rank, and reads positions out of them. */
import { createCursor, type Cursor } from './cursor.ts'
import { findTerm, type Index, type Term } from './index.ts'

/** As Cursor, but passages are given by rank. */
export function createTermCursor(index: Index, term: Term): Cursor {
  const { homes } = index
  const [only] = term.parts
  if (!only) return { seek: () => 0, positions: () => undefined }
  if (!homes) return createCursor(only.blob)
  const cursors: (Cursor | undefined)[] = []
  for (const { at, blob } of term.parts) cursors[at] = createCursor(blob)
  let current: Cursor | undefined
  return {
    seek(rank) {
      current = cursors[homes.segments[rank]!]
      return current ? current.seek(homes.numbers[rank]!) : 0
    },
    positions: (target, from) => current?.positions(target, from),
  }
}

/** The positions of any of several terms in one passage after another. */
export interface PlaceReader {
  /** Ascending; the first `read` of them count. */
  readonly positions: Uint32Array
  /** Reads a passage; how many positions the terms have in it, each once. */
  read(rank: number): number
}

export function readPlaces(index: Index, terms: readonly string[]): PlaceReader {
  return placesOf(terms.map((term) => createTermCursor(index, findTerm(index, term))))
}

export function placesOf(cursors: readonly Cursor[]): PlaceReader {
  let positions = new Uint32Array(64)
  return {
    get positions() {
      return positions
    },
    read(rank) {
      let length = 0
      let sources = 0
      for (const cursor of cursors) {
        const count = cursor.seek(rank)
        if (count === 0) continue
        if (length + count > positions.length) {
          const larger = new Uint32Array((length + count) * 2)
          larger.set(positions)
          positions = larger
        }
        cursor.positions(positions, length)
        length += count
        sources++
      }
      return sources > 1 ? sortDistinct(positions, length) : length
    },
  }
}

/** Sorts the first `length` numbers, of which there are few, and drops repeats; how many are left. */
function sortDistinct(values: Uint32Array, length: number): number {
  if (length > 64) values.subarray(0, length).sort()
  for (let i = 1; i < length; i++) {
    const value = values[i]!
    let j = i
    for (; j > 0 && values[j - 1]! > value; j--) values[j] = values[j - 1]!
    values[j] = value
  }
  let distinct = 0
  for (let i = 0; i < length; i++) {
    if (i === 0 || values[i] !== values[i - 1]) values[distinct++] = values[i]!
  }
  return distinct
}
