/** The whole chain from text to index terms: one for indexing, querying and highlighting. */
import type { IndexedPassage, Language, LanguageTag, NumberedTerms, Passage } from '../model.ts'
import { printedForms } from './printed.ts'
import { sentenceStarts } from './sentences.ts'
import { fold, stem } from './stem.ts'
import { tokenize, visitWords, type Token, type WordVisitor } from './tokenize.ts'
import { createTermLists, type TermLists } from './term-lists.ts'

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

// Words that are no plain letters come again like all others. Clearing beats tracking what was used last.
const cacheLimit = 200_000
const caches: Record<LanguageTag, Map<string, readonly string[]>> = {
  en: new Map(),
  es: new Map(),
  und: new Map(),
}

/** All terms of one spelling in passages of a language. */
function termsOf(form: string, tag: LanguageTag): readonly string[] {
  const folded = foldedTerm(form)
  const stems = languagesOf(tag).map((language) => stemTerm(form, language))
  return [...stems, exactTerm(form), ...(folded.slice(1) === form ? [] : [folded])]
}

/** As `termsOf`; the same array for the same spelling. */
function rememberedTerms(form: string, tag: LanguageTag): readonly string[] {
  const cache = caches[tag]
  const known = cache.get(form)
  if (known) return known
  if (cache.size >= cacheLimit) cache.clear()
  const terms = termsOf(form, tag)
  cache.set(form, terms)
  return terms
}

/** A passage as words, each with the terms it is found by; one entry a word in each list but `lists` and `sentences`. */
export interface AnalyzedText extends NumberedTerms {
  /** Where the words begin and end in the text. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** The terms of a word. */
export function termsAt({ numbers, lists }: NumberedTerms, position: number): readonly string[] {
  return lists[numbers[position]!]!
}

/** What of a passage is analysed. */
export type Analysable = Pick<Passage, 'text' | 'repairs' | 'language'>

/** The terms of a text by word, the printed spelling of a repaired word beside the repaired one. */
export function analyze(passage: Analysable): AnalyzedText {
  const { lists, ...read } = readWords(passage)
  const [starts, ends, numbers] = [read.starts.slice(), read.ends.slice(), read.numbers.slice()]
  // A quarter of the work, and highlights need them only for searches within one sentence.
  let sentences: readonly number[] | null = null
  return {
    starts,
    ends,
    numbers,
    lists,
    get sentences() {
      return (sentences ??= sentencePositions(passage.text, starts))
    },
  }
}

/** The same for the writer of an index: no array is made of a passage. */
export function numberTerms(passage: Analysable): NumberedTerms {
  const { starts, numbers, lists } = readWords(passage)
  return { numbers, lists, sentences: sentencePositions(passage.text, starts) }
}

/** Words in places that the next passage uses again. */
interface Words {
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly numbers: Uint32Array
  readonly lists: TermLists['lists']
}

/** More different words than a corpus of one machine uses often; beginning anew beats tracking what was used last. */
const mostLists = 200_000
const newest: Record<LanguageTag, TermLists> = {
  en: listsOf('en'),
  es: listsOf('es'),
  und: listsOf('und'),
}

function listsOf(tag: LanguageTag): TermLists {
  return createTermLists((word) => termsOf(word, tag))
}

function termListsOf(tag: LanguageTag): TermLists {
  if (newest[tag].lists.length >= mostLists) newest[tag] = listsOf(tag)
  return newest[tag]
}

/** Where the words of the passage at hand go: functions made anew for each passage would take longer than its words. */
const reading = {
  starts: new Uint32Array(),
  ends: new Uint32Array(),
  numbers: new Uint32Array(),
  count: 0,
  language: 'und' as LanguageTag,
  terms: newest.und,
}

function put(start: number, end: number, number: number): void {
  const at = reading.count++
  reading.starts[at] = start
  reading.ends[at] = end
  reading.numbers[at] = number
}

function putToken(token: Token, printed: readonly string[]): void {
  const { language, terms } = reading
  put(token.span.start, token.span.end, terms.of(tokenTerms(token, printed, language)))
}

const putWords: WordVisitor = {
  plain: (start, end, units) => put(start, end, reading.terms.ofPlain(units, start, end)),
  other: (token) => putToken(token, none),
}

function readWords({ text, repairs, language }: Analysable): Words {
  if (reading.starts.length < text.length)
    for (const name of ['starts', 'ends', 'numbers'] as const)
      reading[name] = new Uint32Array(2 * text.length)
  reading.count = 0
  reading.language = language
  reading.terms = termListsOf(language)
  if (repairs.length === 0) visitWords(text, putWords)
  else {
    const tokens = tokenize(text)
    const printed = printedForms(tokens, text, repairs)
    for (const [index, token] of tokens.entries()) putToken(token, printed.get(index) ?? none)
  }
  const { starts, ends, numbers, count, terms } = reading
  return {
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    numbers: numbers.subarray(0, count),
    lists: terms.lists,
  }
}

const none: readonly string[] = []

/** The terms of a word that may have been printed otherwise. */
function tokenTerms(
  { form, parts }: Token,
  others: readonly string[],
  language: LanguageTag,
): readonly string[] {
  if (parts.length === 0 && others.length === 0) return rememberedTerms(form, language)
  const forms = new Set([form, ...parts, ...others])
  return [...new Set([...forms].flatMap((each) => rememberedTerms(each, language)))]
}

/** Word positions at which a sentence begins; `starts` is where each word does. */
function sentencePositions(text: string, starts: ArrayLike<number>): number[] {
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
  const { numbers, lists, sentences } = numberTerms(passage)
  const positions = Array.from(numbers, (number) => lists[number]!)
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
