/** Pairs of renderings as a table from the words of one language to those of the other. */
import { stemTerm } from '../analyze/analyzer.ts'
import { fold } from '../analyze/stem.ts'
import { isStopWord } from '../analyze/stop-words.ts'
import { tokenize } from '../analyze/tokenize.ts'
import type { Language } from '../model.ts'
import type { IrregularForms } from './forms.ts'
import type { GlossaryPair } from './glossary.ts'
import type { LearnedPair } from './learn.ts'

export type CrossSource = 'glossary' | 'learned' | 'cognate'

/** One way to say something in the other language. */
export interface Rendering {
  /** As people write it. */
  readonly text: string
  /** For each of its words, stop words left out, the index terms of its forms. */
  readonly words: readonly (readonly string[])[]
  /** 0..1, how usual this rendering is among all of its source. */
  readonly weight: number
  readonly source: CrossSource
  readonly ambiguous: boolean
  /** The words it renders, in lower case without accents: words that share a stem may say it alike. */
  readonly of: readonly string[]
}

export interface Dictionary {
  /** The greatest number of words of any source. */
  readonly longest: number
  /** The renderings of a run of lower-case words in any of their forms, the most usual first. */
  lookUp(words: readonly string[]): readonly Rendering[]
}

/** A source, what it is said as, and in which place among its renderings. */
interface Entry {
  readonly source: string
  readonly text: string
  readonly weight: number
  readonly ambiguous: boolean
}

// A rendering in second place is worth this much of the one before it; the order is the reviewer's. Both were chosen on
// one half of the XQuAD queries and held on the other; between .4 and .8 nDCG moves by less than .004.
const nextRank = 0.6
const ofAmbiguous = 0.6

/** The table of the reviewed pairs. Keys are of all words of the source, so that "trata de personas" is one. */
export function createDictionary(
  pairs: readonly GlossaryPair[],
  from: Language,
  forms: IrregularForms,
): Dictionary {
  const entries = pairs.map((pair) => ({
    source: pair[from],
    text: pair[from === 'en' ? 'es' : 'en'],
    weight: nextRank ** pair.rank * (pair.ambiguous ? ofAmbiguous : 1),
    ambiguous: pair.ambiguous,
  }))
  return tabulate(entries, { from, source: 'glossary', forms })
}

/**
 * The table of learned pairs. The weight is the root of the probability: of two renderings at .8 and .2, both are
 * worth searching, and the rarer is not worth a quarter only (+.01 nDCG over the probability itself).
 */
export function createLearnedDictionary(
  pairs: readonly LearnedPair[],
  from: Language,
  forms: IrregularForms,
): Dictionary {
  const entries = pairs.map((pair) => ({
    source: pair[from],
    text: pair[from === 'en' ? 'es' : 'en'],
    weight: Math.sqrt(from === 'en' ? pair.toSpanish : pair.toEnglish),
    ambiguous: false,
  }))
  return tabulate(entries, { from, source: 'learned', forms })
}

interface Table {
  readonly from: Language
  readonly source: CrossSource
  readonly forms: IrregularForms
}

/**
 * Stems only what is asked for: all of 12,000 words take half a second. A stem keeps the first two letters of its word, so
 * the sources that begin like a query word are all that can have its stem; of these, what they are said as is read for
 * the query word alone.
 */
function tabulate(entries: readonly Entry[], table: Table): Dictionary {
  const waiting = new Map<string, Entry[]>()
  let longest = 1
  for (const entry of entries) {
    longest = Math.max(longest, entry.source.split(/[\s-]+/u).length)
    for (const source of formsOf(entry.source, table)) {
      const begin = beginning(source)
      const known = waiting.get(begin)
      if (known) known.push({ ...entry, source })
      else waiting.set(begin, [{ ...entry, source }])
    }
  }
  const sources = new Map<string, Entry[]>()
  const renderings = new Map<string, Rendering[]>()
  return {
    longest,
    lookUp(words) {
      const begin = beginning(words[0] ?? '')
      const unread = waiting.get(begin)
      if (unread) {
        waiting.delete(begin)
        readSources(unread, sources, table)
      }
      const key = keyOf(words, table.from)
      const named = sources.get(key)
      if (named) {
        sources.delete(key)
        renderings.set(key, readRenderings(named, renderings.get(key) ?? [], table))
      }
      const found = renderings.get(key) ?? []
      return words.length === 1 ? closest(found, words[0]!) : found
    },
  }
}

