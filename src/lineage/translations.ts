/** Which passage of an edition says the same as one of an edition in the other language, where that is certain. */
import type { Link } from './align.ts'
import { figureWeight, isFigure } from './concepts.ts'
import type { Edition } from './editions.ts'

/**
 * Weighted share of concepts in common from which two passages that are each other's best are certain to match. On the
 * gold of the seeds every pair above .17 is one that a person calls revised; the next below is a related one.
 */
const CERTAIN = 0.2

/** How rare each concept is among the passages of some editions, figures counting double. */
export function conceptWeights(editions: readonly Edition[]): (concept: number) => number {
  const frequency = new Map<number, number>()
  let passages = 0
  for (const { prints } of editions) {
    for (const { concepts } of prints) {
      passages++
      for (const concept of concepts) frequency.set(concept, (frequency.get(concept) ?? 0) + 1)
    }
  }
  return (concept) =>
    Math.log(1 + passages / (frequency.get(concept) ?? 1)) * (isFigure(concept) ? figureWeight : 1)
}

/** Links between two editions in different languages: passages of one known section, each the other's best. */
export function alignTranslations(
  from: Edition,
  to: Edition,
  weightOf: (concept: number) => number,
): Link[] {
  const holders = new Map<number, number[]>()
  to.prints.forEach(({ concepts }, b) => {
    for (const concept of concepts) {
      const list = holders.get(concept)
      if (list) list.push(b)
      else holders.set(concept, [b])
    }
  })
  const sum = (concepts: Uint32Array) => concepts.reduce((total, one) => total + weightOf(one), 0)
  const sums = to.prints.map(({ concepts }) => sum(concepts))
  const bestFrom: Best[] = []
  const bestTo: Best[] = []
  from.prints.forEach((print, a) => {
    const shared = new Map<number, number>()
    for (const concept of print.concepts) {
      for (const b of holders.get(concept) ?? []) {
        shared.set(b, (shared.get(b) ?? 0) + weightOf(concept))
      }
    }
    const total = sum(print.concepts)
    for (const [b, weight] of shared) {
      if (print.section === null || print.section !== to.prints[b]!.section) continue
      const similarity = (2 * weight) / (total + sums[b]!)
      if (similarity > (bestFrom[a]?.similarity ?? 0)) bestFrom[a] = { other: b, similarity }
      if (similarity > (bestTo[b]?.similarity ?? 0)) bestTo[b] = { other: a, similarity }
    }
  })
  return from.prints.flatMap((print, a) => {
    const best = bestFrom[a]
    if (!best || best.similarity < CERTAIN || bestTo[best.other]?.other !== a) return []
    const similarity = Math.round(best.similarity * 1000) / 1000
    return [{ from: print.id, to: to.prints[best.other]!.id, same: false, similarity }]
  })
}

interface Best {
  readonly other: number
  readonly similarity: number
}
