/** Learns which words translate which from sentence pairs: IBM model 1 in both directions (Brown et al. 1993). */

export interface SentencePair {
  readonly en: readonly string[]
  readonly es: readonly string[]
}

/** P(target | source), by source. */
type Probabilities = Map<string, Map<string, number>>

export interface LearnedPair {
  readonly en: string
  readonly es: string
  /** P(es | en) and P(en | es). */
  readonly toSpanish: number
  readonly toEnglish: number
}

export interface LearnOptions {
  readonly iterations: number
  /** Words seen in fewer sentences are not learned. */
  readonly minimumCount: number
  /** Pairs whose geometric mean of both probabilities is lower are dropped. */
  readonly minimumConfidence: number
}

/**
 * The pairs of words that both directions believe in, the surest first. One direction alone takes a rare word for
 * the translation of everything beside it; the product of both does not.
 */
export function learnPairs(corpus: readonly SentencePair[], options: LearnOptions): LearnedPair[] {
  const toSpanish = train(
    corpus.map(({ en, es }) => ({ source: en, target: es })),
    options,
  )
  const toEnglish = train(
    corpus.map(({ en, es }) => ({ source: es, target: en })),
    options,
  )
  const pairs: LearnedPair[] = []
  for (const [en, targets] of toSpanish) {
    for (const [es, p] of targets) {
      const back = toEnglish.get(es)?.get(en) ?? 0
      if (Math.sqrt(p * back) >= options.minimumConfidence) {
        pairs.push({ en, es, toSpanish: p, toEnglish: back })
      }
    }
  }
  return pairs.toSorted((a, b) => b.toSpanish * b.toEnglish - a.toSpanish * a.toEnglish)
}

interface Aligned {
  readonly source: readonly string[]
  readonly target: readonly string[]
}

/** The word every sentence has besides its own: it takes the words that translate nothing. */
const nothing = ''

function train(corpus: readonly Aligned[], options: LearnOptions): Probabilities {
  const kept = frequentWords(corpus, options.minimumCount)
  const sentences = corpus.map(({ source, target }) => ({
    source: [nothing, ...new Set(source.filter((word) => kept.source.has(word)))],
    target: [...new Set(target.filter((word) => kept.target.has(word)))],
  }))
  let probabilities: Probabilities = new Map()
  for (let i = 0; i < options.iterations; i++) probabilities = step(sentences, probabilities)
  probabilities.delete(nothing)
  return probabilities
}

/** One round of expectation and maximisation; an empty table stands for equal chances. */
function step(sentences: readonly Aligned[], before: Probabilities): Probabilities {
  const after: Probabilities = new Map()
  for (const { source, target } of sentences) {
    const rows = source.map((word) => rowOf(after, word))
    const old = source.map((word) => before.get(word))
    for (const word of target) {
      const shares = old.map((row) => (before.size === 0 ? 1 : (row?.get(word) ?? 0)))
      const total = shares.reduce((sum, share) => sum + share, 0)
      rows.forEach((row, i) => {
        const share = shares[i]! / total
        if (share > 1e-4) row.set(word, (row.get(word) ?? 0) + share)
      })
    }
  }
  for (const row of after.values()) normalise(row)
  return after
}

function rowOf(table: Probabilities, word: string): Map<string, number> {
  const row = table.get(word) ?? new Map<string, number>()
  table.set(word, row)
  return row
}

function normalise(row: Map<string, number>): void {
  let total = 0
  for (const count of row.values()) total += count
  for (const [word, count] of row) row.set(word, count / total)
}

function frequentWords(corpus: readonly Aligned[], minimum: number) {
  const frequent = (sentences: readonly (readonly string[])[]) => {
    const counts = new Map<string, number>()
    for (const words of sentences) {
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    return new Set([...counts].filter(([, count]) => count >= minimum).map(([word]) => word))
  }
  return {
    source: frequent(corpus.map(({ source }) => source)),
    target: frequent(corpus.map(({ target }) => target)),
  }
}
