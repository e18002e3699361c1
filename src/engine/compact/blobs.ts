/** Bytes of postings as queries ask for them: the most recently used are held, the rest is in the page cache. */
import type { Segment } from './segment.ts'
import { decodeDocs, decodePlaces, skipBytes, SKIP_BYTES } from './postings.ts'

/** What a term's blob says in one segment. */
export interface Blob {
  /** Number of postings, deleted ones too. */
  readonly length: number
  /** Skip table, three numbers a block (postings.ts); empty where there is one block only. */
  readonly skip: Uint32Array
  /** Encoded passages and counts. */
  readonly docs: Uint8Array
  /** Passages and counts taken apart, to be read only; null where the list is so short that they are not held. */
  decoded(): DecodedBlob | null
  /** Encoded positions, read when first asked for. */
  positions(): Uint8Array
  /** All positions taken apart; held. */
  places(): DecodedPlaces
}

export interface DecodedBlob {
  readonly docs: Uint32Array
  readonly counts: Uint32Array
}

/** Positions, one posting after another, and where each posting's begin. */
export interface DecodedPlaces {
  readonly begins: Uint32Array
  readonly positions: Uint32Array
}

export interface Blobs {
  /** A term's blob, by the place of the segment and the term's ordinal in it. */
  read(segment: number, ordinal: number): Blob
}

/** Bytes held: some hundred of the commonest terms of a million passages. */
const MOST_BYTES = 64 * 1024 * 1024
/** Shorter lists are taken apart as fast as they would be looked up. */
const LEAST_DECODED = 512

interface Held extends Blob {
  bytes: number
}

export function createBlobs(segments: readonly Segment[]): Blobs {
  // A Map keeps insertion order: the first entry is the one used longest ago.
  const held = new Map<number, Held>()
  let total = 0
  const grow = (blob: Held, bytes: number) => {
    blob.bytes += bytes
    total += bytes
    for (const [key, oldest] of held) {
      if (total <= MOST_BYTES) break
      held.delete(key)
      total -= oldest.bytes
    }
  }
  return {
    read(at, ordinal) {
      const key = ordinal * segments.length + at
      const known = held.get(key)
      if (known) {
        held.delete(key)
        held.set(key, known)
        return known
      }
      const blob = readBlob(segments[at]!, ordinal, (bytes) => {
        if (held.get(key) === blob) grow(blob, bytes)
      })
      held.set(key, blob)
      grow(blob, blob.docs.byteLength + blob.skip.byteLength)
      return blob
    },
  }
}

function readBlob(segment: Segment, ordinal: number, read: (bytes: number) => void): Held {
  const length = segment.df[ordinal]!
  const at = segment.blobs[ordinal]!
  const positionsAt = segment.positionsAt[ordinal]!
  const bytes = segment.file.read(at, positionsAt - at)
  const skip = skipBytes(length)
  const docs = bytes.subarray(skip)
  let decoded: DecodedBlob | null = null
  let positions: Uint8Array | null = null
  let places: DecodedPlaces | null = null
  return {
    length,
    bytes: 0,
    // `read` gives an array of its own, so the table is aligned.
    skip: new Uint32Array(bytes.buffer, bytes.byteOffset, (skip / SKIP_BYTES) * 3),
    docs,
    decoded() {
      if (decoded || length < LEAST_DECODED) return decoded
      decoded = decodeAll(docs, length)
      read(decoded.docs.byteLength + decoded.counts.byteLength)
      return decoded
    },
    positions() {
      if (positions) return positions
      positions = segment.file.read(positionsAt, segment.blobs[ordinal + 1]! - positionsAt)
      read(positions.byteLength)
      return positions
    },
    places() {
      if (places) return places
      const { counts } = this.decoded() ?? decodeAll(docs, length)
      places = decodeAllPlaces(this.positions(), counts)
      read(places.begins.byteLength + places.positions.byteLength)
      return places
    },
  }
}

function decodeAll(bytes: Uint8Array, length: number): DecodedBlob {
  const docs = new Uint32Array(length)
  const counts = new Uint32Array(length)
  decodeDocs({ bytes, at: 0 }, length, { docs, counts, from: 0, previous: -1 })
  return { docs, counts }
}

function decodeAllPlaces(bytes: Uint8Array, counts: Uint32Array): DecodedPlaces {
  const begins = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) begins[i + 1] = begins[i]! + counts[i]!
  const positions = new Uint32Array(begins[counts.length]!)
  decodePlaces({ bytes, at: 0 }, { counts, length: counts.length, positions })
  return { begins, positions }
}
