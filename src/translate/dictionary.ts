/** Pairs of renderings as a table from the words of one language to those of the other. */
import type { Language } from '../model.ts'
import type { GlossaryPair } from './glossary.ts'

export type CrossSource = 'glossary' | 'learned' | 'cognate'

/** What the analyzer knows that translation needs; the chain is the one that indexes and searches. */
export interface Analysis {
  /** The term a word is indexed under in that language, with the language's prefix. */
  toTerm(word: string, language: Language): string
  isStopWord(word: string, language: Language): boolean
  /** The words of a text as the index splits them. */
  words(text: string): readonly string[]
}

/** One way to say something in the other language. */
export interface Rendering {
  /** As people write it. */
  readonly text: string
  /** The index terms of its words, stop words left out. */
  readonly terms: readonly string[]
  /** 0..1, the share of this rendering among all of its source. */
  readonly weight: number
  readonly source: CrossSource
  readonly ambiguous: boolean
}

/** Renderings by the source's terms joined with spaces, and the greatest number of words in a key. */
export interface Dictionary {
  readonly renderings: ReadonlyMap<string, readonly Rendering[]>
  readonly longest: number
}

/** A rendering in second place is worth this much of the one before it; the order was given by the reviewer. */
const nextRank = 0.6
const ofAmbiguous = 0.6

/**
 * The table from `from` to the other language. Keys are of all words of the source, stop words too, so that
 * "trata de personas" is one entry; renderings of one key that stand for the same terms are one.
 */
export function createDictionary(
  pairs: readonly GlossaryPair[],
  from: Language,
  analysis: Analysis,
): Dictionary {
  const to = from === 'en' ? 'es' : 'en'
  const renderings = new Map<string, Rendering[]>()
  let longest = 1
  for (const pair of pairs) {
    const source = analysis.words(pair[from])
    const terms = contentTerms(pair[to], to, analysis)
    if (source.length === 0 || terms.length === 0) continue
    longest = Math.max(longest, source.length)
    const key = keyOf(source, from, analysis)
    const known = renderings.get(key) ?? []
    add(known, {
      text: pair[to],
      terms,
      weight: nextRank ** pair.rank * (pair.ambiguous ? ofAmbiguous : 1),
      source: 'glossary',
      ambiguous: pair.ambiguous,
    })
    renderings.set(key, known)
  }
  for (const known of renderings.values()) known.sort((a, b) => b.weight - a.weight)
  return { renderings, longest }
}

/** The key of a run of words. */
export function keyOf(words: readonly string[], language: Language, analysis: Analysis): string {
  return words.map((word) => analysis.toTerm(word, language)).join(' ')
}

function contentTerms(text: string, language: Language, analysis: Analysis): string[] {
  const words = analysis.words(text)
  const content = words.filter((word) => !analysis.isStopWord(word, language))
  return [...new Set(content.map((word) => analysis.toTerm(word, language)))]
}

function add(known: Rendering[], rendering: Rendering): void {
  const same = known.findIndex((other) => other.terms.join(' ') === rendering.terms.join(' '))
  if (same === -1) known.push(rendering)
  else if (known[same]!.weight < rendering.weight) known[same] = rendering
}
