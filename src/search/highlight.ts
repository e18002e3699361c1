/** Clause × passage → what of its text matched: the phrase and not its words elsewhere, the very stretch that is near. */
import { termsAt, type AnalyzedText } from '../analyze/analyzer.ts'
import type { Clause } from '../engine/engine.ts'
import { nearSpans, phraseSpans } from '../engine/match.ts'
import type { Facet, Span } from '../model.ts'
import { hasAny, positionsWith, termSet, termsOf, type TermSet } from './term-set.ts'

/** A stretch of the text: `cross` where it matched only as a word of the other language. */
export interface Mark extends Span {
  readonly kind: 'match' | 'cross'
}

/** A passage as highlighting needs it. */
export interface MarkedPassage {
  readonly analyzed: AnalyzedText
  readonly facets: Readonly<Record<Facet, string>>
}

/** A passage, and the words of it that any part of a clause looks for: most are none, and need no second look. */
interface Reading extends MarkedPassage {
  readonly wanted: readonly number[]
}

/** What one clause finds: whether it holds, and the word positions that show it. */
interface Found {
  readonly holds: boolean
  readonly spans: readonly Span[]
}

/** The marks of a passage that matches the clause, in order, none overlapping. */
export function marksOf(
  clause: Clause,
  passage: MarkedPassage,
  foreign: ReadonlySet<string>,
): readonly Mark[] {
  const { spans } = find(clause, readingOf(clause, passage))
  const { analyzed } = passage
  const own = ownTerms(clause, foreign)
  const isOwn = ({ start, end }: Span) => end - start > 1 || hasAny(own, termsAt(analyzed, start))
  const marks = spans.map((span): Mark => {
    const [start, end] = [analyzed.starts[span.start]!, analyzed.ends[span.end - 1]!]
    return { start, end, kind: isOwn(span) ? 'match' : 'cross' }
  })
  return merged(marks.toSorted((left, right) => left.start - right.start || right.end - left.end))
}

/** Overlapping marks become one. */
function merged(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = []
  for (const mark of marks) {
    const last = result.at(-1)
    if (!last || mark.start >= last.end) result.push(mark)
    else {
      const kind = last.kind === 'match' || mark.kind === 'match' ? 'match' : 'cross'
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, mark.end), kind }
    }
  }
  return result
}

/** Every term of a clause that is not a translation. */
function ownTerms(clause: Clause, foreign: ReadonlySet<string>): TermSet {
  // A plan has its own set of foreign terms, one for all passages.
  return remembered(foreign, () => {
    const { terms, prefixes } = termsOf(clause)
    return termSet(
      [...terms].filter((term) => !foreign.has(term)),
      prefixes,
    )
  })
}

/** Whether a passage is what a clause looks for; of `ranked`, whether it has any of the words. */
export function isMatch(clause: Clause, passage: MarkedPassage): boolean {
  return find(clause, readingOf(clause, passage)).holds
}

function readingOf(clause: Clause, passage: MarkedPassage): Reading {
  return { ...passage, wanted: positionsWith(wantedTerms(clause), passage.analyzed) }
}

const nothing: Found = { holds: false, spans: [] }

function find(clause: Clause, passage: Reading): Found {
  switch (clause.kind) {
    case 'terms':
    case 'prefix':
      return shown(single(positionsOf(passage, wantedTerms(clause))))
    case 'phrase':
      return shown(
        phraseSpans(
          clause.slots.map((slot) =>
            positionsOf(
              passage,
              remembered(slot, () => termSet(slot)),
            ),
          ),
        ),
      )
    case 'near':
      return shown(nearby(clause, passage))
    case 'and': {
      const parts = clause.clauses.map((part) => find(part, passage))
      return parts.every(({ holds }) => holds) ? union(parts) : nothing
    }
    case 'or':
      return union(clause.clauses.map((part) => find(part, passage)).filter(({ holds }) => holds))
    case 'ranked': {
      const parts = clause.clauses.map((part) => find(part, passage)).filter(({ holds }) => holds)
      return union([find(clause.within, passage), ...parts])
    }
    case 'not':
      return { holds: !find(clause.clause, passage).holds, spans: [] }
    case 'filter':
      return { holds: passage.facets[clause.facet] === clause.value, spans: [] }
    case 'years': {
      const year = passage.facets.year
      return { holds: year !== '' && +year >= clause.min && +year <= clause.max, spans: [] }
    }
    case 'all':
      return { holds: true, spans: [] }
  }
}

function shown(spans: readonly Span[]): Found {
  return { holds: spans.length > 0, spans }
}

function union(parts: readonly Found[]): Found {
  return { holds: parts.length > 0, spans: parts.flatMap(({ spans }) => spans) }
}

function single(positions: readonly number[]): Span[] {
  return positions.map((start) => ({ start, end: start + 1 }))
}

/** The positions of the words that have any of the terms. */
function positionsOf({ wanted, analyzed }: Reading, sought: TermSet): number[] {
  return wanted.filter((position) => hasAny(sought, termsAt(analyzed, position)))
}

/** Made once for a clause, not for each passage of a page. */
const sets = new WeakMap<object, TermSet>()

function wantedTerms(clause: Clause): TermSet {
  return remembered(clause, () => termsOf(clause))
}

function remembered(of: object, make: () => TermSet): TermSet {
  const known = sets.get(of) ?? make()
  sets.set(of, known)
  return known
}

/**
 * Every occurrence that is part of some near enough choice: each is asked for one, for there may be more choices of eight
 * common words than can ever be gone through.
 */
function nearby(clause: Extract<Clause, { kind: 'near' }>, passage: Reading): Span[] {
  const groups = clause.groups.map((group) => find(group, passage).spans)
  const limit = { distance: clause.distance, sentences: passage.analyzed.sentences }
  const found = new Set<Span>()
  for (const [at, spans] of groups.entries()) {
    const others = groups
      .filter((_, other) => other !== at)
      .toSorted((left, right) => left.length - right.length)
    for (const span of spans) {
      if (found.has(span)) continue
      nearSpans([[span], ...others], limit, (chosen) => {
        for (const each of chosen) found.add(each)
        return true
      })
    }
  }
  return [...found]
}
