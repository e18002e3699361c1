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
export function phraseTest(index: Index, { slots }: Phrase): Test {
  const readers = slots.map((slot) => readPlaces(index, slot))
  let starts = new Uint32Array(64)
  return (rank) => {
    let left = 0
    for (const [slot, reader] of readers.entries()) {
      const length = reader.read(rank)
      if (slot === 0) {
        if (starts.length < length) starts = new Uint32Array(length * 2)
        starts.set(reader.positions.subarray(0, length))
        left = length
      } else left = follow(starts, left, { reader, length, slot })
      if (left === 0) return false
    }
    return left > 0
  }
}

/** Keeps the starts that have a position of the reader `slot` places further on; how many. */
function follow(
  starts: Uint32Array,
  length: number,
  next: { readonly reader: PlaceReader; readonly length: number; readonly slot: number },
): number {
  const { positions } = next.reader
  let kept = 0
  let j = 0
  for (let i = 0; i < length; i++) {
    const wanted = starts[i]! + next.slot
    while (j < next.length && positions[j]! < wanted) j++
    if (j === next.length) break
    if (positions[j] === wanted) starts[kept++] = starts[i]!
  }
  return kept
}

/** Whether a passage has an occurrence of each group near enough to the others. */
export function nearTest(index: Index, clause: Near): Test {
  const [first, second] = clause.groups
  const isPair = clause.groups.length === 2 && first?.kind === 'terms' && second?.kind === 'terms'
  return isPair ? pairTest(index, clause) : spansTest(index, clause)
}

/** Two words: no spans are made. */
function pairTest(index: Index, { groups, distance }: Near): Test {
  const [left, right] = groups.map((group) => readPlaces(index, termsOf(group)))
  if (!left || !right) return () => false
  if (distance !== 'sentence') {
    return (rank) => isWithin(placesAt(left, rank), placesAt(right, rank), distance)
  }
  const sentences = readSentences(index)
  return (rank) =>
    isInSentence(placesAt(left, rank), placesAt(right, rank), placesAt(sentences, rank))
}

interface Places {
  readonly positions: Uint32Array
  readonly length: number
}

function placesAt(reader: PlaceReader, rank: number): Places {
  const length = reader.read(rank)
  return { positions: reader.positions, length }
}

/** Whether two different positions, one of each list, have at most so many others between them. */
function isWithin(a: Places, b: Places, distance: number): boolean {
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const gap = b.positions[j]! - a.positions[i]!
    if (gap !== 0 && Math.abs(gap) - 1 <= distance) return true
    if (gap > 0) i++
    else if (gap < 0) j++
    else {
      // One word that is in both groups is not two: try each with the other's next.
      const here = a.positions[i]!
      if (i + 1 < a.length && a.positions[i + 1]! - here - 1 <= distance) return true
      if (j + 1 < b.length && b.positions[j + 1]! - here - 1 <= distance) return true
      i++
      j++
    }
  }
  return false
}

/** Whether one sentence has two different positions, one of each list. */
function isInSentence(a: Places, b: Places, sentences: Places): boolean {
  let i = 0
  let j = 0
  for (let sentence = 0; sentence <= sentences.length; sentence++) {
    const end = sentence < sentences.length ? sentences.positions[sentence]! : Infinity
    const [fromA, fromB] = [i, j]
    while (i < a.length && a.positions[i]! < end) i++
    while (j < b.length && b.positions[j]! < end) j++
    const [countA, countB] = [i - fromA, j - fromB]
    if (countA === 0 || countB === 0) continue
    if (countA > 1 || countB > 1 || a.positions[fromA] !== b.positions[fromB]) return true
  }
  return false
}

function readSentences(index: Index): PlaceReader {
  return placesOf([createTermCursor(index, sentencesOf(index))])
}

function termsOf(clause: Clause): string[] {
  return clause.kind === 'terms' ? clause.terms.map(({ term }) => term) : []
}

/** Any groups: their spans, and match.ts for what near means. */
function spansTest(index: Index, { groups, distance }: Near): Test {
  const readers = groups.map((group) => spanReader(index, group))
  const sentences = readSentences(index)
  return (rank) => {
    const begins = distance === 'sentence' ? [...listAt(sentences, rank)] : []
    const spans = readers.map((read) => read(rank))
    return nearSpans(spans, { distance, sentences: begins }, () => true)
  }
}

function listAt(reader: PlaceReader, rank: number): Uint32Array {
  return reader.positions.subarray(0, reader.read(rank))
}

/** Where a group stands in a passage. Groups are words, phrases and alternatives of these (engine.ts). */
function spanReader(index: Index, clause: Clause): (rank: number) => Span[] {
  switch (clause.kind) {
    case 'terms': {
      const reader = readPlaces(index, termsOf(clause))
      return (rank) => Array.from(listAt(reader, rank), (start) => ({ start, end: start + 1 }))
    }
    case 'phrase': {
      const readers = clause.slots.map((slot) => readPlaces(index, slot))
      return (rank) => phraseSpans(readers.map((reader) => [...listAt(reader, rank)]))
    }
    case 'or': {
      const readers = clause.clauses.map((part) => spanReader(index, part))
      return (rank) => readers.flatMap((read) => read(rank))
    }
    default:
      return () => []
  }
}
