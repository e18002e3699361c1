/** What a word that the index does not know was meant to be. */
import { fold } from '../analyze/stem.ts'
import type { Vocabulary } from '../engine/engine.ts'

export interface Correction {
  /** A spelling of the index, without accents. */
  readonly word: string
  readonly distance: number
}

const maxCorrections = 3
/** Shorter words are within one edit of too many others. */
const minLength = 4
/** From this length on two edits still leave a word recognisable. */
const longWord = 8

/** The nearest words of the index, at most three, most frequent first at one distance; none for short words and numbers. */
export function corrections(form: string, vocabulary: Vocabulary): readonly Correction[] {
  const folded = fold(form)
  if (folded.length < minLength || /[^\p{L}]/u.test(folded)) return []
  const limit = folded.length >= longWord ? 2 : 1
  const found = spellingsNear(folded, limit, vocabulary)
  const nearest = found[0]?.distance
  return found.filter(({ distance }) => distance === nearest).slice(0, maxCorrections)
}

/**
 * Spellings of the index within a distance of a folded word, the word itself left out: nearest first, then most frequent.
 * Accents count for nothing: an accented spelling is compared by the twin the index keeps without them.
 */
export function spellingsNear(
  folded: string,
  distance: number,
  vocabulary: Vocabulary,
): readonly Correction[] {
  const bare = vocabulary
    .near(`=${folded}`, distance, Infinity)
    .filter(({ term }) => fold(term) === term)
  const twins = vocabulary.near(`^${folded}`, distance, Infinity)
  const frequency = (word: string) =>
    vocabulary.frequency(`=${word}`) + vocabulary.frequency(`^${word}`)
  const found = new Map<string, number>()
  for (const { term, distance: far } of [...bare, ...twins]) {
    if (term.slice(1) !== folded) found.set(term.slice(1), far)
  }
  return [...found]
    .map(([word, far]) => ({ word, distance: far, frequency: frequency(word) }))
    .toSorted((left, right) => left.distance - right.distance || right.frequency - left.frequency)
    .map(({ word, distance: far }) => ({ word, distance: far }))
}
