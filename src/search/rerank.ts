/** A second look at the first passages: those that say the query's words in its very letters move up. */
import { fold } from '../analyze/stem.ts'
import { tokenize } from '../analyze/tokenize.ts'
import { inverseFrequency, termScore } from '../engine/score.ts'

/** How many of the first passages are looked at again: fixed, so that pages do not shift. */
export const rerankWindow = 50

/** What is added to the scores of the first passages; never negative, so none of them falls below the window. */
export function letterScores(
  words: readonly string[],
  texts: readonly string[],
  weight: number,
): number[] {
  const wanted = [...new Set(grams(words.map(fold).join(' ')))]
  const counted = texts.map((text) =>
    count(
      grams(
        tokenize(text)
          .map(({ form }) => fold(form))
          .join(' '),
      ),
    ),
  )
  const mean = counted.reduce((sum, grammed) => sum + grammed.total, 0) / (counted.length || 1)
  const inverse = wanted.map((gram) =>
    inverseFrequency(counted.length, counted.filter(({ counts }) => counts.has(gram)).length),
  )
  return counted.map(({ counts, total }) => {
    let sum = 0
    for (const [at, gram] of wanted.entries()) {
      const times = counts.get(gram)
      if (times !== undefined) sum += termScore(inverse[at]!, times, total / mean)
    }
    return weight * sum
  })
}

const size = 5

/** Runs of five letters, over the spaces between words. */
function grams(text: string): string[] {
  const padded = ` ${text} `
  return Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, at) =>
    padded.slice(at, at + size),
  )
}

function count(all: readonly string[]) {
  const counts = new Map<string, number>()
  for (const gram of all) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return { counts, total: counts.size }
}
