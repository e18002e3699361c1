/** One word of a query → the terms of the index that stand for it, and what each is worth. */
import { exactTerm, spellingTerms, stemTerm } from '../analyze/analyzer.ts'
import { fold, stem } from '../analyze/stem.ts'
import type { WeightedTerm } from '../engine/engine.ts'
import { bm25, inverseFrequency } from '../engine/score.ts'
import type { Language, LanguageTag } from '../model.ts'
import type { Census } from './census.ts'
import { corrections, type Correction } from './spelling.ts'
import { tuning } from './tuning.ts'

/** What decides how words become terms. */
export interface Reading {
  readonly census: Census
  /** The language of the query. */
  readonly language: LanguageTag
  /** No stems, accents literal. */
  readonly exact: boolean
  /**
   * Whether the spelling as typed stands above every other form whatever its rarity. So where a word stands alone; among
   * several words it is one reason beside others.
   */
  readonly strict: boolean
}

export interface WordTerms {
  readonly terms: readonly WeightedTerm[]
  /** What the word was taken for, where the index does not know it. */
  readonly corrections: readonly Correction[]
}

/** The terms of a word as typed, in lower case: its stems in both languages and its spelling, or its corrections. */
export function wordTerms(form: string, reading: Reading): WordTerms {
  const { vocabulary } = reading.census
  if (reading.exact) return { terms: [{ term: exactTerm(form), weight: 1 }], corrections: [] }
  const stems = stemTerms(form, reading, 1)
  if (isIndexed(form, reading.census))
    return { terms: withSpelling(form, stems, reading), corrections: [] }
  const found = corrections(form, vocabulary)
  const kinds = new Set(found.map(({ word }) => `${stem(word, 'en')} ${stem(word, 'es')}`))
  const weight = tuning.correction / Math.sqrt(kinds.size)
  return {
    terms: merged(found.flatMap(({ word }) => stemTerms(word, reading, weight))),
    corrections: found,
  }
}

/** Whether the index has the word, in any of its forms or spellings. */
export function isIndexed(form: string, { vocabulary }: Pick<Census, 'vocabulary'>): boolean {
  const terms = [stemTerm(form, 'en'), stemTerm(form, 'es'), ...spellingTerms(form)]
  return terms.some((term) => vocabulary.frequency(term) > 0)
}

/** The stems of a word in both languages, as rare as they are among the passages of their own. */
export function stemTerms(
  form: string,
  { census, language }: Reading,
  weight: number,
): WeightedTerm[] {
  return (['en', 'es'] as const).map((each) => {
    const term = stemTerm(form, each)
    const own = language === 'und' || language === each
    const factor = rarityFactor(term, each, census)
    return { term, weight: weight * factor * (own ? 1 : tuning.otherLanguage) }
  })
}

/**
 * Engines take a term's rarity over all passages; where one language has few of them, its every word would look rare. This
 * factor makes it the rarity among the passages of the term's own language.
 */
export function rarityFactor(term: string, language: Language, census: Census): number {
  const { vocabulary, passages } = census
  const frequency = vocabulary.frequency(term)
  if (frequency === 0) return 1
  const overall = inverseFrequency(vocabulary.passages, frequency)
  return inverseFrequency(Math.max(frequency, passages[language]), frequency) / overall
}

/** The most that terms can score in any passage. */
export function ceiling(terms: readonly WeightedTerm[], { vocabulary }: Census): number {
  return terms.reduce((sum, { term, weight }) => {
    const inverse = inverseFrequency(vocabulary.passages, vocabulary.frequency(term))
    return sum + weight * inverse * (bm25.d + bm25.k + 1)
  }, 0)
}

/** Puts the spelling as typed above other forms, and the accents as typed above others. */
function withSpelling(
  form: string,
  stems: readonly WeightedTerm[],
  reading: Reading,
): WeightedTerm[] {
  const most = ceiling(stems, reading.census)
  const step = reading.strict ? most : tuning.spelling * most
  const isAccented = fold(form) !== form
  const spelled = spellingTerms(form).map((term) => ({ term, weight: 0, bonus: step }))
  const literal = { term: exactTerm(form), weight: 0, bonus: 2 * step }
  return [...stems, ...(isAccented ? [...spelled, literal] : spelled)]
}

/** One entry a term: the corrections of a word often share a stem. */
function merged(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const weights = new Map<string, number>()
  for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0))
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

/** The terms of a word without weights, for places in a phrase. */
export function bareTerms(form: string, { exact }: Reading): string[] {
  return exact ? [exactTerm(form)] : [stemTerm(form, 'en'), stemTerm(form, 'es')]
}
