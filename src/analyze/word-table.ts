/** What is known of plain words, found by their letters in a text: no string is made of a word that was met before. */

/** Made once for each different word, upper and lower case being one. */
export interface WordTable<T> {
  /** Of a stretch of units that are letters of Latin-1 and digits only; `make` is given the word in lower case. */
  get(units: Uint16Array, start: number, end: number): T
}

/** A corpus uses few words often; clearing beats tracking what was used last. */
const mostWords = 200_000

/** The lower case of letters of Latin-1: `toLowerCase` for a UTF-16 unit. */
const lower = Uint8Array.from({ length: 256 }, (_, unit) =>
  String.fromCharCode(unit).toLowerCase().charCodeAt(0),
)

export function createWordTable<T>(make: (word: string) => T): WordTable<T> {
  let values: T[] = []
  let size = 1024
  /** Open addressing: 0 = free, else a word's number + 1. */
  let slots = new Int32Array(size)
  /** By number: the hash, and where its letters end in `letters`. */
  let hashes = new Int32Array(size)
  let ends = new Int32Array(size)
  let letters = Buffer.alloc(8 * size)

  const clear = () => {
    values = []
    slots.fill(0)
  }
  const grow = () => {
    size *= 2
    slots = new Int32Array(size)
    hashes = copied(hashes, new Int32Array(size))
    ends = copied(ends, new Int32Array(size))
    for (let number = 0; number < values.length; number++) {
      let slot = hashes[number]! & (size - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
      slots[slot] = number + 1
    }
  }
  const add = (hash: number, units: Uint16Array, start: number, end: number): T => {
    if (values.length >= mostWords) clear()
    if (values.length * 2 >= size) grow()
    const number = values.length
    const from = number === 0 ? 0 : ends[number - 1]!
    const to = from + end - start
    if (to > letters.length) letters = copied(letters, Buffer.alloc(2 * to))
    for (let at = start; at < end; at++) letters[from + at - start] = lower[units[at]!]!
    const value = make(letters.toString('latin1', from, to))
    let slot = hash & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = number + 1
    hashes[number] = hash
    ends[number] = to
    values.push(value)
    return value
  }
  const isAt = (number: number, units: Uint16Array, start: number, end: number): boolean => {
    const from = number === 0 ? 0 : ends[number - 1]!
    if (ends[number]! - from !== end - start) return false
    for (let at = start; at < end; at++)
      if (letters[from + at - start] !== lower[units[at]!]) return false
    return true
  }
  return {
    get(units, start, end) {
      let hash = 0x811c9dc5
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ lower[units[at]!]!, 0x01000193)
      hash ^= hash >>> 15
      for (let slot = hash & (size - 1); slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
        const number = slots[slot]! - 1
        if (hashes[number] === hash && isAt(number, units, start, end)) return values[number]!
      }
      return add(hash, units, start, end)
    },
  }
}

function copied<A extends Int32Array | Uint8Array>(from: A, to: A): A {
  to.set(from)
  return to
}
