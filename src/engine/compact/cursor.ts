/** Moves through one term's postings in one segment: to a passage, and to the positions it has there. */
import type { Blob } from './blobs.ts'
import { BLOCK, decodeDocs, decodePositions, skipPositions, type Place } from './postings.ts'

export interface Cursor {
  /** How often the term occurs in the passage (its number in the segment); 0 where it does not. Cheapest ascending. */
  seek(doc: number): number
  /** Writes the positions in the passage found last to `target` from `from` on. */
  positions(target: Uint32Array, from: number): void
}

export function createCursor(blob: Blob): Cursor {
  const blocks = Math.max(1, blob.skip.length / 3)
  const docs = new Uint32Array(Math.min(BLOCK, blob.length))
  const counts = new Uint32Array(docs.length)
  let block = -1
  let length = 0
  let at = 0
  let place: Place | null = null
  /** The posting of the block whose positions come next at `place`. */
  let next = 0

  const enter = (wanted: number) => {
    block = wanted
    length = Math.min(BLOCK, blob.length - block * BLOCK)
    const previous = block === 0 ? -1 : blob.skip[block * 3 - 3]!
    const from = { bytes: blob.docs, at: block === 0 ? 0 : blob.skip[block * 3 - 2]! }
    decodeDocs(from, length, { docs, counts, from: 0, previous })
    at = 0
    place = null
  }
  /** The first block that ends at the passage or behind it; `blocks` where none does. */
  const blockOf = (doc: number): number => {
    if (blocks === 1) return 0
    let low = block >= 0 && blob.skip[block * 3]! < doc ? block + 1 : 0
    let high = blocks
    while (low < high) {
      const middle = (low + high) >>> 1
      if (blob.skip[middle * 3]! < doc) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    seek(doc) {
      if (blob.length === 0) return 0
      const isHere =
        block >= 0 && doc <= docs[length - 1]! && (block === 0 || doc > blob.skip[block * 3 - 3]!)
      if (!isHere) {
        const wanted = blockOf(doc)
        if (wanted === blocks) return 0
        if (wanted !== block) enter(wanted)
      }
      if (doc > docs[length - 1]!) return 0
      // Ranks of a changed order may seek backwards.
      if (at === length || docs[at]! > doc) at = 0
      while (at < length && docs[at]! < doc) at++
      return at < length && docs[at] === doc ? counts[at]! : 0
    },
    positions(target, from) {
      if (!place || next > at) {
        const start = block === 0 ? 0 : blob.skip[block * 3 - 1]!
        place = { bytes: blob.positions(), at: start }
        next = 0
      }
      let passed = 0
      for (; next < at; next++) passed += counts[next]!
      skipPositions(place, passed)
      decodePositions(place, counts[at]!, { target, from })
      next = at + 1
    },
  }
}
