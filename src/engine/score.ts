/** How a term scores in a passage: MiniSearch's own BM25+, spelled out so that every engine computes the same float64. */

/** MiniSearch's own defaults. */
export const bm25 = { k: 1.2, b: 0.7, d: 0.5 } as const

/** How much a term tells: rare terms more. `frequency` of `passages` have it. */
export function inverseFrequency(passages: number, frequency: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))
}

/**
 * The score of a term that occurs `count` times in a passage; `relativeLength` = its length ÷ the mean length
 * (sum of lengths ÷ number of passages), `inverse` = inverseFrequency of the term.
 */
export function termScore(inverse: number, count: number, relativeLength: number): number {
  const { k, b, d } = bm25
  return inverse * (d + (count * (k + 1)) / (count + k * (1 - b + b * relativeLength)))
}
