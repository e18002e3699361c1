/** How much a term of the other language counts, so that a passage competes fairly whatever its language. */
import { inverseFrequency } from '../engine/score.ts'
import type { Language } from '../model.ts'
import type { KnownTerms } from './cognates.ts'
import type { RenderedWord, Translation } from './translate.ts'

/** What the rarity of a term is taken from. */
export interface Rarity {
  readonly vocabulary: KnownTerms
  /** How many passages the index has of each language. */
  readonly passages: Readonly<Record<Language, number>>
}

// How much of the confidence in the best rendering of a word stays in the weights: at 0 a poor guess counts as the
// word itself, at 1 a word of many renderings loses against one of few.
const confidence = 0.3

/** The part of one rendering that stands for one query word: terms that mean it together. */
interface Share {
  readonly words: readonly RenderedWord[]
  readonly weight: number
}

/**
 * Gives each term the weight it has in its query word's clause: what engines multiply its own rarity with. The renderings
 * of a word are one word, spread: its rarity is that of all of them together, among the passages of their language
 * (probabilistic structured queries, Darwish and Oard 2003). Without this a rare wrong rendering outweighs the usual one.
 * A term that two renderings share counts once, with the better.
 */
export function weigh(found: readonly Translation[], rarity: Rarity): Translation[] {
  const weighed = new Map<RenderedWord, RenderedWord>()
  for (const [key, shares] of sharesByWord(found)) {
    const language: Language = key.startsWith('en') ? 'en' : 'es'
    weighShares([...shares.values()], { ...rarity, of: rarity.passages[language] }, weighed)
  }
  return found.flatMap((translation) => {
    const words = translation.words.flatMap((word) => weighed.get(word) ?? [])
    return words.length === 0 ? [] : [{ ...translation, words }]
  })
}

/** By language and query word, the shares of all renderings that stand for it; of equal shares the weightiest. */
function sharesByWord(found: readonly Translation[]): Map<string, Map<string, Share>> {
  const byWord = new Map<string, Map<string, Share>>()
  for (const { language, words, weight } of found) {
    for (const place of new Set(words.map((word) => word.place))) {
      const here = words.filter((word) => word.place === place)
      const key = `${language} ${place}`
      const shares = byWord.get(key) ?? new Map<string, Share>()
      byWord.set(key, shares)
      const same = here.map(({ terms }) => terms.map(({ term }) => term).join('|')).join(' ')
      if ((shares.get(same)?.weight ?? 0) < weight) shares.set(same, { words: here, weight })
    }
  }
  return byWord
}

function weighShares(
  shares: readonly Share[],
  { vocabulary, of }: Rarity & { readonly of: number },
  weighed: Map<RenderedWord, RenderedWord>,
): void {
  const top = Math.max(...shares.map(({ weight }) => weight))
  const frequency = ({ words }: Share) =>
    Math.min(...words.map(({ terms }) => sum(terms.map(({ term }) => vocabulary.frequency(term)))))
  const spread = sum(shares.map((share) => (share.weight / top) * frequency(share)))
  const rarity = inverseFrequency(Math.max(of, spread), spread)
  for (const { words, weight } of shares) {
    const share = ((weight / top) * top ** confidence) / words.length
    for (const word of words) {
      const terms = word.terms.map(({ term }) => {
        const own = inverseFrequency(vocabulary.passages, vocabulary.frequency(term))
        return { term, weight: Math.min(1, (share * rarity) / own) }
      })
      weighed.set(word, { place: word.place, terms })
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
