/** What a passage says whatever its language: figures, glossary terms, and words that look alike in both languages. */
import type { LanguageTag } from '../model.ts'
import { foldedWords, hashOf } from './shingles.ts'

/** One term in both languages. */
export interface TermPair {
  readonly en: string
  readonly es: string
}

/** The different concepts of a text as numbers, ascending; none where the language is not known. */
export type ConceptReader = (text: string, language: LanguageTag) => Uint32Array

/** Letters that English and Spanish words of one origin mostly share: 'investi|gation', 'investi|gación'. */
const STEM = 5
const LONG = 6

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
    const words = foldedWords(text)
    const found = new Set<number>()
    for (const [figure] of text.matchAll(/\p{N}+(?:[.,\s]\p{N}{3})*/gu)) {
      const digits = figure.replaceAll(/\D/g, '')
      if (digits.length > 1) found.add((hashOf(digits) & ~1) >>> 0)
    }
    words.forEach((word, at) => {
      if (word.length >= LONG && !/\d/.test(word)) found.add(odd(`~${word.slice(0, STEM)}`))
      for (const { rest, concept } of terms[language].get(word) ?? []) {
        if (rest.every((next, i) => words[at + 1 + i] === next)) found.add(concept)
      }
    })
    return Uint32Array.from(found).toSorted()
  }
}

interface Term {
  readonly rest: readonly string[]
  readonly concept: number
}

/** The terms of one language; a pair's concept is named by its English side. */
function byFirstWord(
  glossary: readonly TermPair[],
  language: 'en' | 'es',
): ReadonlyMap<string, readonly Term[]> {
  const terms = new Map<string, Term[]>()
  for (const pair of glossary) {
    const [first, ...rest] = foldedWords(pair[language])
    if (first === undefined || first.length < 3) continue
    const term = { rest, concept: odd(foldedWords(pair.en).join(' ')) }
    terms.set(first, [...(terms.get(first) ?? []), term])
  }
  return terms
}

function odd(name: string): number {
  return (hashOf(name) | 1) >>> 0
}
