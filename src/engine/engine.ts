/**
 * The boundary between what a query means and how matches are found.
 *
 * A Plan is a query already analysed: terms as the index holds them, with weights. Engines know nothing of languages,
 * stemming or translation; they find the passages that match a plan, score them, count facets and cut a page.
 * Highlights, snippets and passages are made by search/ from the passage itself.
 */
import type { Bucket, Facet, Filters, PassageId } from '../model.ts'

/** A term as indexed, and the weight its score is multiplied by. */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
}

/** One place of a phrase: the alternatives that may stand there. */
export type Slot = readonly string[]

/**
 * What a passage must look like.
 *
 * - `terms` one query word and its variants: matches a passage that has any; scores the sum over those present
 * - `phrase` slots in order, at most `slop` other words between them in all; a match scores like its terms
 * - `near` two groups of terms within `distance` words of one another, either order; `'sentence'` = in one sentence
 * - `and` `or` `not` as in logic; `not` never scores; `or` scores the sum of its parts
 * - `ranked` the default query: `and` where any passage has all, else those with most of the clauses
 * - `filter` a field query: matches a facet's value or a range of years, never scores
 * - `all` every passage, score 0
 */
export type Clause =
  | { readonly kind: 'terms'; readonly terms: readonly WeightedTerm[] }
  | { readonly kind: 'phrase'; readonly slots: readonly Slot[]; readonly slop: number }
  | {
      readonly kind: 'near'
      readonly groups: readonly Clause[]
      readonly distance: number | 'sentence'
    }
  | { readonly kind: 'and' | 'or' | 'ranked'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }
  | { readonly kind: 'filter'; readonly facet: Facet; readonly value: string }
  | { readonly kind: 'years'; readonly min: number; readonly max: number }
  | { readonly kind: 'all' }

export type Sort = 'relevance' | 'year' | '-year'

export interface EngineRequest {
  readonly clause: Clause
  readonly filters: Filters
  readonly sort: Sort
  readonly offset: number
  readonly limit: number
  /** Show one passage of each group of duplicates. */
  readonly collapse: boolean
}

export interface Hit {
  readonly id: PassageId
  readonly score: number
  /** The other matching passages of its group; empty where not collapsed. */
  readonly duplicates: readonly PassageId[]
}

export interface EngineResult {
  /** Groups where collapsed, else passages. */
  readonly total: number
  /** Documents that hold a matching passage. */
  readonly documents: number
  readonly hits: readonly Hit[]
  /** Disjunctive: each counted with its own filter off; a group counts once under each value that a matching copy has. */
  readonly facets: Readonly<Record<Facet, readonly Bucket[]>>
  /** Of a `ranked` clause: how many clauses the shown passages have at least, and how many there are. */
  readonly coverage: { readonly matched: number; readonly of: number }
}

/** The vocabulary of an index, for spelling, wildcards and suggestions. */
export interface Vocabulary {
  /** Number of passages that have the term; 0 where unknown. */
  frequency(term: string): number
  /** Terms with the prefix, most frequent first. */
  withPrefix(prefix: string, limit: number): readonly string[]
  /** Terms within a Damerau distance, nearest first, then most frequent. */
  near(term: string, distance: number, limit: number): readonly { term: string; distance: number }[]
  /** Terms the test accepts that begin with the literal prefix. */
  matching(prefix: string, test: (term: string) => boolean, limit: number): readonly string[]
}

/** Answers plans. Where the index lives is the engine's secret. */
export interface SearchEngine {
  readonly name: string
  readonly vocabulary: Vocabulary
  search(request: EngineRequest): Promise<EngineResult>
  close(): Promise<void>
}

/** What an engine is built from: the index terms of one passage, in order, and its columns. */
export interface IndexedPassage {
  readonly id: PassageId
  /** Terms by word position; several at one position are spellings of one word (printed and repaired). */
  readonly positions: readonly (readonly string[])[]
  /** Word positions at which a sentence begins, ascending, the first 0. */
  readonly sentences: readonly number[]
  readonly facets: Readonly<Record<Facet, string>>
  /** The first passage of its group of duplicates; its own id where it has none. */
  readonly group: PassageId
}
