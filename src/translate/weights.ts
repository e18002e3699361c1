/** How much a term of the other language counts, so that a passage competes fairly whatever its language. */
import { inverseFrequency } from '../engine/score.ts'
import type { KnownTerms } from './cognates.ts'
import type { PlacedTerm, Translation } from './translate.ts'

interface Index {
  readonly vocabulary: KnownTerms
  readonly passages: number
}

// How much of the confidence in the best rendering of a word stays in the weights: at 0 a poor guess counts as the
// word itself, at 1 a word of many renderings loses against one of few.
const confidence = 0.3

/**
 * Gives each term the weight it has in its query word's clause. The renderings of a word are one word, spread: its
 * rarity is that of all of them together (Darwish and Oard's probabilistic structured queries, 2003). Without this a
 * rare wrong rendering outweighs the usual one. A term that two renderings share counts once, with the better.
 */
export function weigh(found: readonly Translation[], index: Index): Translation[] {
  const groups = new Map<string, PlacedTerm[]>()
  for (const { language, terms } of found) {
    for (const term of terms) {
      const key = `${language} ${term.word}`
      const group = groups.get(key) ?? []
      group.push(term)
      groups.set(key, group)
    }
  }
  const weighed = new Map<PlacedTerm, number>()
  for (const group of groups.values()) weighGroup(group, index, weighed)
  return found.flatMap((translation) => {
    const terms = translation.terms.flatMap((term) => {
      const weight = weighed.get(term)
      return weight === undefined ? [] : [{ ...term, weight }]
    })
    return terms.length === 0 ? [] : [{ ...translation, terms }]
  })
}

function weighGroup(
  group: readonly PlacedTerm[],
  { vocabulary, passages }: Index,
  weighed: Map<PlacedTerm, number>,
): void {
  const best = new Map<string, PlacedTerm>()
  for (const placed of group) {
    const known = best.get(placed.term)
    if (!known || known.weight < placed.weight) best.set(placed.term, placed)
  }
  const terms = [...best.values()]
  const top = Math.max(...terms.map(({ weight }) => weight))
  const spread = terms.reduce(
    (sum, { term, weight }) => sum + (weight / top) * vocabulary.frequency(term),
    0,
  )
  const rarity = inverseFrequency(passages, Math.min(spread, passages))
  for (const placed of terms) {
    const own = inverseFrequency(passages, vocabulary.frequency(placed.term))
    const weight = (placed.weight / top) * top ** confidence * (rarity / own)
    weighed.set(placed, Math.min(1, weight))
  }
}
