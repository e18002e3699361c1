/** The parts of a score: what each term adds, and what was added afterwards. They add up to the score. */
import type { Clause, Vocabulary } from '../engine/engine.ts'
import { inverseFrequency, termScore } from '../engine/score.ts'
import type { IndexedPassage } from '../model.ts'
import { isMatch, type MarkedPassage } from './highlight.ts'

export type ScorePart =
  | {
      readonly kind: 'term'
      /** As indexed: `n:` and `s:` mark English and Spanish stems, `=` a spelling, `^` one without its accents. */
      readonly term: string
      readonly count: number
      readonly weight: number
      readonly score: number
    }
  /** For the spelling as typed, so that it stands above other forms of the word. */
  | { readonly kind: 'spelling'; readonly term: string; readonly score: number }
  /**
   * For the passage's language, where the query was translated; for runs of letters as typed; for the passages beside it,
   * where the query asks (see rerank.ts); for having more of the words than others, where some will do.
   */
  | { readonly kind: keyof Raise; readonly score: number }

/** What was added to an engine's score. */
export interface Raise {
  readonly language: number
  readonly letters: number
  readonly beside: number
  readonly coverage: number
}

export interface Explained {
  readonly indexed: IndexedPassage
  readonly marked: MarkedPassage
  readonly raise: Raise
}

/** The parts of a passage's score in the order of the clause; what adds nothing is left out. */
export function explain(
  clause: Clause,
  { indexed, marked, raise }: Explained,
  vocabulary: Vocabulary,
): readonly ScorePart[] {
  const { positions } = indexed
  const distinct = new Set(positions.map((terms) => terms.join(' '))).size
  const relative = distinct / vocabulary.averageLength

  function termPart(term: string, weight: number): ScorePart[] {
    const count = positions.filter((terms) => terms.includes(term)).length
    if (count === 0) return []
    const inverse = inverseFrequency(vocabulary.passages, vocabulary.frequency(term))
    const score = weight * termScore(inverse, count, relative)
    return [{ kind: 'term', term, count, weight, score }]
  }

  function parts(part: Clause): ScorePart[] {
    if (!isMatch(part, marked)) return []
    switch (part.kind) {
      case 'terms': {
        const present = part.terms.filter(({ term }) => positions.some((at) => at.includes(term)))
        const [most] = present.toSorted((a, b) => (b.bonus ?? 0) - (a.bonus ?? 0))
        return [
          ...present.flatMap(({ term, weight }) => termPart(term, weight)),
          { kind: 'spelling', term: most?.term ?? '', score: most?.bonus ?? 0 },
        ]
      }
      case 'prefix': {
        const present = new Set(positions.flat())
        return part.prefixes.flatMap((prefix) =>
          [...present]
            .filter((term) => term.startsWith(prefix))
            .toSorted()
            .flatMap((term) => termPart(term, part.weight)),
        )
      }
      case 'phrase':
        return part.slots.flat().flatMap((term) => termPart(term, 1))
      case 'near':
        return part.groups.flatMap(parts)
      case 'and':
      case 'or':
        return part.clauses.flatMap(parts)
      case 'ranked':
        return [part.within, ...part.clauses].flatMap(parts)
      default:
        return []
    }
  }

  const raised: ScorePart[] = [
    { kind: 'language', score: raise.language },
    { kind: 'letters', score: raise.letters },
    { kind: 'beside', score: raise.beside },
    { kind: 'coverage', score: raise.coverage },
  ]
  return [...parts(clause), ...raised].filter(({ score }) => score !== 0)
}
