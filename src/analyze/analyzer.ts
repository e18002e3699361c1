/** The whole chain from text to index terms: one for indexing, querying and highlighting. */
import type { IndexedPassage, Language, LanguageTag, Passage } from '../model.ts'
import { printedForms } from './printed.ts'
import { sentenceStarts } from './sentences.ts'
import { fold, stem } from './stem.ts'
import { tokenize, visitWords, type Token } from './tokenize.ts'
import { createWordTable } from './word-table.ts'

/** Raised whenever the terms of any text change: an index of another version is refused. */
export const ANALYZER_VERSION = '4'

/** What the stems of a language begin with in the index. */
export const stemPrefix: Readonly<Record<Language, string>> = { en: 'n:', es: 's:' }

/** The index term of a stem: 'n:victim' in English, 's:victim' in Spanish. */
export function stemTerm(form: string, language: Language): string {
  return stemPrefix[language] + stem(form, language)
}

/** The index term of a spelling, accents literal: '=víctima'. */
export function exactTerm(form: string): string {
  return `=${form}`
}

/** The index term of an accented spelling without its accents, '^victima'; what has no accent has only its exact term. */
export function foldedTerm(form: string): string {
  return `^${fold(form)}`
}

/** The terms of a spelling whatever its accents: 'víctima' and 'victima' alike → ['=victima', '^victima']. */
export function spellingTerms(form: string): [string, string] {
  const folded = fold(form)
  return [exactTerm(folded), `^${folded}`]
}

/** What a passage is indexed under when its language is not known: both. */
export function languagesOf(tag: LanguageTag): readonly Language[] {
  return tag === 'und' ? ['en', 'es'] : [tag]
}

// A corpus uses few words often: their terms are made once. Clearing beats tracking what was used last.
const cacheLimit = 200_000
const caches: Record<LanguageTag, Map<string, readonly string[]>> = {
  en: new Map(),
  es: new Map(),
  und: new Map(),
}

/** All terms of one spelling in passages of a language; the same array for the same spelling. */
function termsOf(form: string, tag: LanguageTag): readonly string[] {
  const cache = caches[tag]
  const known = cache.get(form)
  if (known) return known
  if (cache.size >= cacheLimit) cache.clear()
  const folded = foldedTerm(form)
  const stems = languagesOf(tag).map((language) => stemTerm(form, language))
  const terms = [...stems, exactTerm(form), ...(folded.slice(1) === form ? [] : [folded])]
  cache.set(form, terms)
  return terms
}

/** A passage as words, each with the terms it is found by; one entry a word in each list but `sentences`. */
export interface AnalyzedText {
  /** Where the words begin and end in the text. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly positions: readonly (readonly string[])[]
  /** Words that begin a sentence. */
  readonly sentences: readonly number[]
}

/** What of a passage is analysed. */
export type Analysable = Pick<Passage, 'text' | 'repairs' | 'language'>

/** The terms of a text by word, the printed spelling of a repaired word beside the repaired one. */
export function analyze(passage: Analysable): AnalyzedText {
  const words = passage.repairs.length > 0 ? repairedWords(passage) : plainWords(passage)
  // A quarter of the work, and highlights need them only for searches within one sentence.
  let sentences: readonly number[] | null = null
  return {
    ...words,
    get sentences() {
      return (sentences ??= sentencePositions(passage.text, words.starts))
    },
  }
}

type Words = Omit<AnalyzedText, 'sentences'>

function repairedWords({ text, repairs, language }: Analysable): Words {
  const tokens = tokenize(text)
  const printed = printedForms(tokens, text, repairs)
  return {
    starts: tokens.map(({ span }) => span.start),
    ends: tokens.map(({ span }) => span.end),
    positions: tokens.map((token, index) => termsAt(token, printed.get(index) ?? none, language)),
  }
}

const plainTerms = {
  en: createWordTable((word) => termsOf(word, 'en')),
  es: createWordTable((word) => termsOf(word, 'es')),
  und: createWordTable((word) => termsOf(word, 'und')),
}

/** Without an object a word, nor a string for one that was met before. */
function plainWords({ text, language }: Analysable): Words {
  const starts: number[] = []
  const ends: number[] = []
  const positions: (readonly string[])[] = []
  const known = plainTerms[language]
  visitWords(text, {
    plain(start, end) {
      starts.push(start)
      ends.push(end)
      positions.push(known.get(text, start, end))
    },
    other(token) {
      starts.push(token.span.start)
      ends.push(token.span.end)
      positions.push(termsAt(token, none, language))
    },
  })
  return { starts, ends, positions }
}

const none: readonly string[] = []

/** The terms of a word that may have been printed otherwise. */
function termsAt(
  { form, parts }: Token,
  others: readonly string[],
  language: LanguageTag,
): readonly string[] {
  if (parts.length === 0 && others.length === 0) return termsOf(form, language)
  const forms = new Set([form, ...parts, ...others])
  return [...new Set([...forms].flatMap((each) => termsOf(each, language)))]
}

/** Word positions at which a sentence begins; `starts` is where each word does. */
function sentencePositions(text: string, starts: readonly number[]): number[] {
  const positions: number[] = []
  let position = 0
  for (const offset of sentenceStarts(text)) {
    while (position < starts.length && starts[position]! < offset) position++
    if (position < starts.length && positions.at(-1) !== position) positions.push(position)
  }
  return positions
}

/** What the engines index of a passage. */
export function indexPassage(passage: Passage): IndexedPassage {
  const { positions, sentences } = analyze(passage)
  return { ...columnsOf(passage), positions, sentences }
}

/** What of it needs no analysis. */
export function columnsOf(
  passage: Filterable & Pick<Passage, 'id' | 'duplicateOf'>,
): Pick<IndexedPassage, 'id' | 'facets' | 'group'> {
  return {
    id: passage.id,
    facets: facetsOf(passage),
    group: passage.duplicateOf ?? passage.id,
  }
}

/** What facets are made of. */
type Filterable = Pick<Passage, 'year' | 'section' | 'language' | 'documentId' | 'country'>

/** What a passage can be filtered by; '' = unknown. */
export function facetsOf(passage: Filterable): IndexedPassage['facets'] {
  return {
    year: passage.year === null ? '' : String(passage.year),
    section: passage.section ?? '',
    lang: passage.language,
    doc: passage.documentId,
    country: passage.country ?? '',
  }
}
