/** What a clause's word is in the index: its terms where they are found, each with its weight. */
import type { Clause, WeightedTerm } from '../engine.ts'
import { inverseFrequency } from '../score.ts'
import { findTerm, type Index, type Term } from './index.ts'
import { onlySegment, termsWith } from './prefix.ts'

/** One term of a word. */
export interface Word {
  readonly term: Term
  readonly weight: number
  readonly bonus: number
}

type Prefix = Extract<Clause, { kind: 'prefix' }>

/** The terms that any passage has. */
export function wordsOf(index: Index, terms: readonly WeightedTerm[]): Word[] {
  const words: Word[] = []
  for (const { term, weight, bonus = 0 } of terms) {
    const found = findTerm(index, term)
    if (found.parts.length > 0) words.push({ term: found, weight, bonus })
  }
  return words
}

/**
 * The terms that begin with the prefixes. Where ordinals are their order they are taken by ordinal: a short prefix stands
 * for thousands, and spelling each out to look it up again took four fifths of such a search.
 */
export function wordsWith(index: Index, { prefixes, weight }: Prefix): Word[] {
  const only = onlySegment(index.segments)
  if (!only) {
    const terms = prefixes.flatMap((prefix) => [...termsWith(index.segments, prefix)])
    return wordsOf(
      index,
      terms.map((term) => ({ term, weight })),
    )
  }
  const words: Word[] = []
  for (const prefix of prefixes) {
    const { from, to } = only.dictionary.range(prefix)
    for (let ordinal = from; ordinal < to; ordinal++) {
      const frequency = only.df[ordinal]!
      const inverse = inverseFrequency(index.columns.passages, frequency)
      const parts = [{ at: 0, ordinal, blob: index.blobs.read(0, ordinal), map: null }]
      words.push({ term: { frequency, inverse, parts }, weight, bonus: 0 })
    }
  }
  return words
}

/** An upper bound of how many passages have any of the terms. */
export function countTerms(index: Index, terms: readonly WeightedTerm[]): number {
  return terms.reduce((sum, { term }) => sum + findTerm(index, term).frequency, 0)
}

/** An upper bound of how many passages have a term that begins with the prefixes. */
export function countPrefix({ segments }: Index, { prefixes }: Prefix): number {
  let count = 0
  for (const { dictionary, liveDf } of segments) {
    for (const prefix of prefixes) {
      const { from, to } = dictionary.range(prefix)
      for (let ordinal = from; ordinal < to; ordinal++) count += liveDf[ordinal]!
    }
  }
  return count
}
