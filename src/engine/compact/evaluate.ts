/**
 * Which passages a clause matches, and their scores: the cheapest part of an `and` is listed, the others are asked only
 * about what is left. Scores are summed in the order engine.ts states, whatever the order of the work.
 */
import type { Facet } from '../../model.ts'
import { barOf } from '../bar.ts'
import type { Clause } from '../engine.ts'
import type { Index } from './index.ts'
import {
  addScores,
  emptyMatches,
  intersect,
  keep,
  subtract,
  unscored,
  type Matches,
} from './matches.ts'
import { nearTest, phraseTest } from './positions.ts'
import { evaluateWords, restrictWords } from './terms.ts'
import { countPrefix, countTerms, wordsOf, wordsWith } from './words.ts'

/** The index and what one request learns on its way. */
export interface Search {
  readonly index: Index
  /** By ranked clause, how many of its clauses every match has. */
  readonly bars: Map<Clause, number>
}

type Ranked = Extract<Clause, { kind: 'ranked' }>
type Positional = Extract<Clause, { kind: 'phrase' | 'near' }>

/** All passages that match. */
export function evaluate(search: Search, clause: Clause): Matches {
  const { index } = search
  switch (clause.kind) {
    case 'terms':
      return evaluateWords(index, wordsOf(index, clause.terms))
    case 'prefix':
      return evaluateWords(index, wordsWith(index, clause))
    case 'phrase':
    case 'near':
      return placed(search, clause, null)
    case 'and':
      return evaluateAll(search, clause.clauses, null)
    case 'or':
      for (const part of clause.clauses.map((one) => evaluate(search, one))) {
        index.accumulator.add(part)
      }
      return index.accumulator.take(index.pool)
    case 'ranked':
      return evaluateRanked(search, clause)
    case 'not':
      return subtract(index.pool, everything(index), evaluate(search, clause.clause))
    case 'filter':
    case 'years':
      return keep(index.pool, everything(index), facetTest(index, clause))
    case 'all':
      return everything(index)
  }
}

/** Those of the candidates that match, with what they score for this clause alone. */
function restrict(search: Search, clause: Clause, candidates: Matches): Matches {
  const { index } = search
  const { pool } = index
  switch (clause.kind) {
    case 'terms':
      return restrictWords(index, wordsOf(index, clause.terms), candidates)
    case 'prefix':
      return restrictWords(index, wordsWith(index, clause), candidates)
    case 'phrase':
    case 'near':
      return placed(search, clause, candidates)
    case 'and':
      return evaluateAll(search, clause.clauses, candidates)
    case 'or': {
      const parts = clause.clauses.map((one) => restrict(search, one, candidates))
      for (const part of parts) index.accumulator.add(part)
      return index.accumulator.take(pool)
    }
    case 'ranked':
      return intersect(pool, evaluate(search, clause), candidates)
    case 'not':
      return subtract(pool, candidates, restrict(search, clause.clause, candidates))
    case 'filter':
    case 'years':
      return keep(pool, unscored(pool, candidates), facetTest(index, clause))
    case 'all':
      return unscored(pool, candidates)
  }
}

/** Every passage, scoring 0. */
function everything({ pool, columns }: Index): Matches {
  const docs = pool.numbers(columns.passages)
  for (let rank = 0; rank < columns.passages; rank++) docs[rank] = rank
  return unscored(pool, { docs, scores: pool.scores(0), length: columns.passages })
}

/** Passages (of the candidates, where there are any given) that match every clause. */
function evaluateAll(
  search: Search,
  clauses: readonly Clause[],
  candidates: Matches | null,
): Matches {
  const { index } = search
  const [only] = clauses
  if (clauses.length === 1) {
    return candidates ? restrict(search, only!, candidates) : evaluate(search, only!)
  }
  const costs = new Map(clauses.map((clause) => [clause, cost(index, clause)]))
  const cheapestFirst = clauses.toSorted((a, b) => costs.get(a)! - costs.get(b)!)
  const found = new Map<Clause, Matches>()
  let left = candidates
  for (const clause of cheapestFirst) {
    left = left ? restrict(search, clause, left) : evaluate(search, clause)
    found.set(clause, left)
    if (left.length === 0) return emptyMatches(index.pool)
  }
  if (!left) return everything(index)
  const sum = unscored(index.pool, left)
  for (const clause of clauses) addScores(sum, found.get(clause)!)
  return sum
}

