/** The whole chain from text to index terms: one for indexing, querying and highlighting. */
import type { IndexedPassage, Language, LanguageTag, Passage } from '../model.ts'
import { printedForms } from './printed.ts'
import { sentenceStarts } from './sentences.ts'
import { fold, stem } from './stem.ts'
import { tokenize, type Token } from './tokenize.ts'

/** Raised whenever the terms of any text change: an index of another version is refused. */
export const ANALYZER_VERSION = '1'

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

/** All terms of one spelling in passages of these languages. */
function termsOf(form: string, languages: readonly Language[]): string[] {
  const terms = languages.map((language) => stemTerm(form, language))
  terms.push(exactTerm(form))
  if (fold(form) !== form) terms.push(foldedTerm(form))
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
  const languages = languagesOf(language)
  const positions = tokens.map(({ form, parts }, index) => {
    const others = printed.get(index)
    if (!others && parts.length === 0) return termsOf(form, languages)
    const forms = [form, ...parts, ...(others ?? [])]
    return [...new Set(forms.flatMap((each) => termsOf(each, languages)))]
  })
  return { tokens, positions, sentences: sentencePositions(text, tokens) }
}

/** Word positions at which a sentence begins. */
function sentencePositions(text: string, tokens: readonly Token[]): number[] {
  const starts: number[] = []
  let position = 0
  for (const offset of sentenceStarts(text)) {
    while (position < tokens.length && tokens[position]!.span.start < offset) position++
    if (position < tokens.length && starts.at(-1) !== position) starts.push(position)
  }
  return starts
}

/** What the engines index of a passage. */
export function indexPassage(passage: Passage): IndexedPassage {
  const { positions, sentences } = analyze(passage)
  return {
    id: passage.id,
    positions,
    sentences,
    facets: facetsOf(passage),
    group: passage.duplicateOf ?? passage.id,
  }
}

/** What a passage can be filtered by; '' = unknown. */
export function facetsOf(passage: Passage): IndexedPassage['facets'] {
  return {
    year: passage.year === null ? '' : String(passage.year),
    section: passage.section ?? '',
    lang: passage.language,
    doc: passage.documentId,
    country: passage.country ?? '',
  }
}
