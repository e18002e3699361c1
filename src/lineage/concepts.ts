/** What a passage says whatever its language: figures, glossary terms, and words that look alike in both languages. */
import type { LanguageTag } from '../model.ts'
import { different, foldedWords, hashOf } from './shingles.ts'
import { readWords } from './word-hashes.ts'

/** One term in both languages. */
export interface TermPair {
  readonly en: string
  readonly es: string
}

/** The different concepts of a text as numbers, ascending; none where the language is not known. */
export type ConceptReader = (text: string, language: LanguageTag) => Uint32Array

/** Weight of a figure beside a word: a number that both have is seldom an accident. */
export const figureWeight = 2

/** Figures are even numbers, words odd ones, so that a concept says which it is. */
export function isFigure(concept: number): boolean {
  return concept % 2 === 0
}

/** Reads concepts by a glossary. */
export function createConceptReader(glossary: readonly TermPair[]): ConceptReader {
  const terms = { en: byFirstWord(glossary, 'en'), es: byFirstWord(glossary, 'es') }
  return (text, language) => {
    if (language === 'und') return new Uint32Array()
    const { hashes, stems } = readWords(text)
    const found: number[] = []
    for (const [figure] of text.matchAll(/\p{N}+(?:[.,\s]\p{N}{3})*/gu)) {
      const digits = figure.replaceAll(/\D/g, '')
      if (digits.length > 1) found.push((hashOf(digits) & ~1) >>> 0)
    }
    for (let at = 0; at < hashes.length; at++) {
      if (stems[at] !== 0) found.push((stems[at]! | 1) >>> 0)
      for (const { rest, concept } of terms[language].get(hashes[at]!) ?? noTerms)
        if (rest.every((next, i) => hashes[at + 1 + i] === next)) found.push(concept)
    }
    return different(Uint32Array.from(found))
  }
}

const noTerms: readonly Term[] = []

interface Term {
  /** `hashOf` of the words after the first. */
  readonly rest: readonly number[]
  readonly concept: number
}

/** The terms of one language; a pair's concept is named by its English side. */
function byFirstWord(
  glossary: readonly TermPair[],
  language: 'en' | 'es',
): ReadonlyMap<number, readonly Term[]> {
  const terms = new Map<number, Term[]>()
  for (const pair of glossary) {
    const [first, ...rest] = foldedWords(pair[language])
    if (first === undefined || first.length < 3) continue
    const concept = (hashOf(foldedWords(pair.en).join(' ')) | 1) >>> 0
    const term = { rest: rest.map(hashOf), concept }
    terms.set(hashOf(first), [...(terms.get(hashOf(first)) ?? []), term])
  }
  return terms
}
