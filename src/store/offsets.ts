/**
 * Where each passage stands in passages.jsonl: its byte offset by position, and its position by id.
 *
 * One binary file, read whole: about 40 bytes a passage, and no string is held. An id is looked up in an open hash
 * table that keeps a second hash of it, so that the record itself is read for one id in four billion in vain.
 */

const MAGIC = 0x316a7370 // 'psj1'
const HEADER = 16

export interface Offsets {
  readonly count: number
  /** Byte range of the passage at a position. */
  range(position: number): { readonly start: number; readonly end: number }
  /** Positions that may hold the id: one, or none, and once in a great while two. */
  candidates(id: string): readonly number[]
}

/** FNV-1a over UTF-16 units; `seed` makes it another hash. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}

const slotOf = (id: string) => hash(id, 0x811c9dc5)
const tagOf = (id: string) => hash(id, 0x9e3779b9)

/** The file for passages of the given ids, in order; `offsets` has one entry more than `ids`, the last the file's length. */
export function encodeOffsets(ids: readonly string[], offsets: readonly number[]): Uint8Array {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(2, ids.length * 2)))
  const bytes = new ArrayBuffer(HEADER + 8 * (ids.length + 1) + 8 * capacity)
  new Uint32Array(bytes, 0, 3).set([MAGIC, ids.length, capacity])
  new Float64Array(bytes, HEADER, ids.length + 1).set(offsets)
  const slots = new Uint32Array(bytes, HEADER + 8 * (ids.length + 1), 2 * capacity)
  ids.forEach((id, position) => {
    let slot = slotOf(id) & (capacity - 1)
    while (slots[2 * slot] !== 0) slot = (slot + 1) & (capacity - 1)
    slots[2 * slot] = position + 1
    slots[2 * slot + 1] = tagOf(id)
  })
  return new Uint8Array(bytes)
}

/** Reads what `encodeOffsets` wrote; null where the bytes are something else or cut short. */
export function decodeOffsets(file: Uint8Array): Offsets | null {
  if (file.length < HEADER) return null
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength)
  const [magic, count = 0, capacity = 0] = new Uint32Array(bytes, 0, 3)
  if (magic !== MAGIC || bytes.byteLength !== HEADER + 8 * (count + 1) + 8 * capacity) return null
  const offsets = new Float64Array(bytes, HEADER, count + 1)
  const slots = new Uint32Array(bytes, HEADER + 8 * (count + 1), 2 * capacity)
  return {
    count,
    range: (position) => ({ start: offsets[position] ?? 0, end: offsets[position + 1] ?? 0 }),
    candidates(id) {
      const found: number[] = []
      const tag = tagOf(id)
      for (let slot = slotOf(id) & (capacity - 1); ; slot = (slot + 1) & (capacity - 1)) {
        const entry = slots[2 * slot] ?? 0
        if (entry === 0) return found
        if (slots[2 * slot + 1] === tag) found.push(entry - 1)
      }
    },
  }
}
