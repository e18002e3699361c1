/** Passages that a part of a query matches, by rank ascending, and what they score: how such lists are joined. */
import type { Pool } from './pool.ts'

/** The first `length` places of both arrays; they belong to the search's pool. */
export interface Matches {
  readonly docs: Uint32Array
  readonly scores: Float64Array
  readonly length: number
}

export function emptyMatches(pool: Pool): Matches {
  return { docs: pool.numbers(0), scores: pool.scores(0), length: 0 }
}

/** Passages of either list; where both have one, the sum of its scores. */
export function union(pool: Pool, left: Matches, right: Matches): Matches {
  if (left.length === 0) return right
  if (right.length === 0) return left
  const docs = pool.numbers(left.length + right.length)
  const scores = pool.scores(left.length + right.length)
  return { docs, scores, length: unite(left, right, docs, scores) }
}

/** Above every rank, and small enough for a machine register. */
const NO_RANK = 2 ** 31 - 1

function unite(left: Matches, right: Matches, docs: Uint32Array, scores: Float64Array): number {
  let length = 0
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    const a = i < left.length ? left.docs[i]! : NO_RANK
    const b = j < right.length ? right.docs[j]! : NO_RANK
    let score = 0
    if (a <= b) score += left.scores[i++]!
    if (b <= a) score += right.scores[j++]!
    docs[length] = Math.min(a, b)
    scores[length++] = score
  }
  return length
}

/** Passages of both lists, with the scores of the left one. */
export function intersect(pool: Pool, left: Matches, right: Matches): Matches {
  const docs = pool.numbers(left.length)
  const scores = pool.scores(left.length)
  let length = 0
  let j = 0
  for (let i = 0; i < left.length && j < right.length; i++) {
    const doc = left.docs[i]!
    while (j < right.length && right.docs[j]! < doc) j++
    if (j < right.length && right.docs[j] === doc) {
      docs[length] = doc
      scores[length++] = left.scores[i]!
    }
  }
  return { docs, scores, length }
}

/** Passages of the left list that the right one has not; they score 0. */
export function subtract(pool: Pool, left: Matches, right: Matches): Matches {
  const docs = pool.numbers(left.length)
  let length = 0
  let j = 0
  for (let i = 0; i < left.length; i++) {
    const doc = left.docs[i]!
    while (j < right.length && right.docs[j]! < doc) j++
    if (j === right.length || right.docs[j] !== doc) docs[length++] = doc
  }
  return { docs, scores: pool.scores(length).fill(0, 0, length), length }
}

/** Adds to the scores of a list what each of its passages has in `part`, which has all of them. */
export function addScores(list: Matches, part: Matches): void {
  let j = 0
  for (let i = 0; i < list.length; i++) {
    const doc = list.docs[i]!
    while (part.docs[j] !== doc) j++
    list.scores[i]! += part.scores[j]!
  }
}

/** The passages of a list, scoring 0, to add scores to. */
export function unscored(pool: Pool, list: Matches): Matches {
  const scores = pool.scores(list.length).fill(0, 0, list.length)
  return { docs: list.docs, scores, length: list.length }
}

/** Keeps the passages a test accepts. */
export function keep(pool: Pool, list: Matches, test: (doc: number) => boolean): Matches {
  const docs = pool.numbers(list.length)
  const scores = pool.scores(list.length)
  let length = 0
  for (let i = 0; i < list.length; i++) {
    if (!test(list.docs[i]!)) continue
    docs[length] = list.docs[i]!
    scores[length++] = list.scores[i]!
  }
  return { docs, scores, length }
}
