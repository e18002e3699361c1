/** How far passages say a query's words in its very letters: by runs of letters over the spaces between words. */
import { fold } from '../analyze/stem.ts'
import type { LanguageTag } from '../model.ts'
import { inverseFrequency, termScore } from '../engine/score.ts'

/** What is read of a passage. */
export interface Candidate {
  readonly text: string
  readonly language: LanguageTag
}

/**
 * What is added to the scores of the first passages. `wordings` says the query in each language; a passage is compared
 * with that of its own, and no language gains by its wording being the longer: the means of all are made equal. Never
 * negative, so none of the first falls below the others.
 */
export function letterScores(
  candidates: readonly Candidate[],
  wordings: Readonly<Record<LanguageTag, string>>,
  weight: number,
): number[] {
  const scores = candidates.map(() => 0)
  const groups = languages.map((language) => {
    const members = candidates.flatMap((each, at) => (each.language === language ? [at] : []))
    const found = compare(
      members.map((at) => runsOf(candidates[at]!)),
      grams(wordings[language], sizes[language]),
    )
    return { members, found, mean: sum(found) / (members.length || 1) }
  })
  const highest = Math.max(...groups.map(({ mean }) => mean))
  for (const { members, found, mean } of groups) {
    for (const [index, at] of members.entries()) {
      scores[at] = weight * (found[index]! - mean + highest)
    }
  }
  return scores
}

const languages: readonly LanguageTag[] = ['en', 'es', 'und']

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** BM25+ of the runs of a wording, their rarity taken among these texts. */
function compare(texts: readonly Int32Array[], wording: Int32Array): number[] {
  if (texts.length === 0) return []
  const wanted = new Map<number, number>()
  const isWanted = new Uint8Array(sieve)
  for (const gram of wording) {
    if (!wanted.has(gram)) wanted.set(gram, wanted.size)
    isWanted[gram % sieve] = 1
  }
  const counted = texts.map((text) => count(text, wanted, isWanted))
  const mean = sum(counted.map(({ total }) => total)) / (texts.length || 1)
  const frequencies = new Uint32Array(wanted.size)
  for (const { counts } of counted) {
    for (let at = 0; at < counts.length; at++) if (counts[at]! > 0) frequencies[at]!++
  }
  const inverse = Array.from(frequencies, (each) => inverseFrequency(texts.length, each))
  return counted.map(({ counts, total }) => {
    let score = 0
    for (let at = 0; at < counts.length; at++) {
      if (counts[at]! > 0) score += termScore(inverse[at]!, counts[at]!, total / mean)
    }
    return score
  })
}

// Looking up every run in a map is slow: most are told apart by their remainder.
const sieve = 4093

/** How often each wanted run occurs, and how many runs there are. */
function count(all: Int32Array, wanted: ReadonlyMap<number, number>, isWanted: Uint8Array) {
  const counts = new Uint16Array(wanted.size)
  for (let i = 0; i < all.length; i++) {
    const gram = all[i]!
    if (isWanted[gram % sieve] === 0) continue
    const at = wanted.get(gram)
    if (at !== undefined) counts[at]!++
  }
  return { counts, total: all.length }
}

/** Letters a run: four do well in European languages (McNamee and Mayfield 2004); in English five did better here. */
const sizes: Readonly<Record<LanguageTag, number>> = { en: 5, es: 4, und: 5 }
const bits = 5
const known = new WeakMap<Candidate, Int32Array>()

/** The runs of a passage, for as long as it is held. */
function runsOf(candidate: Candidate): Int32Array {
  const runs = known.get(candidate) ?? grams(candidate.text, sizes[candidate.language])
  known.set(candidate, runs)
  return runs
}

/** Runs of letters as numbers, five bits a letter, from one end of the text to the other, over the spaces between words. */
function grams(text: string, size: number): Int32Array {
  const full = (1 << (size * bits)) - 1
  let runs = new Int32Array(text.length + 2)
  let length = 0
  // Before the first word stands a space.
  let run = 0
  let seen = 1
  const take = (letter: number) => {
    // Whatever stands between words is one space.
    if (letter === 0 && (run & 31) === 0) return
    run = ((run << bits) | letter) & full
    if (++seen < size) return
    if (length === runs.length) runs = doubled(runs)
    runs[length++] = run
  }
  const lower = text.toLowerCase()
  for (let at = 0; at < lower.length; at++) {
    const letter = letterOf[lower.charCodeAt(at)]!
    if (letter !== SEVERAL) take(letter)
    else {
      const character = String.fromCodePoint(lower.codePointAt(at)!)
      lettersOf(character).forEach(take)
      at += character.length - 1
    }
  }
  take(0)
  return runs.subarray(0, length)
}

const separator = /[^\p{L}\p{N}]+/gu

/** The letters of a character without its accents; 0 = a space. What is no letter of the alphabet shares a number with one. */
function lettersOf(character: string): number[] {
  return Array.from(fold(character).replace(separator, ' '), (letter) =>
    letter === ' ' ? 0 : 1 + (letter.charCodeAt(0) % 31),
  )
}

/** The letter that a UTF-16 unit is; SEVERAL where that takes more than a look. */
const SEVERAL = 255
const letterOf = new Uint8Array(0x10000).fill(SEVERAL)
// Latin letters, and the dashes and quotation marks of General Punctuation.
for (const [from, to] of [
  [0, 0x250],
  [0x2000, 0x2070],
] as const) {
  for (let unit = from; unit < to; unit++) {
    const letters = lettersOf(String.fromCharCode(unit))
    if (letters.length === 1) letterOf[unit] = letters[0]!
  }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length)
  more.set(numbers)
  return more
}
