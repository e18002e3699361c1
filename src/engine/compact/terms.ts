/** One query word: the passages that have any of its terms, scored. Every term's postings are gone through once. */
import { addTo, clear, isIn } from './bits.ts'
import type { Cursor } from './cursor.ts'
import { FACTOR_COUNTS, factorOf, type Index, type Term, type TermPart } from './index.ts'
import { emptyMatches, union, type Matches } from './matches.ts'
import { DELETED } from './merge.ts'
import { decodeDocs } from './postings.ts'
import { createTermCursor } from './term-cursor.ts'
import type { Word } from './words.ts'

/** Postings taken apart: passages, and how often each has the term; the first `length` places. */
interface Decoded {
  readonly docs: Uint32Array
  readonly counts: Uint32Array
  readonly length: number
}

/** Lists of a few terms are merged, which is cheaper than adding them up where a place is kept for every passage. */
const MOST_MERGED = 4

/** All passages that have any of the words. */
export function evaluateWords(index: Index, words: readonly Word[]): Matches {
  // Numbers of several segments become ranks in no order: their lists are not merged.
  if (index.homes === null && words.length <= MOST_MERGED) {
    const merged = merge(index, words, ({ parts: [part], frequency }) =>
      decode(index, part!, index.pool.numbers(frequency)),
    )
    if (merged) return merged
  }
  accumulateAll(index, words)
  return index.accumulator.take(index.pool)
}

/** A function that ends with its loop: see decodeDocs. */
function accumulateAll(index: Index, words: readonly Word[]): void {
  for (const word of words) {
    for (const part of word.term.parts) accumulate(index, word, decodePart(index, part))
  }
}

/** A passage sought costs about as much as this many that are decoded in passing. */
const SEEK = 24

/** Those of the candidates that have any of the words: by seeking them where that is less than going through all. */
export function restrictWords(index: Index, words: readonly Word[], candidates: Matches): Matches {
  const list = (term: Term): Decoded =>
    index.homes !== null || candidates.length * SEEK < term.frequency
      ? seek(index, term, candidates)
      : decodeMarked(index, term, candidates)
  const merged = words.length <= MOST_MERGED ? merge(index, words, list) : null
  if (merged) return merged
  for (const word of words) accumulate(index, word, list(word.term))
  return index.accumulator.take(index.pool)
}

/**
 * Postings of one segment, passages by their number there; taken apart into `docs` where they are not held so. To be read
 * only; the counts before the next list is.
 */
function decode({ scratch }: Index, { blob }: TermPart, docs: Uint32Array): Decoded {
  const { length } = blob
  const held = blob.decoded()
  if (held) return { docs: held.docs, counts: held.counts, length }
  const { counts } = scratch
  decodeDocs({ bytes: blob.docs, at: 0 }, length, { docs, counts, from: 0, previous: -1 })
  return { docs, counts, length }
}

/** Postings of one segment by rank, in no order, without deleted passages; to be read before the next list is. */
function decodePart(index: Index, part: TermPart): Decoded {
  const { docs, counts } = index.scratch
  const all = decode(index, part, docs)
  if (!part.map) return all
  return { docs, counts, length: renumber(all, part.map, docs, counts) }
}

/** What is kept may be written over what was read. */
function renumber(all: Decoded, map: Uint32Array, docs: Uint32Array, counts: Uint32Array): number {
  let kept = 0
  for (let i = 0; i < all.length; i++) {
    const rank = map[all.docs[i]!]!
    if (rank === DELETED) continue
    docs[kept] = rank
    counts[kept++] = all.counts[i]!
  }
  return kept
}

/** Postings of the candidates, out of all of them; an index of one segment. */
function decodeMarked(index: Index, term: Term, candidates: Matches): Decoded {
  const { marks, pool, scratch } = index
  const all = decode(index, term.parts[0]!, scratch.docs)
  const docs = pool.numbers(Math.min(all.length, candidates.length))
  const { counts } = scratch
  addTo(marks, candidates)
  const length = copyMarked(marks, all, docs, counts)
  clear(marks, candidates)
  return { docs, counts, length }
}

