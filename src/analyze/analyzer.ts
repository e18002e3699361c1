/** The whole chain from text to index terms: one for indexing, querying and highlighting. */
import type { IndexedPassage, Language, LanguageTag, Passage } from '../model.ts'
import { printedForms } from './printed.ts'
import { sentenceStarts } from './sentences.ts'
import { fold, stem } from './stem.ts'
import { tokenize, visitWords, type Token } from './tokenize.ts'
import { createWordTable } from './word-table.ts'

/** Raised whenever the terms of any text change: an index of another version is refused. */
export const ANALYZER_VERSION = '3'

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

/** A passage as words: what highlights need besides the terms. */
export interface AnalyzedText {
  readonly tokens: readonly Token[]
  readonly positions: readonly (readonly string[])[]
  readonly sentences: readonly number[]
}

/** What of a passage is analysed. */
export type Analysable = Pick<Passage, 'text' | 'repairs' | 'language'>

/** The terms of a text by word, the printed spelling of a repaired word beside the repaired one. */
export function analyze({ text, repairs, language }: Analysable): AnalyzedText {
  const tokens = tokenize(text)
  const printed = printedForms(tokens, text, repairs)
  const positions = tokens.map((token, index) =>
    termsAt(token, printed.get(index) ?? none, language),
  )
  // A quarter of the work, and highlights need them only for searches within one sentence.
  let sentences: readonly number[] | null = null
  return {
    tokens,
    positions,
    get sentences() {
      return (sentences ??= sentencePositions(
        text,
        tokens.map(({ span }) => span.start),
      ))
    },
  }
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

/** What the engines index of a passage: as `analyze` has it, without an object a word where nothing was repaired. */
export function indexPassage(passage: Passage): IndexedPassage {
  const { positions, sentences } =
    passage.repairs.length > 0 ? analyze(passage) : analyzeUnrepaired(passage)
  return { ...columnsOf(passage), positions, sentences }
}

const plainTerms = {
  en: createWordTable((word) => termsOf(word, 'en')),
  es: createWordTable((word) => termsOf(word, 'es')),
  und: createWordTable((word) => termsOf(word, 'und')),
}

function analyzeUnrepaired({ text, language }: Analysable) {
  const positions: (readonly string[])[] = []
  const starts: number[] = []
  const known = plainTerms[language]
  visitWords(text, {
    plain(start, end) {
      positions.push(known.get(text, start, end))
      starts.push(start)
    },
    other(token) {
      positions.push(termsAt(token, none, language))
      starts.push(token.span.start)
    },
  })
  return { positions, sentences: sentencePositions(text, starts) }
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
