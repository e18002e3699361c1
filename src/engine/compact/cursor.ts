/** Moves through one term's postings in one segment: to a passage, and to the positions it has there. */
import type { Blob, DecodedBlob, DecodedPlaces } from './blobs.ts'
import { BLOCK, decodePlaces, decodeDocs } from './postings.ts'

export interface Cursor {
  /** How often the term occurs in the passage (its number in the segment); 0 where it does not. Cheapest ascending. */
  seek(doc: number): number
  /** Where in `positions` those of the passage found last begin. */
  begin(): number
  /** Valid until the next `begin`. */
  readonly positions: Uint32Array
}

/** A cursor for as many seeks as stated: where most blocks would be entered, the list is gone through whole, and held. */
export function createCursor(blob: Blob, seeks: number): Cursor {
  const held = seeks * BLOCK > blob.length ? blob.decoded() : null
  return held ? createHeldCursor(held, blob.places()) : createBlockCursor(blob)
}

/** Over a list that is held taken apart. */
function createHeldCursor(
  { docs, counts }: DecodedBlob,
  { begins, positions }: DecodedPlaces,
): Cursor {
  let at = 0
  return {
    positions,
    seek(doc) {
      // Ranks of a changed order may seek backwards.
      if (at > 0 && docs[at - 1]! >= doc) at = 0
      while (at < docs.length && docs[at]! < doc) at++
      return docs[at] === doc ? counts[at]! : 0
    },
    begin: () => begins[at]!,
  }
}

/** Decodes block by block, and only the blocks in which something is sought. */
function createBlockCursor(blob: Blob): Cursor {
  const blocks = Math.max(1, blob.skip.length / 3)
  const docs = new Uint32Array(Math.min(BLOCK, blob.length))
  const counts = new Uint32Array(docs.length)
  let block = -1
  let length = 0
  let at = 0
  /** Positions of all postings of the block, and where each posting's begin; read when first asked for. */
  let positions = new Uint32Array(0)
  const begins = new Uint32Array(docs.length + 1)
  let hasPositions = false

  const enter = (wanted: number) => {
    block = wanted
    length = Math.min(BLOCK, blob.length - block * BLOCK)
    const previous = block === 0 ? -1 : blob.skip[block * 3 - 3]!
    const from = { bytes: blob.docs, at: block === 0 ? 0 : blob.skip[block * 3 - 2]! }
    decodeDocs(from, length, { docs, counts, from: 0, previous })
    at = 0
    hasPositions = false
  }
  const readPositions = () => {
    for (let i = 0; i < length; i++) begins[i + 1] = begins[i]! + counts[i]!
    if (positions.length < begins[length]!) positions = new Uint32Array(begins[length]! * 2)
    const start = block === 0 ? 0 : blob.skip[block * 3 - 1]!
    decodePlaces({ bytes: blob.positions(), at: start }, { counts, length, positions })
    hasPositions = true
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
    begin() {
      // Passages that have all words of a phrase stand close together: the block is gone through once for all of them.
      if (!hasPositions) readPositions()
      return begins[at]!
    },
    get positions() {
      return positions
    },
  }
}
