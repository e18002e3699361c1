/** One query word: the passages that have any of its terms, scored. Every term's postings are gone through once. */
import { bm25 } from '../score.ts'
import type { WeightedTerm } from '../engine.ts'
import { createCursor } from './cursor.ts'
import { findTerm, type Index, type Term, type TermPart } from './index.ts'
import { emptyMatches, type Matches } from './matches.ts'
import { DELETED } from './merge.ts'
import { decodeDocs } from './postings.ts'
import { createTermCursor } from './term-cursor.ts'

const { k, d } = bm25

interface Word {
  readonly term: Term
  readonly weight: number
  readonly bonus: number
}

function wordsOf(index: Index, terms: readonly WeightedTerm[]): Word[] {
  const words: Word[] = []
  for (const { term, weight, bonus = 0 } of terms) {
    const found = findTerm(index, term)
    if (found.parts.length > 0) words.push({ term: found, weight, bonus })
  }
  return words
}

/** An upper bound of how many passages have any of the terms. */
export function countTerms(index: Index, terms: readonly WeightedTerm[]): number {
  return terms.reduce((sum, { term }) => sum + findTerm(index, term).frequency, 0)
}

/** All passages that have any of the terms. */
export function evaluateTerms(index: Index, terms: readonly WeightedTerm[]): Matches {
  const words = wordsOf(index, terms)
  if (words.length === 0) return emptyMatches(index.pool)
  const [word] = words
  if (words.length === 1 && word!.term.parts.length === 1 && !index.homes && word!.bonus === 0) {
    return scoreList(index, word!)
  }
  for (const one of words) for (const part of one.term.parts) accumulate(index, one, part)
  return index.accumulator.take(index.pool)
}

interface Decoded {
  readonly docs: Uint32Array
  readonly counts: Uint32Array
}

/** Postings of one segment, into arrays with room for them: passages by their number there, and counts. */
function decode({ blob }: TermPart, { docs, counts }: Decoded) {
  decodeDocs({ bytes: blob.docs, at: 0 }, blob.length, { docs, counts, from: 0, previous: -1 })
  return { docs, counts, length: blob.length }
}

/** The shortest way: one term, one segment, numbers that are ranks. */
function scoreList(index: Index, { term, weight }: Word): Matches {
  const { parts, inverse } = term
  const size = parts[0]!.blob.length
  const own = { docs: index.pool.numbers(size), counts: index.scratch.counts }
  const { docs, counts, length } = decode(parts[0]!, own)
  const scores = index.pool.scores(length)
  const { norms } = index
  const { lengths } = index.columns
  for (let i = 0; i < length; i++) {
    const count = counts[i]!
    const score = inverse * (d + (count * (k + 1)) / (count + norms[lengths[docs[i]!]!]!))
    scores[i] = weight * score
  }
  return { docs, scores, length }
}

function accumulate(index: Index, word: Word, part: TermPart): void {
  const { docs, counts, length } = decode(part, index.scratch)
  const { norms, accumulator } = index
  const { scores, bits } = accumulator
  const { lengths } = index.columns
  const { weight, bonus } = word
  const { inverse } = word.term
  const { map } = part
  const kept = map ? renumber(docs, counts, { length, map }) : length
  // A term that only lifts what others found scores nothing itself.
  for (let i = 0; i < (weight === 0 ? 0 : kept); i++) {
    const doc = docs[i]!
    const count = counts[i]!
    const score = inverse * (d + (count * (k + 1)) / (count + norms[lengths[doc]!]!))
    scores[doc]! += weight * score
    bits[doc >>> 5]! |= 1 << (doc & 31)
  }
  if (bonus <= 0 && weight !== 0) return
  const bonuses = accumulator.bonuses()
  for (let i = 0; i < kept; i++) {
    const doc = docs[i]!
    if (bonuses[doc]! < bonus) bonuses[doc] = bonus
    bits[doc >>> 5]! |= 1 << (doc & 31)
  }
}

/** Numbers of a segment to ranks, in place; deleted passages are dropped. How many are left. */
function renumber(
  docs: Uint32Array,
  counts: Uint32Array,
  { length, map }: { readonly length: number; readonly map: Uint32Array },
): number {
  let kept = 0
  for (let i = 0; i < length; i++) {
    const rank = map[docs[i]!]!
    if (rank === DELETED) continue
    docs[kept] = rank
    counts[kept++] = counts[i]!
  }
  return kept
}

/** A passage sought costs about as much as this many that are decoded in passing. */
const SEEK = 24

/** Those of the candidates that have any of the terms: by seeking them where that is less than going through all. */
export function restrictTerms(
  index: Index,
  terms: readonly WeightedTerm[],
  candidates: Matches,
): Matches {
  const { pool } = index
  const size = candidates.length
  const scores = pool.scores(size).fill(0, 0, size)
  const found = pool.numbers(size).fill(0, 0, size)
  const words = wordsOf(index, terms)
  const hasBonus = words.some(({ bonus }) => bonus > 0)
  const bonuses = hasBonus ? pool.scores(size).fill(0, 0, size) : null
  const target: Restricted = { candidates, scores, found, bonuses }
  for (const word of words) {
    const isSought = index.homes !== null || size * SEEK < word.term.frequency
    if (isSought) seekAll(index, word, target)
    else mergeAll(index, word, target)
  }
  return compact(index, target)
}

interface Restricted {
  readonly candidates: Matches
  readonly scores: Float64Array
  /** 1 where a candidate has any of the terms. */
  readonly found: Uint32Array
  readonly bonuses: Float64Array | null
}

function compact({ pool }: Index, { candidates, scores, found, bonuses }: Restricted): Matches {
  const docs = pool.numbers(candidates.length)
  let length = 0
  for (let i = 0; i < candidates.length; i++) {
    if (found[i] === 0) continue
    docs[length] = candidates.docs[i]!
    scores[length++] = bonuses ? scores[i]! + bonuses[i]! : scores[i]!
  }
  return { docs, scores, length }
}

function seekAll(index: Index, word: Word, target: Restricted): void {
  const { norms } = index
  const { lengths } = index.columns
  const { candidates } = target
  const [part] = word.term.parts
  const cursor = index.homes ? createTermCursor(index, word.term) : createCursor(part!.blob)
  for (let i = 0; i < candidates.length; i++) {
    const doc = candidates.docs[i]!
    const count = cursor.seek(doc)
    if (count > 0) addAt(target, i, scoreOf(word, count, norms[lengths[doc]!]!))
    if (count > 0 && target.bonuses) raise(target.bonuses, i, word.bonus)
  }
}

function mergeAll(index: Index, word: Word, target: Restricted): void {
  const { docs, counts, length } = decode(word.term.parts[0]!, index.scratch)
  const { norms } = index
  const { lengths } = index.columns
  const { candidates } = target
  let j = 0
  for (let i = 0; i < candidates.length; i++) {
    const doc = candidates.docs[i]!
    while (j < length && docs[j]! < doc) j++
    if (j === length) return
    if (docs[j] !== doc) continue
    addAt(target, i, scoreOf(word, counts[j]!, norms[lengths[doc]!]!))
    if (target.bonuses) raise(target.bonuses, i, word.bonus)
  }
}

function scoreOf({ term, weight }: Word, count: number, norm: number): number {
  return weight * (term.inverse * (d + (count * (k + 1)) / (count + norm)))
}

function addAt({ scores, found }: Restricted, at: number, score: number): void {
  scores[at]! += score
  found[at] = 1
}

function raise(bonuses: Float64Array, at: number, bonus: number): void {
  if (bonuses[at]! < bonus) bonuses[at] = bonus
}
