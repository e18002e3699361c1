/**
 * The terms of a segment, sorted by UTF-16 code units as JavaScript sorts strings.
 *
 * Sections:
 *
 *     alphabet  u16  the distinct code units of all terms, ascending
 *     text      u8 or u16  all terms one after another, each unit as its place in the alphabet (order is kept, so bytes
 *               compare as strings do; an alphabet beyond 256 units takes two bytes a unit)
 *     starts    u32  where each term begins in `text`, and where the last ends
 *
 * A term is known by its ordinal. Nothing is decoded but the terms that are asked for.
 */
import { createList, numbers, push, reserveNumbers, type NumberList } from './numbers.ts'
import type { IndexFile, Numbers } from './file.ts'

/** Read access to sorted terms. */
export interface Dictionary {
  /** Number of terms. */
  readonly size: number
  /** The units of all terms, as places in the alphabet. */
  readonly text: Uint8Array | Uint16Array
  /** Where each term begins in `text`; one more entry than there are terms. */
  readonly starts: Uint32Array
  term(ordinal: number): string
  /** Ordinal, or -1 where there is no such term. */
  find(term: string): number
  /** Half-open range of the ordinals that begin with a prefix. */
  range(prefix: string): { readonly from: number; readonly to: number }
  /** Places of the units of a string in the alphabet; -1 for one that no term has. */
  encode(text: string): Int32Array
}

export interface DictionarySections extends Record<string, Numbers> {
  readonly alphabet: Uint16Array
  readonly text: Uint8Array | Uint16Array
  readonly starts: Uint32Array
}

export interface DictionaryBuilder {
  /** Appends a term; terms come in ascending order. */
  add(term: string): void
  /** Ends the dictionary. */
  sections(): DictionarySections
}

/** Collects sorted terms and lays them out as sections. */
export function createDictionaryBuilder(): DictionaryBuilder {
  // Units are collected as they are: the alphabet is only known at the end.
  const units: NumberList = createList(4096)
  const starts = createList()
  const isUsed = new Uint8Array(65536)
  return {
    add(term) {
      push(starts, units.length)
      reserveNumbers(units, term.length)
      for (let i = 0; i < term.length; i++) {
        const unit = term.charCodeAt(i)
        units.values[units.length++] = unit
        isUsed[unit] = 1
      }
    },
    sections() {
      const alphabet = new Uint16Array(isUsed.reduce((sum, used) => sum + used, 0))
      const places = new Uint16Array(65536)
      let next = 0
      isUsed.forEach((used, unit) => {
        if (used === 0) return
        places[unit] = next
        alphabet[next++] = unit
      })
      const text =
        alphabet.length <= 256 ? new Uint8Array(units.length) : new Uint16Array(units.length)
      for (let i = 0; i < units.length; i++) text[i] = places[units.values[i]!]!
      push(starts, units.length)
      return { alphabet, text, starts: numbers(starts) }
    },
  }
}

/** Opens the dictionary of a segment. */
export function openDictionary(file: IndexFile): Dictionary {
  const alphabet = file.section('alphabet', 'u16')
  const starts = file.section('starts', 'u32')
  const text = file.section('text', alphabet.length <= 256 ? 'u8' : 'u16')
  const size = starts.length - 1
  const layout: Layout = { text, starts, alphabet }

  const encode = (term: string): Int32Array => {
    const codes = new Int32Array(term.length)
    for (let i = 0; i < term.length; i++) codes[i] = placeOf(alphabet, term.charCodeAt(i))
    return codes
  }
  /** First ordinal whose term is not below the string; `past`: not below any string that begins with it. */
  const bound = (target: string, past: boolean): number => {
    let from = 0
    let to = size
    while (from < to) {
      const middle = (from + to) >>> 1
      const order = compare(layout, middle, target)
      if (order < 0 || (past && order === 0)) from = middle + 1
      else to = middle
    }
    return from
  }
  const isTerm = (ordinal: number, term: string): boolean => {
    if (ordinal >= size) return false
    const length = starts[ordinal + 1]! - starts[ordinal]!
    return length === term.length && compare(layout, ordinal, term) === 0
  }
  // A word that is put together letter by letter leaves as many strings behind.
  const letters = Buffer.alloc(256)
  // What was found last: the many terms of a prefix are asked for one after another.
  let last = -1
  return {
    size,
    text,
    starts,
    encode,
    term(ordinal) {
      const start = starts[ordinal]!
      const length = starts[ordinal + 1]! - start
      let isLatin1 = length <= letters.length
      for (let i = 0; isLatin1 && i < length; i++) {
        const unit = alphabet[text[start + i]!]!
        letters[i] = unit
        isLatin1 = unit < 256
      }
      if (isLatin1) return letters.toString('latin1', 0, length)
      return Array.from(text.subarray(start, start + length), (place) =>
        String.fromCharCode(alphabet[place]!),
      ).join('')
    },
    find(term) {
      const next = last + 1
      if (isTerm(next, term)) return (last = next)
      const ordinal = bound(term, false)
      return isTerm(ordinal, term) ? (last = ordinal) : -1
    },
    range: (prefix) => ({ from: bound(prefix, false), to: bound(prefix, true) }),
  }
}

/** Place of a unit in the alphabet, -1 where it is not in it. */
function placeOf(alphabet: Uint16Array, unit: number): number {
  let from = 0
  let to = alphabet.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if (alphabet[middle]! < unit) from = middle + 1
    else to = middle
  }
  return alphabet[from] === unit ? from : -1
}

interface Layout {
  readonly text: Uint8Array | Uint16Array
  readonly starts: Uint32Array
  readonly alphabet: Uint16Array
}

/** Order of a term to a string: below 0, above 0, or 0 where the term begins with the string. */
function compare({ text, starts, alphabet }: Layout, ordinal: number, target: string): number {
  const start = starts[ordinal]!
  const length = starts[ordinal + 1]! - start
  for (let i = 0; i < target.length; i++) {
    if (i >= length) return -1
    const order = alphabet[text[start + i]!]! - target.charCodeAt(i)
    if (order !== 0) return order
  }
  return 0
}
