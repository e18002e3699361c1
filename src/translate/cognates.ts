/** Words that look alike in English and Spanish: democracy and democracia, photograph and fotografía. */
import { stemPrefix, stemTerm } from '../analyze/analyzer.ts'
import { withinDistance } from '../engine/distance.ts'
import type { Language } from '../model.ts'
import { createRecent, type Recent } from '../recent.ts'
import type { Rendering } from './dictionary.ts'

/** What translation asks of an index; an engine's vocabulary answers it. */
export interface KnownTerms {
  /** Number of passages in the index. */
  readonly passages: number
  /** Number of passages that have the term; 0 where unknown. */
  frequency(term: string): number
  /** Terms with the prefix, most frequent first. */
  withPrefix(prefix: string, limit: number): readonly string[]
  /** Terms the test accepts that begin with the literal prefix. */
  matching(prefix: string, test: (term: string) => boolean, limit: number): readonly string[]
}

/**
 * The rough common spelling of an English and a Spanish word, folded or stemmed: what both tongues write differently
 * for the same Latin or Greek part is written one way. Not pronounceable and never shown.
 */
export function roughSpelling(word: string): string {
  return rewrites.reduce((spelling, [from, to]) => spelling.replace(from, to), word)
}

/** In order. Each is a regular correspondence, with an example; none is about a single word. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'], // photograph, fotografía
  [/th/g, 't'], // theory, teoría
  [/(?<=[aeiou])ct(?=ion)/g, 'cc'], // action, acción
  [/t(?=io|ia)/g, 'c'], // nation, nación; potential, potencial
  [/ch(?=[^aeiou]|$)|qu|k|ch(?=[aou])/g, 'c'], // technology, tecnología; quality, calidad
  [/^e(?=s[^aeiou])/g, ''], // state, estado; special, especial
  [/y/g, 'i'], // system, sistema
  [/[ao]e/g, 'e'], // paediatric, pediátrico
  [/w/g, 'u'],
  [/h/g, ''], // harmony, armonía
  [/z|ss|sc(?=[ei])/g, 's'], // organize, organizar; scene, escena
  [/([a-z])\1+/g, '$1'], // commission, comisión
  [/nm/g, 'm'], // immigration, inmigración
]

/** A term and how alike it is to a word, 0..1: Dice over their 2- and 3-grams with the start marked. */
export interface Lookalike {
  readonly term: string
  readonly similarity: number
}

export interface CognateIndex {
  /** The terms at least so much like the stem, best first. */
  lookalikes(stem: string, atLeast: number, limit: number): readonly Lookalike[]
}

/** Indexes stem terms of one language by the 3-grams of their rough spelling. */
export function indexCognates(terms: readonly string[], language: Language): CognateIndex {
  const sizes = new Uint16Array(terms.length)
  const postings = new Map<string, number[]>()
  // For each term, the grams it shares with the word that is asked about; all 0 between two questions.
  const shared = new Uint16Array(terms.length)
  terms.forEach((term, i) => {
    const grams = gramsOf(roughSpelling(term.slice(stemPrefix[language].length)))
    sizes[i] = grams.size
    for (const gram of grams) {
      const posting = postings.get(gram)
      if (posting) posting.push(i)
      else postings.set(gram, [i])
    }
  })
  return {
    lookalikes(stem, atLeast, limit) {
      const grams = gramsOf(roughSpelling(stem))
      const met: number[] = []
      for (const gram of grams) {
        for (const i of postings.get(gram) ?? []) if (shared[i]!++ === 0) met.push(i)
      }
      const found: Lookalike[] = []
      for (const i of met) {
        const similarity = (2 * shared[i]!) / (grams.size + sizes[i]!)
        shared[i] = 0
        if (similarity >= atLeast) found.push({ term: terms[i]!, similarity })
      }
      return found
        .toSorted((a, b) => b.similarity - a.similarity || (a.term < b.term ? -1 : 1))
        .slice(0, limit)
    },
  }
}

function gramsOf(spelling: string): Set<string> {
  const grams = new Set<string>()
  const marked = `^${spelling}`
  for (let i = 0; i + 3 <= marked.length; i++) grams.add(marked.slice(i, i + 3))
  grams.add(marked.slice(0, 2))
  return grams
}

export interface CognateFinder {
  /** Words of the index that look like the word; none for numbers, short words, and words it has as they are. */
  renderings(
    word: string,
    direction: { readonly from: Language; readonly to: Language },
    vocabulary: KnownTerms,
  ): readonly Rendering[]
}

const leastSimilarity = 0.5
/**
 * Letters of the longer rough spelling that may differ, so none in four: short words share their few runs of letters with
 * anything, and a word of no language with some short word.
 */
const mostDifferent = 1 / 5
const mostLookalikes = 3
const shortestWord = 4
/** Beyond so many words the rarest are left out: they are misspellings and names. */
const largestVocabulary = 60_000

/** Words remembered: readers ask about the same few thousand. */
const mostWords = 4096

/** What is known of the words of one language in an index: its terms, and what was found among them. */
interface Known {
  readonly index: CognateIndex
  readonly found: Recent<string, readonly Rendering[]>
}

/** Finds cognates, indexing the vocabulary of an index when it is first asked about it. */
export function createCognateFinder(): CognateFinder {
  const indexes = new WeakMap<KnownTerms, Partial<Record<Language, Known>>>()
  return {
    renderings(word, { from, to }, vocabulary) {
      if (word.length < shortestWord || /\P{L}/u.test(word)) return []
      if (vocabulary.frequency(stemTerm(word, to)) > 0) return []
      const known = indexes.get(vocabulary) ?? {}
      indexes.set(vocabulary, known)
      const { index, found } = (known[to] ??= {
        index: indexCognates(usualTerms(vocabulary, to), to),
        found: createRecent(mostWords),
      })
      return found.get(word, () => {
        const stem = stemTerm(word, from).slice(stemPrefix[from].length)
        return index
          .lookalikes(stem, leastSimilarity, mostLookalikes)
          .filter(({ term }) => areAlike(stem, term.slice(stemPrefix[to].length)))
          .map(({ term, similarity }) => ({
            text: written(term, to, vocabulary),
            words: [[term]],
            weight: similarity ** 2,
            source: 'cognate' as const,
            ambiguous: true,
            of: [word],
          }))
      })
    },
  }
}

/** Whether two stems differ in few letters: `zebra` shares its beginning with `se` and `sexo`, and is neither. */
function areAlike(left: string, right: string): boolean {
  const [a, b] = [roughSpelling(left), roughSpelling(right)]
  return withinDistance(a, b, Math.floor(mostDifferent * Math.max(a.length, b.length))) !== null
}

function usualTerms(vocabulary: KnownTerms, language: Language): readonly string[] {
  const words = vocabulary.matching(stemPrefix[language], (term) => !/\d/u.test(term), Infinity)
  if (words.length <= largestVocabulary) return words
  return words
    .map((term) => ({ term, frequency: vocabulary.frequency(term) }))
    .toSorted((a, b) => b.frequency - a.frequency)
    .slice(0, largestVocabulary)
    .map(({ term }) => term)
}

/** A word as people write it for a stem: the most frequent one the index has; the stem where none begins like it. */
function written(term: string, language: Language, vocabulary: KnownTerms): string {
  const stem = term.slice(stemPrefix[language].length)
  const word = vocabulary
    .withPrefix(`=${stem}`, 20)
    .find((exact) => stemTerm(exact.slice(1), language) === term)
  return word?.slice(1) ?? stem
}
