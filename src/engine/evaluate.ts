/** What a clause matches and scores, over all passages at once: dense arrays by passage number. */
import type { Facet, IndexedPassage, Span } from '../model.ts'
import { barOf } from './bar.ts'
import type { Clause, WeightedTerm } from './engine.ts'
import type { Columns } from './facets.ts'
import { nearSpans, phraseSpans } from './match.ts'
import type { Postings } from './postings.ts'
import { inverseFrequency, termScore } from './score.ts'

/** The passages a clause matches, by number: 1 where it does, and the score there. */
export interface Matches {
  readonly matched: Uint8Array
  readonly scores: Float64Array
}

export interface Index {
  readonly passages: readonly IndexedPassage[]
  readonly postings: Postings
  /** Every term, in code unit order. */
  readonly terms: readonly string[]
  readonly columns: Columns
  /** Each passage's length ÷ the mean. */
  readonly relativeLengths: Float64Array
}

/** The index and what one request learns on its way. */
export interface Run extends Index {
  /** By ranked clause, how many of its clauses every match has. */
  readonly bars: Map<Clause, number>
}

/** Numbers of the passages that match. */
export function* ones(matched: Uint8Array): Generator<number> {
  for (let at = matched.indexOf(1); at >= 0; at = matched.indexOf(1, at + 1)) yield at
}

function nothing({ passages }: Run): Matches {
  return { matched: new Uint8Array(passages.length), scores: new Float64Array(passages.length) }
}

/** Which passages match a clause, and their scores. */
export function evaluate(index: Run, clause: Clause): Matches {
  switch (clause.kind) {
    case 'terms':
      return evaluateTerms(index, clause.terms)
    case 'prefix':
      return evaluateTerms(index, termsWith(index, clause))
    case 'phrase':
      return evaluatePhrase(index, clause)
    case 'near':
      return evaluateNear(index, clause)
    case 'and':
      return combine(index, clause.clauses, clause.clauses.length)
    case 'or':
      return combine(index, clause.clauses, 1)
    case 'ranked':
      return evaluateRanked(index, clause)
    case 'not': {
      const { matched } = evaluate(index, clause.clause)
      return { ...nothing(index), matched: matched.map((one) => 1 - one) }
    }
    case 'filter':
      return evaluateFacet(index, clause.facet, (value) => value === clause.value)
    case 'years':
      return evaluateFacet(index, 'year', (value) => {
        return value !== '' && Number(value) >= clause.min && Number(value) <= clause.max
      })
    case 'all':
      return { ...nothing(index), matched: new Uint8Array(index.passages.length).fill(1) }
  }
}

function evaluateTerms(index: Run, terms: readonly WeightedTerm[]): Matches {
  const { matched, scores } = nothing(index)
  const bonuses = new Float64Array(terms.some(({ bonus }) => bonus) ? scores.length : 0)
  for (const { term, weight, bonus = 0 } of terms) {
    const posting = index.postings.of(term)
    const inverse = inverseFrequency(index.passages.length, posting.size)
    for (const [passage, count] of posting) {
      matched[passage] = 1
      scores[passage]! += weight * termScore(inverse, count, index.relativeLengths[passage]!)
      if (bonus > 0) bonuses[passage] = Math.max(bonuses[passage]!, bonus)
    }
  }
  bonuses.forEach((bonus, passage) => (scores[passage]! += bonus))
  return { matched, scores }
}

function termsWith(
  { terms }: Run,
  { prefixes, weight }: Extract<Clause, { kind: 'prefix' }>,
): WeightedTerm[] {
  const having = prefixes.flatMap((prefix) => terms.filter((term) => term.startsWith(prefix)))
  return having.map((term) => ({ term, weight }))
}

/** Adds up the clauses where at least `need` of them match. */
function combine(index: Run, clauses: readonly Clause[], need: number): Matches {
  const { scores, counts } = sum(index, clauses)
  const matched = Uint8Array.from(counts, (count) => (count >= need ? 1 : 0))
  return { matched, scores: scores.map((score, passage) => (matched[passage] ? score : 0)) }
}

function sum(index: Run, clauses: readonly Clause[]) {
  const scores = new Float64Array(index.passages.length)
  const counts = new Uint16Array(index.passages.length)
  for (const clause of clauses) {
    const part = evaluate(index, clause)
    for (const passage of ones(part.matched)) {
      counts[passage]!++
      scores[passage]! += part.scores[passage]!
    }
  }
  return { scores, counts }
}

type Ranked = Extract<Clause, { kind: 'ranked' }>

function evaluateRanked(index: Run, clause: Ranked): Matches {
  const within = evaluate(index, clause.within)
  const { scores, counts } = sum(index, clause.clauses)
  const held = [...ones(within.matched)].map((passage) => counts[passage]!)
  const bar = barOf(clause, (least) => held.filter((count) => count >= least).length)
  index.bars.set(clause, bar)
  const matched = within.matched.map((one, passage) =>
    one && counts[passage]! >= Math.max(1, bar) ? 1 : 0,
  )
  return {
    matched,
    scores: scores.map((score, passage) =>
      matched[passage] ? within.scores[passage]! + score : 0,
    ),
  }
}

function evaluateFacet(index: Run, facet: Facet, test: (value: string) => boolean): Matches {
  const accepted = index.columns.values[facet].map(test)
  const codes = index.columns.codes[facet]
  const matched = nothing(index).matched.map((_, passage) => (accepted[codes[passage]!] ? 1 : 0))
  return { ...nothing(index), matched }
}

function evaluatePhrase(index: Run, clause: Extract<Clause, { kind: 'phrase' }>): Matches {
  const slots = clause.slots.map((slot): Clause => {
    return { kind: 'terms', terms: slot.map((term) => ({ term, weight: 1 })) }
  })
  return filtered(index, combine(index, slots, slots.length), clause)
}

function evaluateNear(index: Run, clause: Extract<Clause, { kind: 'near' }>): Matches {
  return filtered(index, combine(index, clause.groups, clause.groups.length), clause)
}

/** Keeps the candidates where the positional clause holds. */
function filtered(index: Run, candidates: Matches, clause: Clause): Matches {
  const matched = candidates.matched.map((one, passage) =>
    one && spansOf(index.passages[passage]!, clause).length > 0 ? 1 : 0,
  )
  return { matched, scores: candidates.scores.map((score, at) => (matched[at] ? score : 0)) }
}

/** Where a positional clause stands in a passage; for `near`, its first fit. */
function spansOf(passage: IndexedPassage, clause: Clause): Span[] {
  switch (clause.kind) {
    case 'terms':
      return positionsOf(
        passage,
        clause.terms.map(({ term }) => term),
      ).map((start) => ({ start, end: start + 1 }))
    case 'phrase':
      return phraseSpans(clause.slots.map((slot) => positionsOf(passage, slot)))
    case 'or':
      return clause.clauses.flatMap((part) => spansOf(passage, part))
    case 'near': {
      const groups = clause.groups.map((group) => spansOf(passage, group))
      const limit = { distance: clause.distance, sentences: passage.sentences }
      let first: readonly Span[] = []
      nearSpans(groups, limit, (chosen) => {
        first = chosen
        return true
      })
      return [...first]
    }
    default:
      return []
  }
}

function positionsOf(passage: IndexedPassage, terms: readonly string[]): number[] {
  const wanted = new Set(terms)
  return passage.positions.flatMap((at, position) =>
    at.some((term) => wanted.has(term)) ? [position] : [],
  )
}
