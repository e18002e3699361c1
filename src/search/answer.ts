/** What a search answers: the JSON of the API, and what the page, the command line and the export are made of. */
import type { ScorePart } from './explain.ts'
import type { WarningKey } from './lexer.ts'
import type { Facet, Language, LanguageTag, PassageId } from '../model.ts'

/** `[start, end)` in UTF-16 units. */
export type Range = readonly [number, number]

export type HighlightKind = 'match' | 'cross'

/** How one part of the query was read: for the interpretation line. */
export interface Interpretation {
  /** The part as typed. */
  readonly text: string
  readonly kind: 'word' | 'phrase' | 'prefix' | 'fuzzy' | 'near' | 'sentence' | 'not' | 'field'
  /** Other forms that were searched as well (word forms, corrections); empty where none. */
  readonly also: readonly string[]
  /** The query without this part: what a click on it searches. */
  readonly without: string
  /** The query with this part in quotation marks, for its spelling alone; null where no other form was searched. */
  readonly only: string | null
}

/** A word of the other language that was searched as well. */
export interface CrossTerm {
  readonly word: string
  readonly language: Language
  readonly from: string
  readonly source: 'glossary' | 'learned' | 'cognate'
}

export interface AnswerResult {
  readonly id: PassageId
  readonly url: string
  readonly score: number
  readonly document: { readonly id: string; readonly title: string; readonly url: string }
  readonly year: number | null
  readonly section: string | null
  readonly language: LanguageTag
  readonly country: string | null
  readonly ordinal: number
  readonly page: number | null
  readonly heading: string | null
  readonly text: string
  readonly highlights: readonly Range[]
  /** For each highlight: `cross` where it matched only as a word of the other language. */
  readonly highlightKinds: readonly HighlightKind[]
  readonly snippet: {
    readonly text: string
    readonly highlights: readonly Range[]
    readonly highlightKinds: readonly HighlightKind[]
  }
  /** Number of repairs in the text. */
  readonly repairs: number
  readonly duplicates: readonly PassageId[]
  /** Number of versions in other years. */
  readonly versions: number
  /** Where asked for: what each term adds to the score. */
  readonly explanation?: readonly ScorePart[]
}

export interface AnswerBucket {
  /** A year is a number; null is "not known". */
  readonly value: string | number | null
  readonly count: number
  readonly selected: boolean
}

/** What a reader should know of a search, as facts: pages say it in the reader's language. */
export type Notice =
  | { readonly key: WarningKey; readonly text: string }
  | { readonly key: 'unknown-word'; readonly text: string; readonly taken: readonly string[] }
  | {
      readonly key: 'unknown-value'
      readonly facet: Facet
      readonly text: string
      /** Values that there are. */
      readonly known: readonly string[]
    }
  | { readonly key: 'coverage'; readonly matched: number; readonly of: number }
  | { readonly key: 'filter'; readonly filter: Facet | 'years'; readonly total: number }

/** Another search, and how many passages it finds. */
export interface Alternative {
  /**
   * How it differs: `spelling` unknown words as they were taken, `part` without the part `text` of the query, `filter`
   * without the filter `text`, `filters` without any, `exact` with all forms of the words, `words` without quotation marks.
   */
  readonly kind: 'spelling' | 'part' | 'filter' | 'filters' | 'exact' | 'words'
  readonly text: string
  readonly q: string
  readonly total: number
  /** The page that shows it. */
  readonly url: string
}

export interface SearchAnswer {
  readonly query: {
    readonly q: string
    readonly interpretation: readonly Interpretation[]
    /** The notices as English sentences, one each. */
    readonly warnings: readonly string[]
    readonly notices: readonly Notice[]
    readonly crossTerms: readonly CrossTerm[]
  }
  readonly corpus: {
    readonly version: string
    readonly passages: number
    readonly documents: number
  }
  readonly total: number
  readonly documents: number
  readonly page: number
  readonly perPage: number
  readonly results: readonly AnswerResult[]
  readonly facets: Readonly<Record<Facet, readonly AnswerBucket[]>>
  /** Queries that may have been meant, or that find something where this one does not; best first. */
  readonly suggestions: readonly string[]
  /** The same and more, each with what it finds. */
  readonly alternatives: readonly Alternative[]
}
