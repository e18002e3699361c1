/**
 * One term's postings as bytes, and back.
 *
 * Layout of a term's blob, all numbers little-endian, passages numbered from 0 within a segment:
 *
 *     skip       only where there are more than 128 postings: for each block of 128
 *                u32 last passage · u32 end of the block in `docs` · u32 end of the block in `positions`
 *     docs       for each posting varint(gap × 2 + (count = 1 ? 1 : 0)), then varint(count) where it is not 1;
 *                gap = passages left out since the posting before
 *     positions  for each posting `count` varints: the first position, then the distance to the next
 *
 * A count of 1 is four postings in five, and most gaps of common terms are below 64: one byte a posting.
 */
import { grown, putVarint, reserve, VARINT, type ByteSink } from './numbers.ts'

/** Postings a block holds; also the most a term may have without a skip table. */
export const BLOCK = 128
/** Bytes of one entry of the skip table. */
export const SKIP_BYTES = 12

/** Postings taken apart: passages ascending, how often each has the term, and where, one passage after another. */
export interface Occurrences {
  docs: Uint32Array
  counts: Uint32Array
  positions: Uint32Array
  /** How many passages. */
  length: number
}

export function emptyOccurrences(): Occurrences {
  const [docs, counts, positions] = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)]
  return { docs, counts, positions, length: 0 }
}

/** Makes room for so many passages and positions, keeping what is there. */
export function reserveOccurrences(list: Occurrences, docs: number, positions: number): void {
  list.docs = grown(list.docs, docs)
  list.counts = grown(list.counts, docs)
  list.positions = grown(list.positions, positions)
}

/** Bytes the skip table of a list takes. */
export function skipBytes(postings: number): number {
  return postings > BLOCK ? Math.ceil(postings / BLOCK) * SKIP_BYTES : 0
}

/** Scratch space that `encode` works in, so that a million terms allocate nothing. */
export interface Encoder {
  readonly docs: ByteSink
  readonly positions: ByteSink
  skip: Uint32Array
}

/**
 * Encodes a list into the encoder's sinks, which it empties first; returns the skip table (empty for short lists).
 * The blob is skip, then docs, then positions.
 */
export function encode(list: Occurrences, encoder: Encoder): Uint32Array {
  const { docs: passages, counts, positions: places, length } = list
  const entries = skipBytes(length) / 4
  if (encoder.skip.length < entries) encoder.skip = new Uint32Array(entries * 2)
  const docs = emptied(encoder.docs, 2 * length)
  const positions = emptied(encoder.positions, countPositions(list))
  let [docsAt, positionsAt, place, previous] = [0, 0, 0, -1]
  for (let i = 0; i < length; i++) {
    const doc = passages[i]!
    const count = counts[i]!
    docsAt = putVarint(docs, docsAt, (doc - previous - 1) * 2 + (count === 1 ? 1 : 0))
    if (count !== 1) docsAt = putVarint(docs, docsAt, count)
    previous = doc
    let before = 0
    for (const end = place + count; place < end; place++) {
      positionsAt = putVarint(positions, positionsAt, places[place]! - before)
      before = places[place]!
    }
    if (entries > 0 && ((i + 1) % BLOCK === 0 || i === length - 1)) {
      const at = Math.floor(i / BLOCK) * 3
      encoder.skip[at] = doc
      encoder.skip[at + 1] = docsAt
      encoder.skip[at + 2] = positionsAt
    }
  }
  encoder.docs.length = docsAt
  encoder.positions.length = positionsAt
  return encoder.skip.subarray(0, entries)
}

/** The bytes of a sink with room for so many varints. */
function emptied(sink: ByteSink, varints: number): Uint8Array {
  sink.length = 0
  reserve(sink, varints * VARINT)
  return sink.bytes
}

function countPositions({ counts, length }: Occurrences): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += counts[i]!
  return sum
}

/** A place in encoded bytes that decoding moves on. */
export interface Place {
  readonly bytes: Uint8Array
  at: number
}

/** Where decoded postings go: `docs` and `counts` from `from` on; `previous` is the passage before (-1 = none). */
export interface DocTarget {
  readonly docs: Uint32Array
  readonly counts: Uint32Array
  readonly from: number
  readonly previous: number
}

/**
 * Decodes `length` postings' passages and counts, and moves the place behind them.
 *
 * The loop is a function that ends with it: V8 enters long loops by code compiled on the way, which falls back to the
 * interpreter at the first thing behind the loop that it has not seen done, again at every call.
 */
export function decodeDocs(place: Place, length: number, target: DocTarget): void {
  place.at = docsLoop(place.bytes, place.at, length, target)
}

function docsLoop(
  bytes: Uint8Array,
  start: number,
  length: number,
  { docs, counts, from, previous }: DocTarget,
): number {
  let at = start
  let doc = previous
  for (let i = from; i < from + length; i++) {
    let value = bytes[at++]!
    if (value > 127) {
      value &= 127
      let shift = 7
      let byte: number
      do {
        byte = bytes[at++]!
        value |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    let count = 1
    if ((value & 1) === 0) {
      count = bytes[at++]!
      if (count > 127) {
        count &= 127
        let shift = 7
        let byte: number
        do {
          byte = bytes[at++]!
          count |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
    }
    doc += (value >>> 1) + 1
    docs[i] = doc
    counts[i] = count
  }
  return at
}

/** Decodes one posting's `count` positions into `target` from `from` on. */
export function decodePositions(
  place: Place,
  count: number,
  { target, from }: { target: Uint32Array; from: number },
): void {
  const { bytes } = place
  let at = place.at
  let position = 0
  for (let i = from; i < from + count; i++) {
    let value = bytes[at++]!
    if (value > 127) {
      value &= 127
      let shift = 7
      let byte: number
      do {
        byte = bytes[at++]!
        value |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    position += value
    target[i] = position
  }
  place.at = at
}

/** Decodes the positions of several postings into `positions`, one posting after another. */
export function decodePlaces(
  { bytes, at: start }: Place,
  { counts, length, positions }: { counts: Uint32Array; length: number; positions: Uint32Array },
): void {
  let at = start
  let to = 0
  for (let i = 0; i < length; i++) {
    let position = 0
    for (let left = counts[i]!; left > 0; left--) {
      let value = bytes[at++]!
      if (value > 127) {
        value &= 127
        let shift = 7
        let byte: number
        do {
          byte = bytes[at++]!
          value |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
      position += value
      positions[to++] = position
    }
  }
}
