/**
 * Sets of passages as one bit each: small enough to stay in the nearest cache. Signed, because unsigned numbers above 2^31
 * are floating-point to the machine code that V8 makes.
 */
import type { Matches } from './matches.ts'

type List = Pick<Matches, 'docs' | 'length'>

/** An empty set over so many passages. */
export function createBits(passages: number): Int32Array {
  return new Int32Array((passages + 31) >>> 5)
}

export function isIn(bits: Int32Array, doc: number): boolean {
  return (bits[doc >>> 5]! & (1 << (doc & 31))) !== 0
}

export function addTo(bits: Int32Array, { docs, length }: List): void {
  for (let i = 0; i < length; i++) bits[docs[i]! >>> 5]! |= 1 << (docs[i]! & 31)
}

/** Empties a set whose members are all in the list. */
export function clear(bits: Int32Array, { docs, length }: List): void {
  for (let i = 0; i < length; i++) bits[docs[i]! >>> 5] = 0
}

/** Writes the members into `docs`, ascending, and empties the set; how many. */
export function takeAll(bits: Int32Array, docs: Uint32Array): number {
  let length = 0
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at]!
    if (word === 0) continue
    bits[at] = 0
    const base = at << 5
    while (word !== 0) {
      const lowest = word & -word
      docs[length++] = base + 31 - Math.clz32(lowest)
      word ^= lowest
    }
  }
  return length
}
