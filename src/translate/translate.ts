/** How a query is said in the other language: terms of the index, each with the words of the query it stands for. */
import type { Language, LanguageTag, Span } from '../model.ts'
import type { Analysis, CrossSource, Dictionary } from './dictionary.ts'
import { createDictionary, keyOf } from './dictionary.ts'
import type { GlossaryPair } from './glossary.ts'

/** What translation asks of an index; an engine's vocabulary answers it. */
export interface KnownTerms {
  /** Number of passages that have the term; 0 where unknown. */
  frequency(term: string): number
  /** Terms the test accepts that begin with the literal prefix. */
  matching(prefix: string, test: (term: string) => boolean, limit: number): readonly string[]
}

export interface TranslationRequest {
  /** All words of the query as typed, stop words too, in order; no operators. */
  readonly words: readonly string[]
  readonly language: LanguageTag
  readonly vocabulary: KnownTerms
}

/** An index term of the other language and the one query word whose clause it joins. */
export interface PlacedTerm {
  readonly term: string
  /** Index into the request's words. */
  readonly word: number
  readonly weight: number
}

/** One rendering of a word or a run of words of the query: what a chip shows and a click removes. */
export interface Translation {
  readonly text: string
  readonly language: Language
  readonly source: CrossSource
  /** 0..1 */
  readonly weight: number
  /** True where the words have other common meanings. */
  readonly ambiguous: boolean
  /** Half-open range of the request's words that it stands for. */
  readonly span: Span
  readonly terms: readonly PlacedTerm[]
}

export interface Translator {
  /** The renderings whose terms the index has, in the order of the query; none for words of no known rendering. */
  translate(request: TranslationRequest): readonly Translation[]
}

export interface TranslationData {
  /** Reviewed pairs; those of the user last. */
  readonly glossary: readonly GlossaryPair[]
}

/** Builds both tables. Pure: the caller reads the files. */
export function createTranslator(data: TranslationData, analysis: Analysis): Translator {
  const tables: Record<Language, Dictionary> = {
    en: createDictionary(data.glossary, 'en', analysis),
    es: createDictionary(data.glossary, 'es', analysis),
  }
  return {
    translate(request) {
      const directions: Language[] = request.language === 'und' ? ['en', 'es'] : [request.language]
      return directions.flatMap((from) => render(request, { from, table: tables[from], analysis }))
    },
  }
}

interface Direction {
  readonly from: Language
  readonly table: Dictionary
  readonly analysis: Analysis
}

function render(request: TranslationRequest, direction: Direction): Translation[] {
  const found: Translation[] = []
  for (let start = 0; start < request.words.length; start++) {
    const longest = Math.min(direction.table.longest, request.words.length - start)
    for (let length = longest; length >= 1; length--) {
      found.push(...renderSpan(request, { start, end: start + length }, direction))
    }
  }
  return found
}

function renderSpan(request: TranslationRequest, span: Span, direction: Direction): Translation[] {
  const { from, table, analysis } = direction
  const words = request.words.slice(span.start, span.end)
  if (words.every((word) => analysis.isStopWord(word, from))) return []
  const places = words.flatMap((word, i) =>
    analysis.isStopWord(word, from) ? [] : [span.start + i],
  )
  return (table.renderings.get(keyOf(words, from, analysis)) ?? [])
    .filter(({ terms }) => terms.every((term) => request.vocabulary.frequency(term) > 0))
    .map(({ text, terms, weight, source, ambiguous }) => ({
      text,
      language: from === 'en' ? ('es' as const) : ('en' as const),
      source,
      weight,
      ambiguous,
      span,
      terms: terms.map((term, i) => ({
        term,
        word: places[Math.min(i, places.length - 1)]!,
        weight: weight / terms.length,
      })),
    }))
}
