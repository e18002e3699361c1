/** The parts of a score: which terms a passage has, how often, and what each adds. */
import type { Clause, Vocabulary } from '../engine/engine.ts'
import { inverseFrequency, termScore } from '../engine/score.ts'
import type { IndexedPassage } from '../model.ts'

export interface ScorePart {
  /** As indexed: `n:` and `s:` mark English and Spanish stems, `=` a spelling, `^` one without its accents. */
  readonly term: string
  readonly count: number
  readonly weight: number
  readonly score: number
}

/** What each term of a clause adds to a passage's score, in the order of the clause; bonuses and the rest are apart. */
export function explain(
  clause: Clause,
  passage: IndexedPassage,
  vocabulary: Vocabulary,
): ScorePart[] {
  const distinct = new Set(passage.positions.map((terms) => terms.join(' '))).size
  const relative = distinct / vocabulary.averageLength
  return weightedTerms(clause).flatMap(({ term, weight }) => {
    const count = passage.positions.filter((terms) => terms.includes(term)).length
    if (count === 0 || weight === 0) return []
    const inverse = inverseFrequency(vocabulary.passages, vocabulary.frequency(term))
    return [{ term, count, weight, score: weight * termScore(inverse, count, relative) }]
  })
}

function weightedTerms(clause: Clause): { term: string; weight: number }[] {
  switch (clause.kind) {
    case 'terms':
      return [...clause.terms]
    case 'phrase':
      return clause.slots.flatMap((slot) => slot.map((term) => ({ term, weight: 1 })))
    case 'near':
      return clause.groups.flatMap(weightedTerms)
    case 'and':
    case 'or':
      return clause.clauses.flatMap(weightedTerms)
    case 'ranked':
      return [clause.within, ...clause.clauses].flatMap(weightedTerms)
    default:
      return []
  }
}
