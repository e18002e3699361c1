/** Moves through a term's postings over all segments, by rank, and reads positions out of them. */
import { createCursor, type Cursor } from './cursor.ts'
import { findTerm, type Index, type Term } from './index.ts'
import { grown } from './numbers.ts'

const nothing: Cursor = { seek: () => 0, begin: () => 0, positions: new Uint32Array(0) }

/** As Cursor, but passages are given by rank. */
export function createTermCursor(index: Index, term: Term, seeks: number): Cursor {
  const { homes } = index
  const [only] = term.parts
  if (!only) return nothing
  if (!homes) return createCursor(only.blob, seeks)
  const cursors: (Cursor | undefined)[] = []
  for (const { at, blob } of term.parts) cursors[at] = createCursor(blob, seeks)
  let current = nothing
  return {
    seek(rank) {
      current = cursors[homes.segments[rank]!] ?? nothing
      return current.seek(homes.numbers[rank]!)
    },
    begin: () => current.begin(),
    get positions() {
      return current.positions
    },
  }
}

/** The positions of any of several terms in one passage after another. */
export interface PlaceReader {
  /** Reads a passage; how many positions the terms have in it, each once. */
  read(rank: number): number
  /** What was read last, ascending, from `begin` on. */
  readonly positions: Uint32Array
  readonly begin: number
}

/** A reader for as many passages as stated. */
export function readPlaces(index: Index, terms: readonly string[], passages: number): PlaceReader {
  const found = terms.map((term) => findTerm(index, term)).filter(({ parts }) => parts.length > 0)
  return placesOf(found.map((term) => createTermCursor(index, term, passages)))
}

export function placesOf(cursors: readonly Cursor[]): PlaceReader {
  const [only] = cursors
  return cursors.length === 1 ? placesOfOne(only!) : placesOfSeveral(cursors)
}

function placesOfOne(cursor: Cursor): PlaceReader {
  let begin = 0
  return {
    read(rank) {
      const count = cursor.seek(rank)
      if (count > 0) begin = cursor.begin()
      return count
    },
    get positions() {
      return cursor.positions
    },
    get begin() {
      return begin
    },
  }
}

function placesOfSeveral(cursors: readonly Cursor[]): PlaceReader {
  let positions: Uint32Array = new Uint32Array(64)
  return {
    begin: 0,
    get positions() {
      return positions
    },
    read(rank) {
      let length = 0
      let sources = 0
      for (let at = 0; at < cursors.length; at++) {
        const cursor = cursors[at]!
        const count = cursor.seek(rank)
        if (count === 0) continue
        positions = grown(positions, length + count)
        const begin = cursor.begin()
        const from = cursor.positions
        for (let i = begin; i < begin + count; i++) positions[length++] = from[i]!
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
