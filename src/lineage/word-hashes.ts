/** The words of a text as numbers, read in one go: the same words as `foldedWords` has, and no string made of any. */
import { unitsOf } from '../letters.ts'
import { foldedWords, hashOf } from './shingles.ts'

/** The words of a text in order; valid until the next text is read. */
export interface WordHashes {
  /** `hashOf` of each word. */
  readonly hashes: Uint32Array
  /** `hashOf` of '~' and the first letters of each word that is long and has no digits; 0 for the others. */
  readonly stems: Uint32Array
}

/** Letters that English and Spanish words of one origin mostly share: 'investi|gation', 'investi|gación'. */
const STEM = 5
const LONG = 6

/** What becomes of a UTF-16 unit: the unit it folds to, or one of these. */
const BREAK = 0
const MARK = 1
/** Not to be judged by itself: half of a character, or one that folds to several. */
const COMPLEX = 2
const UNSEEN = 3
const folds = new Uint16Array(0x10000).fill(UNSEEN)

/** Folds one unit, and remembers it. */
function fold(unit: number): number {
  const letter = String.fromCharCode(unit)
  const bare = letter.normalize('NFD').replace(/\p{M}+/gu, '')
  const folded = bare.toLowerCase()
  // Capital sigma has two small forms, by its place in the word.
  const simple = folded.length === 1 && !/[\p{Cs}Σ]/u.test(letter)
  if (bare === '') folds[unit] = MARK
  else if (!simple) folds[unit] = COMPLEX
  else folds[unit] = /[\p{L}\p{N}]/u.test(folded) ? folded.charCodeAt(0) : BREAK
  return folds[unit]!
}

let hashes = new Uint32Array(1024)
let stems = new Uint32Array(1024)

/** Reads the words of a text. */
export function readWords(text: string): WordHashes {
  if (hashes.length <= text.length) {
    hashes = new Uint32Array(2 * text.length)
    stems = new Uint32Array(2 * text.length)
  }
  const units = unitsOf(text)
  let [count, hash, stem, length] = [0, SEED, TILDE, 0]
  for (let i = 0; i <= text.length; i++) {
    let unit = i < text.length ? folds[units[i]!]! : BREAK
    if (unit === UNSEEN) unit = fold(units[i]!)
    if (unit > UNSEEN) {
      hash = step(hash, unit)
      if (length++ < STEM) stem = step(stem, unit)
      if (unit <= NINE && unit >= ZERO) length = HAS_DIGIT
    } else if (unit === COMPLEX) return ofWords(foldedWords(text))
    // A step makes a signed number, so no word has the hash of none.
    else if (unit === BREAK && hash !== SEED) {
      hashes[count] = hash
      stems[count++] = length >= LONG ? stem : 0
      hash = SEED
      stem = TILDE
      length = 0
    }
  }
  return { hashes: hashes.subarray(0, count), stems: stems.subarray(0, count) }
}

function ofWords(words: readonly string[]): WordHashes {
  return {
    hashes: Uint32Array.from(words, hashOf),
    stems: Uint32Array.from(words, (word) =>
      word.length >= LONG && !/\d/.test(word) ? hashOf(`~${word.slice(0, STEM)}`) : 0,
    ),
  }
}

const SEED = 0x811c9dc5
const [ZERO, NINE] = [0x30, 0x39]
/** A length that no word makes up for. */
const HAS_DIGIT = -(2 ** 30)

/** One step of FNV-1a. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

const TILDE = step(SEED, '~'.charCodeAt(0))
