/** Which passage of an edition says the same as one of an edition in the other language, where that is certain. */
import type { Range } from './align.ts'
import { figureWeight, isFigure } from './concepts.ts'
import type { Print } from './print.ts'

/** By the number of a passage, what it says whatever its language: numbers, ascending. */
export type Concepts = readonly Uint32Array[]

/** An edition among the passages of its series. */
export interface Side extends Range {
  readonly prints: readonly Print[]
  readonly concepts: Concepts
}

export interface TranslationLink {
  readonly from: number
  readonly to: number
  /** Weighted share of concepts in common, three decimals. */
  readonly similarity: number
}

/**
 * Weighted share of concepts in common from which two passages that are each other's best are certain to match. On the
 * gold of the seeds every pair above .17 is one that a person calls revised; the next below is a related one.
 */
const CERTAIN = 0.2

/** How rare each concept is among the passages of a series, figures counting double. */
export function conceptWeights(passages: Concepts): (concept: number) => number {
  const frequency = new Map<number, number>()
  for (const concepts of passages)
    for (const concept of concepts) frequency.set(concept, (frequency.get(concept) ?? 0) + 1)
  return (concept) =>
    Math.log(1 + passages.length / (frequency.get(concept) ?? 1)) *
    (isFigure(concept) ? figureWeight : 1)
}

/** Links between two editions in different languages: passages of one known section, each the other's best. */
export function alignTranslations(
  from: Side,
  to: Side,
  weightOf: (concept: number) => number,
): TranslationLink[] {
  const { prints, concepts } = to
  const holders = new Map<number, number[]>()
  const sums: number[] = []
  const sum = (some: Uint32Array) => some.reduce((total, one) => total + weightOf(one), 0)
  for (let b = to.first; b < to.end; b++) {
    sums[b] = sum(concepts[b]!)
    for (const concept of concepts[b]!) {
      const list = holders.get(concept)
      if (list) list.push(b)
      else holders.set(concept, [b])
    }
  }
  const bestFrom: Best[] = []
  const bestTo: Best[] = []
  for (let a = from.first; a < from.end; a++) {
    const shared = new Map<number, number>()
    for (const concept of from.concepts[a]!) {
      for (const b of holders.get(concept) ?? []) {
        shared.set(b, (shared.get(b) ?? 0) + weightOf(concept))
      }
    }
    const total = sum(from.concepts[a]!)
    const { section } = from.prints[a]!
    for (const [b, weight] of shared) {
      if (section === null || section !== prints[b]!.section) continue
      const similarity = (2 * weight) / (total + sums[b]!)
      if (similarity > (bestFrom[a]?.similarity ?? 0)) bestFrom[a] = { other: b, similarity }
      if (similarity > (bestTo[b]?.similarity ?? 0)) bestTo[b] = { other: a, similarity }
    }
  }
  const links: TranslationLink[] = []
  for (let a = from.first; a < from.end; a++) {
    const best = bestFrom[a]
    if (!best || best.similarity < CERTAIN || bestTo[best.other]?.other !== a) continue
    links.push({ from: a, to: best.other, similarity: Math.round(best.similarity * 1000) / 1000 })
  }
  return links
}

interface Best {
  readonly other: number
  readonly similarity: number
}