/** An upper bound of the passages that match: what it takes to list them. */
function cost(index: Index, clause: Clause): number {
  switch (clause.kind) {
    case 'terms':
      return countTerms(index, clause.terms)
    case 'prefix':
      return countPrefix(index, clause)
    case 'phrase':
    case 'near':
      // Positions are dearer than passages.
      return 2 * Math.min(...partsOf(clause).map((part) => cost(index, part)))
    case 'and':
      return Math.min(index.columns.passages, ...clause.clauses.map((part) => cost(index, part)))
    case 'or':
      return clause.clauses.reduce((sum, part) => sum + cost(index, part), 0)
    case 'ranked':
      return clause.clauses.reduce((sum, part) => sum + cost(index, part), 0)
    default:
      return index.columns.passages * 2
  }
}

/** What a passage must match for its words to be looked at. */
function partsOf(clause: Positional): readonly Clause[] {
  if (clause.kind === 'near') return clause.groups
  return clause.slots.map((slot) => ({
    kind: 'terms',
    terms: slot.map((term) => ({ term, weight: 1 })),
  }))
}

/** Passages (of the candidates, where there are any given) that have the words where the clause wants them. */
function placed(search: Search, clause: Positional, candidates: Matches | null): Matches {
  const { index } = search
  const all = evaluateAll(search, partsOf(clause), candidates)
  const test =
    clause.kind === 'phrase'
      ? phraseTest(index, clause, all.length)
      : nearTest(index, clause, all.length)
  return keep(index.pool, all, test)
}

/**
 * The default query. Most often enough passages have every clause, and then nothing else matters: that is tried first, as an
 * `and`. Otherwise all clauses are counted, passage by passage.
 */
function evaluateRanked(search: Search, clause: Ranked): Matches {
  const { index, bars } = search
  const within = isEverything(clause.within) ? null : evaluate(search, clause.within)
  const { clauses, need, relaxed } = clause
  if (clauses.length > 0 && need >= clauses.length) {
    const whole = evaluateAll(search, clauses, within)
    if (whole.length >= Math.max(1, relaxed?.below ?? 1)) {
      bars.set(clause, clauses.length)
      return addWithin(index, whole, within)
    }
  }
  const parts = clauses.map((one) =>
    within ? restrict(search, one, within) : evaluate(search, one),
  )
  for (const part of parts) index.accumulator.count(part)
  const counted = index.accumulator.takeCounted(index.pool, (passagesWith) =>
    barOf(clause, passagesWith),
  )
  bars.set(clause, counted.bar)
  return addWithin(index, counted.matches, within)
}

/** `within` first, then the sum of the clauses, as engine.ts states. */
function addWithin({ pool }: Index, sum: Matches, within: Matches | null): Matches {
  if (!within) return sum
  const scores = pool.scores(sum.length)
  let j = 0
  for (let i = 0; i < sum.length; i++) {
    while (within.docs[j] !== sum.docs[i]) j++
    scores[i] = within.scores[j]! + sum.scores[i]!
  }
  return { ...sum, scores }
}

function facetTest(
  { columns }: Index,
  clause: Extract<Clause, { kind: 'filter' | 'years' }>,
): (rank: number) => boolean {
  const name: Facet = clause.kind === 'filter' ? clause.facet : 'year'
  const { values, value } = columns.facet[name]
  const { combos } = columns
  if (clause.kind === 'filter') {
    const wanted = columns.facet[name].find(clause.value)
    return wanted < 0 ? () => false : (rank) => values[combos[rank]!] === wanted
  }
  const accepts = Array.from({ length: columns.facet[name].size }, (_, at) =>
    isYearWithin(value(at), clause),
  )
  return (rank) => accepts[values[combos[rank]!]!]!
}

/** Whether a year as a facet has it ('' = unknown) lies in a range, both ends included. */
export function isYearWithin(
  year: string,
  { min, max }: { readonly min: number; readonly max: number },
): boolean {
  return year !== '' && Number(year) >= min && Number(year) <= max
}

/** Whether a clause matches every passage and scores nothing. */
function isEverything(clause: Clause): boolean {
  return clause.kind === 'all' || (clause.kind === 'and' && clause.clauses.length === 0)
}
