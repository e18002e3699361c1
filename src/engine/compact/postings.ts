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
import { grown, pushVarint, type ByteSink } from './numbers.ts'

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
  encoder.docs.length = 0
  encoder.positions.length = 0
  const entries = skipBytes(list.length) / 4
  if (encoder.skip.length < entries) encoder.skip = new Uint32Array(entries * 2)
  let position = 0
  let previous = -1
  for (let i = 0; i < list.length; i++) {
    const doc = list.docs[i]!
    const count = list.counts[i]!
    pushVarint(encoder.docs, (doc - previous - 1) * 2 + (count === 1 ? 1 : 0))
    if (count !== 1) pushVarint(encoder.docs, count)
    previous = doc
    position = encodePositions(list.positions, { from: position, count }, encoder.positions)
    if (entries > 0 && ((i + 1) % BLOCK === 0 || i === list.length - 1)) {
      const at = Math.floor(i / BLOCK) * 3
      encoder.skip[at] = doc
      encoder.skip[at + 1] = encoder.docs.length
      encoder.skip[at + 2] = encoder.positions.length
    }
  }
  return encoder.skip.subarray(0, entries)
}

function encodePositions(
  positions: Uint32Array,
  { from, count }: { from: number; count: number },
  sink: ByteSink,
): number {
  let previous = 0
  for (let i = from; i < from + count; i++) {
    pushVarint(sink, positions[i]! - previous)
    previous = positions[i]!
  }
  return from + count
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
