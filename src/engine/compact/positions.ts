/** Clauses about where words stand: which of the passages that have all the words have them in order, or near. */
import type { Span } from '../../model.ts'
import type { Clause } from '../engine.ts'
import { nearSpans, phraseSpans } from '../match.ts'
import { sentencesOf, type Index } from './index.ts'
import { createTermCursor, placesOf, readPlaces, type PlaceReader } from './term-cursor.ts'

type Test = (rank: number) => boolean
type Phrase = Extract<Clause, { kind: 'phrase' }>
type Near = Extract<Clause, { kind: 'near' }>

/** Whether a passage has the slots at consecutive positions. */
export function phraseTest(index: Index, { slots }: Phrase, passages: number): Test {
  const [first, ...others] = slots.map((slot) => readPlaces(index, slot, passages))
  if (!first) return () => false
  let starts = new Uint32Array(64)
  return (rank) => {
    let left = first.read(rank)
    if (starts.length < left) starts = new Uint32Array(left * 2)
    copy(first.positions, first.begin, starts, left)
    for (let slot = 0; left > 0 && slot < others.length; slot++) {
      const reader = others[slot]!
      const length = reader.read(rank)
      const { positions, begin } = reader
      left = follow(starts, left, slot + 1, positions, begin, begin + length)
    }
    return left > 0
  }
}

function copy(from: Uint32Array, begin: number, to: Uint32Array, length: number): void {
  for (let i = 0; i < length; i++) to[i] = from[begin + i]!
}

/** Keeps the starts that have one of the positions `far` places further on; how many. */
function follow(
  starts: Uint32Array,
  length: number,
  far: number,
  positions: Uint32Array,
  begin: number,
  end: number,
): number {
  let kept = 0
  let j = begin
  for (let i = 0; i < length; i++) {
    const wanted = starts[i]! + far
    while (j < end && positions[j]! < wanted) j++
    if (j === end) break
    if (positions[j] === wanted) starts[kept++] = starts[i]!
  }
  return kept
}

/** Whether a passage has an occurrence of each group near enough to the others. */
export function nearTest(index: Index, clause: Near, passages: number): Test {
  const [first, second] = clause.groups
  const isPair = clause.groups.length === 2 && first?.kind === 'terms' && second?.kind === 'terms'
  return isPair ? pairTest(index, clause, passages) : spansTest(index, clause, passages)
}

/** Two words: no spans are made. */
function pairTest(index: Index, { groups, distance }: Near, passages: number): Test {
  const [left, right] = groups.map((group) => readPlaces(index, termsOf(group), passages))
  if (!left || !right) return () => false
  if (distance !== 'sentence') {
    return (rank) => isWithin(placesAt(left, rank), placesAt(right, rank), distance)
  }
  const sentences = readSentences(index, passages)
  return (rank) =>
    isInSentence(placesAt(left, rank), placesAt(right, rank), placesAt(sentences, rank))
}

/** A stretch of positions. */
interface Places {
  readonly positions: Uint32Array
  readonly begin: number
  readonly end: number
}

function placesAt(reader: PlaceReader, rank: number): Places {
  const length = reader.read(rank)
  return { positions: reader.positions, begin: reader.begin, end: reader.begin + length }
}

/** Whether two different positions, one of each list, have at most so many others between them. */
function isWithin(a: Places, b: Places, distance: number): boolean {
  let i = a.begin
  let j = b.begin
  while (i < a.end && j < b.end) {
    const gap = b.positions[j]! - a.positions[i]!
    if (gap !== 0 && Math.abs(gap) - 1 <= distance) return true
    if (gap > 0) i++
    else if (gap < 0) j++
    else {
      // One word that is in both groups is not two: try each with the other's next.
      const here = a.positions[i]!
      if (i + 1 < a.end && a.positions[i + 1]! - here - 1 <= distance) return true
      if (j + 1 < b.end && b.positions[j + 1]! - here - 1 <= distance) return true
      i++
      j++
    }
  }
  return false
}

/** Whether one sentence has two different positions, one of each list. */
function isInSentence(a: Places, b: Places, sentences: Places): boolean {
  let i = a.begin
  let j = b.begin
  for (let sentence = sentences.begin; sentence <= sentences.end; sentence++) {
    const end = sentence < sentences.end ? sentences.positions[sentence]! : Infinity
    const [fromA, fromB] = [i, j]
    while (i < a.end && a.positions[i]! < end) i++
    while (j < b.end && b.positions[j]! < end) j++
    const [countA, countB] = [i - fromA, j - fromB]
    if (countA === 0 || countB === 0) continue
    if (countA > 1 || countB > 1 || a.positions[fromA] !== b.positions[fromB]) return true
  }
  return false
}

function readSentences(index: Index, passages: number): PlaceReader {
  return placesOf([createTermCursor(index, sentencesOf(index), passages)])
}

function termsOf(clause: Clause): string[] {
  return clause.kind === 'terms' ? clause.terms.map(({ term }) => term) : []
}

/** Any groups: their spans, and match.ts for what near means. */
function spansTest(index: Index, { groups, distance }: Near, passages: number): Test {
  const readers = groups.map((group) => spanReader(index, group, passages))
  const sentences = readSentences(index, passages)
  return (rank) => {
    const begins = distance === 'sentence' ? [...listAt(sentences, rank)] : []
    const spans = readers.map((read) => read(rank))
    return nearSpans(spans, { distance, sentences: begins }, () => true)
  }
}

function listAt(reader: PlaceReader, rank: number): Uint32Array {
  const { positions, begin, end } = placesAt(reader, rank)
  return positions.subarray(begin, end)
}

/** Where a group stands in a passage. Groups are words, phrases and alternatives of these (engine.ts). */
function spanReader(index: Index, clause: Clause, passages: number): (rank: number) => Span[] {
  switch (clause.kind) {
    case 'terms': {
      const reader = readPlaces(index, termsOf(clause), passages)
      return (rank) => Array.from(listAt(reader, rank), (start) => ({ start, end: start + 1 }))
    }
    case 'phrase': {
      const readers = clause.slots.map((slot) => readPlaces(index, slot, passages))
      return (rank) => phraseSpans(readers.map((reader) => [...listAt(reader, rank)]))
    }
    case 'or': {
      const readers = clause.clauses.map((part) => spanReader(index, part, passages))
      return (rank) => readers.flatMap((read) => read(rank))
    }
    default:
      return () => []
  }
}
