/** The words of a passage as lineage compares them, and its runs of three words as numbers. */
import type { WordHashes } from './word-hashes.ts'

/** Words in lower case without accents: 'Fiscalía' and 'fiscalia' are one, so an OCR reading still aligns. */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Words in one run. Three keeps word order and survives the frequent edit. */
const RUN = 3

/**
 * The different runs of three words as 32-bit hashes, ascending. A text shorter than a run is one run.
 * Two different runs share a hash once in 2³² pairs; a link needs several, so collisions make none.
 */
export function shingles({ hashes }: WordHashes): Uint32Array {
  if (hashes.length === 0) return new Uint32Array()
  const length = Math.max(1, hashes.length - RUN + 1)
  if (length > room.length) room = new Uint32Array(2 * length)
  for (let i = 0; i < length; i++) {
    let run = 0
    for (let k = i; k < i + RUN && k < hashes.length; k++) run = mix(run, hashes[k]!)
    room[i] = run
  }
  return different(room.subarray(0, length))
}

/** Where runs are put in order: an array of its own is made only of what is kept. */
let room = new Uint32Array(1024)

/** Each number once, ascending; sorts what it is given. */
export function different(numbers: Uint32Array): Uint32Array {
  numbers.sort()
  let length = 0
  for (let i = 0; i < numbers.length; i++)
    if (i === 0 || numbers[i] !== numbers[i - 1]) numbers[length++] = numbers[i]!
  return numbers.slice(0, length)
}

/** Equal for the same words in the same order, and for practical purposes only for them: 53 bits. */
export function sequenceKey({ hashes }: WordHashes): number {
  let a = hashes.length
  let b = 0x9e3779b9
  for (let i = 0; i < hashes.length; i++) {
    const h = hashes[i]!
    a = mix(a, h)
    b = mix(b, Math.imul(h, 0x85ebca6b))
  }
  return a * 2 ** 21 + (b >>> 11)
}

/** FNV-1a, 32 bits. */
export function hashOf(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** One step of MurmurHash3. */
function mix(seed: number, value: number): number {
  const scrambled = Math.imul(value, 0xcc9e2d51)
  const h = seed ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593)
  const mixed = (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
  return (mixed ^ (mixed >>> 16)) >>> 0
}
