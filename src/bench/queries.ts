/** The queries that are measured: words by how often the corpus uses them, phrases as it has them. */
import { createRandom } from '../testing/random.ts'
import { generatePassages, type BenchPassage } from './corpus.ts'
import type { BenchQuery, QueryClass } from './peer.ts'

export const queryClasses = ['common', 'rare', 'and', 'or', 'prefix', 'fuzzy', 'phrase'] as const

const SAMPLE = 3000
const QUERIES = 24

/**
 * Two dozen queries of each class over words of four letters or more, by the share of sampled passages that have them: common
 * words are in 3 to 15 of a hundred, rare ones in about one of a thousand.
 */
export function createQueries(sample: readonly BenchPassage[], seed = 2): BenchQuery[] {
  const random = createRandom(seed)
  const words = sample.map(({ text }) => wordsIn(text))
  const shares = countShares(words)
  const between = (low: number, high: number) =>
    [...shares].flatMap(([word, share]) => (share >= low && share < high ? [word] : []))
  const bands = {
    common: between(0.03, 0.15),
    middling: between(0.004, 0.03),
    rare: between(0.0006, 0.0013),
  }
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const long = bands.middling.filter((word) => word.length >= 6)
  const make: Record<QueryClass, () => readonly string[]> = {
    common: () => [pick(bands.common)],
    rare: () => [pick(bands.rare)],
    and: () => [pick(bands.common), pick(bands.common)],
    or: () => [pick(bands.common), pick(bands.common), pick(bands.common)],
    prefix: () => [pick(bands.middling).slice(0, 4)],
    fuzzy: () => [misspell(pick(long), random)],
    phrase: () => {
      const text = pick(sample.map((_, at) => String(at)))
      const list = words[Number(text)]!
      const at = Math.floor(random() * (list.length - 1))
      return list.slice(at, at + 2)
    },
  }
  return queryClasses.flatMap((kind) =>
    Array.from({ length: QUERIES }, () => ({ kind, words: make[kind]() })),
  )
}

/** The first passages of the generated corpus. */
export function sampleOf(passages: Iterable<BenchPassage> = generatePassages(SAMPLE)) {
  const sample: BenchPassage[] = []
  for (const passage of passages) if (sample.push(passage) === SAMPLE) break
  return sample
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}

function countShares(passages: readonly string[][]): Map<string, number> {
  const shares = new Map<string, number>()
  for (const words of passages) {
    for (const word of new Set(words)) {
      if (word.length >= 4) shares.set(word, (shares.get(word) ?? 0) + 1 / passages.length)
    }
  }
  return shares
}

/** One letter replaced, left out or swapped with the next, never the first. */
function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, next, after] = [
    word.slice(0, at),
    word[at]!,
    word[at + 1]!,
    word.slice(at + 2),
  ]
  const kind = Math.floor(random() * 3)
  if (kind === 0) return before + 'x' + next + after
  return kind === 1 ? before + next + after : before + next + letter + after
}