/** A single word in all its forms. */
function formsOf(source: string, { from, forms }: Table): string[] {
  return [source, ...(forms[from].get(source) ?? [])]
}

function beginning(text: string): string {
  const start = text.slice(0, 2)
  return /^[a-z]+$/u.test(start) ? start : fold(start.toLowerCase()).slice(0, 2)
}

function keyOf(words: readonly string[], language: Language): string {
  return words.map((word) => stemTerm(word, language)).join(' ')
}

/** Puts entries under the stems of their sources. */
function readSources(
  entries: readonly Entry[],
  sources: Map<string, Entry[]>,
  { from }: Table,
): void {
  for (const entry of entries) {
    const words = wordsOf(entry.source)
    if (words.length === 0) continue
    const key = keyOf(words, from)
    const known = sources.get(key)
    if (known) known.push(entry)
    else sources.set(key, [entry])
  }
}

/** The renderings known for a source and those of more entries. */
function readRenderings(
  entries: readonly Entry[],
  known: readonly Rendering[],
  table: Table,
): Rendering[] {
  const found = [...known]
  for (const entry of entries) {
    const words = termsOf(entry.text, table)
    if (words.length === 0) continue
    const { text, weight, ambiguous } = entry
    const of = [fold(entry.source.toLowerCase())]
    add(found, { text, words, weight, source: table.source, ambiguous, of })
  }
  return found
}

/** The terms of each word of a rendering that is not a stop word, all its forms. */
function termsOf(text: string, { from, forms }: Table): string[][] {
  const to = from === 'en' ? 'es' : 'en'
  return wordsOf(text)
    .filter((word) => !isStopWord(word, to))
    .map((word) => {
      const others = forms[to].get(word) ?? []
      return [...new Set([word, ...others].map((form) => stemTerm(form, to)))]
    })
}

function wordsOf(text: string): string[] {
  return tokenize(text).map(({ form }) => form)
}

/** What a rendering of another word with the same stem is worth: refugee for refugio, which is a shelter. */
const ofOtherWord = 0.4
/** Of the same word in the other gender, where this one has its own: niñas are girls, niños children. */
const ofOtherGender = 0.6

/** Stems bring different words together; where one of them is the word itself, the others stand behind it. */
function closest(found: readonly Rendering[], word: string): readonly Rendering[] {
  if (!found.some((rendering) => isOf(rendering, word))) return found
  const gender = genderOf(word)
  const agrees = ({ of }: Rendering) => of.some((source) => genderOf(source) === gender)
  const hasOwn = found.some((rendering) => isOf(rendering, word) && agrees(rendering))
  return found
    .map((rendering) => {
      const { weight } = rendering
      if (!isOf(rendering, word)) return { ...rendering, weight: weight * ofOtherWord }
      return hasOwn && !agrees(rendering)
        ? { ...rendering, weight: weight * ofOtherGender }
        : rendering
    })
    .toSorted((a, b) => b.weight - a.weight)
}

/** Whether a rendering is of this very word, whatever its number and gender, and not of another with the same stem. */
export function isOf({ of }: Rendering, word: string): boolean {
  return of.some((source) => lightForm(source) === lightForm(word))
}

/** A word without accents and endings of number and gender, both languages alike. */
function lightForm(word: string): string {
  return fold(word.toLowerCase()).replace(/(?:[aeo]?s|[aeo])$/u, '')
}

/** The gender that the ending of a Spanish word tells; null where it does not. */
function genderOf(word: string): string | null {
  return /([ao])s?$/u.exec(word)?.[1] ?? null
}

/** Keeps the renderings of a key in order; of two that stand for the same terms, the more usual. */
function add(known: Rendering[], rendering: Rendering): void {
  const same = known.findIndex((other) => other.words.join(' ') === rendering.words.join(' '))
  if (same === -1) known.push(rendering)
  else {
    const [usual, other] = [known[same]!, rendering].toSorted((a, b) => b.weight - a.weight)
    known[same] = { ...usual!, of: [...usual!.of, ...other!.of] }
  }
  known.sort((a, b) => b.weight - a.weight)
}