/** Copies the postings of the marked passages; how many. */
function copyMarked(
  marks: Int32Array,
  all: Decoded,
  docs: Uint32Array,
  counts: Uint32Array,
): number {
  let found = 0
  for (let i = 0; i < all.length; i++) {
    const doc = all.docs[i]!
    if (!isIn(marks, doc)) continue
    docs[found] = doc
    counts[found++] = all.counts[i]!
  }
  return found
}

/** Postings of the candidates, each sought. */
function seek(index: Index, term: Term, candidates: Matches): Decoded {
  const docs = index.pool.numbers(candidates.length)
  const counts = index.pool.numbers(candidates.length)
  const cursor = createTermCursor(index, term, candidates.length)
  const length = seekAll(cursor, candidates, docs, counts)
  return { docs, counts, length }
}

function seekAll(
  cursor: Cursor,
  candidates: Matches,
  docs: Uint32Array,
  counts: Uint32Array,
): number {
  let length = 0
  for (let i = 0; i < candidates.length; i++) {
    const count = cursor.seek(candidates.docs[i]!)
    if (count === 0) continue
    docs[length] = candidates.docs[i]!
    counts[length++] = count
  }
  return length
}

/**
 * The sum of the terms' lists, which are in order, and the largest bonus on top; null where a passage has only terms that
 * score nothing: a spelling lifts passages that have its stem, so plans have no such terms.
 */
function merge(
  index: Index,
  words: readonly Word[],
  list: (term: Term) => Decoded,
): Matches | null {
  const { pool } = index
  let sum = emptyMatches(pool)
  for (const word of words) {
    if (word.weight !== 0) sum = union(pool, sum, scored(index, word, list(word.term)))
  }
  const lifting = words.filter(({ weight, bonus }) => weight === 0 || bonus > 0)
  if (lifting.length === 0) return sum
  const [only] = lifting
  if (lifting.length === 1) {
    const lifted = list(only!.term)
    return lift(sum, lifted, only!.bonus) < lifted.length ? null : sum
  }
  const bonuses = pool.scores(sum.length).fill(0, 0, sum.length)
  for (const { term, bonus } of lifting) {
    const lifted = list(term)
    if (raise(sum, lifted, bonus, bonuses) < lifted.length) return null
  }
  addAll(sum.scores, bonuses, sum.length)
  return sum
}

/** Adds a bonus where a passage is in `lifted` too; how many of those were met before one that is not. */
function lift({ docs, scores, length }: Matches, lifted: Decoded, bonus: number): number {
  let next = 0
  for (let i = 0; i < length && next < lifted.length; i++) {
    if (docs[i] !== lifted.docs[next]) continue
    next++
    scores[i]! += bonus
  }
  return next
}

/** Raises the bonuses of the passages that are in `lifted` too; how many of those were met before one that is not. */
function raise(all: Matches, lifted: Decoded, bonus: number, bonuses: Float64Array): number {
  let next = 0
  for (let i = 0; i < all.length && next < lifted.length; i++) {
    if (all.docs[i] !== lifted.docs[next]) continue
    next++
    if (bonuses[i]! < bonus) bonuses[i] = bonus
  }
  return next
}

function addAll(values: Float64Array, more: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) values[i]! += more[i]!
}

function scored(index: Index, word: Word, { docs, counts, length }: Decoded): Matches {
  const scores = index.pool.scores(length)
  score(index, word, { docs, counts, length }, scores)
  return { docs, scores, length }
}

function score(
  { factors, columns, norms }: Index,
  { term, weight }: Word,
  { docs, counts, length }: Decoded,
  scores: Float64Array,
): void {
  const { lengths } = columns
  const { inverse } = term
  const stride = norms.length
  for (let i = 0; i < length; i++) {
    const count = counts[i]!
    const words = lengths[docs[i]!]!
    const factor =
      count < FACTOR_COUNTS ? factors[count * stride + words]! : factorOf(count, norms[words]!)
    scores[i] = weight * (inverse * factor)
  }
}

/** Adds a term's list to the accumulator. */
function accumulate(index: Index, word: Word, list: Decoded): void {
  const { accumulator, scratch } = index
  // A term that only lifts what others found scores nothing itself.
  if (word.weight !== 0) {
    const { scores } = scratch
    score(index, word, list, scores)
    accumulator.add({ docs: list.docs, scores, length: list.length })
  }
  if (word.weight === 0 || word.bonus > 0) accumulator.raise(list, word.bonus)
}
