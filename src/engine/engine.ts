/**
 * The boundary between what a query means and how matches are found.
 *
 * A Clause is a query already analysed: terms as the index holds them, with weights. Engines know nothing of languages,
 * stemming or translation; they find the passages that match a clause, score them, count facets and cut a page.
 * Highlights, snippets and passages are made by search/ from the passage itself.
 *
 * Every engine gives the same hits, in the same order, with the same scores (float64, summed in the order stated here).
 * What a clause means for one passage stands in match.ts, how a term scores in score.ts; contract.ts holds engines to it.
 */
import type { Bucket, Facet, Filters, PassageId } from '../model.ts'

/**
 * A term as indexed and the weight its score is multiplied by. `bonus` is what the passage gains besides for having the
 * term: it lets a plan put one spelling above another whatever their rarity. Absent = 0.
 */
export interface WeightedTerm {
  readonly term: string
  readonly weight: number
  readonly bonus?: number
}

/** One place of a phrase: the alternatives that may stand there. */
export type Slot = readonly string[]

/**
 * What a passage must look like, and what it scores. A score is a sum started at 0, in the order of the parts.
 *
 * - `terms` one query word and its variants: matches a passage that has any of the terms;
 *   scores the sum of weight × termScore over the terms present, then + the largest bonus among them
 * - `prefix` one query word that stands for all that begin so: `terms` of every term of the index that has one of the
 *   prefixes, prefix by prefix in code unit order, all of one weight; not inside `near`
 * - `phrase` slots at consecutive positions; scores the sum of termScore over all terms of all slots that the passage has
 *   anywhere (slot by slot, a term as often as it is listed)
 * - `near` one occurrence of each group, no two sharing a position, with at most `distance` other words between the first
 *   and the last of them, in any order; `'sentence'`: all inside one sentence. Groups are `terms`, `phrase` or an `or` of
 *   these. Scores the sum of its groups' scores (a group scores where it matches the passage at all)
 * - `and` every clause (no clauses: every passage); scores the sum
 * - `or` any clause; scores the sum of those that match
 * - `not` the passages that do not match; scores 0
 * - `ranked` the default query: of the passages that match `within`, those that match at least `need` of the clauses,
 *   and where none matches that many, those that match the most (at least one). With `relaxed`: where fewer than
 *   `relaxed.below` passages match `need`, those that match at least `relaxed.need`. The bar is set over the whole index
 *   before filters, so that filtering never changes what a query means. Scores `within`, then + the clauses that match
 * - `filter` a facet's value, `years` a range of known years, both ends included; score 0
 * - `all` every passage, score 0
 */
export type Clause =
  | { readonly kind: 'terms'; readonly terms: readonly WeightedTerm[] }
  | { readonly kind: 'prefix'; readonly prefixes: readonly string[]; readonly weight: number }
  | { readonly kind: 'phrase'; readonly slots: readonly Slot[] }
  | {
      readonly kind: 'near'
      readonly groups: readonly Clause[]
      readonly distance: number | 'sentence'
    }
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | {
      readonly kind: 'ranked'
      readonly clauses: readonly Clause[]
      readonly need: number
      readonly relaxed?: { readonly below: number; readonly need: number }
      readonly within: Clause
    }
  | { readonly kind: 'not'; readonly clause: Clause }
  | { readonly kind: 'filter'; readonly facet: Facet; readonly value: string }
  | { readonly kind: 'years'; readonly min: number; readonly max: number }
  | { readonly kind: 'all' }

/**
 * `relevance`: highest score first. `year`: oldest first, `-year`: newest first, unknown years last in both, then highest
 * score. Ties keep the order in which the passages were indexed. Scores are compared as float64, without rounding.
 */
export type Sort = 'relevance' | 'year' | '-year'

export interface EngineRequest {
  readonly clause: Clause
  readonly filters: Filters
  readonly sort: Sort
  readonly offset: number
  /** 0 asks for counts alone, Infinity for everything. */
  readonly limit: number
  /** Show one passage of each group of duplicates: the first of its matching passages in the sort order. */
  readonly collapse: boolean
}

export interface Hit {
  readonly id: PassageId
  readonly score: number
  /** The other matching passages of its group, in the sort order; empty where not collapsed. */
  readonly duplicates: readonly PassageId[]
}

export interface EngineResult {
  /** Groups where collapsed, else passages. */
  readonly total: number
  /** Documents that hold a matching passage. */
  readonly documents: number
  readonly hits: readonly Hit[]
  /**
   * Disjunctive: each facet counted with its own includes and excludes off (the range of years stays on); a group counts
   * once under each value that a matching copy has. Values with a count, and selected ones even at 0; highest count
   * first, then by value in code unit order. `selected` = among the includes.
   */
  readonly facets: Readonly<Record<Facet, readonly Bucket[]>>
  /**
   * Of the first `ranked` clause on the way down from the root through `and`: how many of its clauses every matching
   * passage has at least (the bar, or the most that any passage has), and how many there are. 0 of 0 without one.
   */
  readonly coverage: { readonly matched: number; readonly of: number }
}

/** The vocabulary of an index, for spelling, wildcards, weights and suggestions. */
export interface Vocabulary {
  /** Number of passages in the index. */
  readonly passages: number
  /** Mean length (see IndexedPassage.positions) over all passages. */
  readonly averageLength: number
  /** Number of passages that have the term; 0 where unknown. */
  frequency(term: string): number
  /** Number of terms with the prefix. */
  countWithPrefix(prefix: string): number
  /** Terms with the prefix, most frequent first, then in code unit order. */
  withPrefix(prefix: string, limit: number): readonly string[]
  /**
   * Terms with the same first character (it marks the kind of term) that are within an optimal-string-alignment distance
   * (insert, delete, replace, swap neighbours; UTF-16 units), the term itself excluded: nearest first, then most
   * frequent, then in code unit order.
   */
  near(term: string, distance: number, limit: number): readonly { term: string; distance: number }[]
  /** Terms the test accepts that begin with the literal prefix, in code unit order. */
  matching(prefix: string, test: (term: string) => boolean, limit: number): readonly string[]
}

/** Answers requests. Where the index lives is the engine's secret. */
export interface SearchEngine {
  readonly name: string
  readonly vocabulary: Vocabulary
  search(request: EngineRequest): Promise<EngineResult>
  close(): Promise<void>
}

export type { IndexedPassage } from '../model.ts'
