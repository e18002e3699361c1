/**
 * The postings of some passages in memory, until there are enough of them to be written as a segment.
 *
 * Words are kept as numbers in the order they come, then sorted by counting: no object a posting. Passages are numbered
 * from 0 as they are added.
 */
import type { IndexedPassage } from '../../model.ts'
import { createList, push, reserveNumbers, type NumberList } from './numbers.ts'
import { emptyOccurrences, reserveOccurrences, type Occurrences } from './postings.ts'
import type { SegmentWriter } from './segment-writer.ts'

export interface Run {
  /** Number of passages. */
  readonly passages: number
  /** Number of (term, position) pairs: what memory goes by. */
  readonly tokens: number
  /** Adds a passage; its length (see IndexedPassage.positions). */
  add(passage: Pick<IndexedPassage, 'positions' | 'sentences'>): number
  /** Adds every term, ascending, to the writer; returns the sentences, for its `finish`. */
  write(writer: SegmentWriter): Occurrences
}

export function createRun(): Run {
  const ordinals = new Map<string, number>()
  const length = createLengthCounter()
  const tokens: Tokens = { terms: createList(), positions: createList(), ends: createList() }
  const sentences = { docs: createList(), counts: createList(), positions: createList() }
  const known = new Map<string, Place>()

  const ordinalOf = (term: string): number => {
    const ordinal = ordinals.get(term) ?? ordinals.size
    if (ordinal === ordinals.size) ordinals.set(term, ordinal)
    return ordinal
  }
  /** What stands at a position. Most words have stood somewhere before: one look-up tells all of their terms. */
  const placeOf = (terms: readonly string[]): Place => {
    const last = terms.at(-1) ?? ''
    const place = known.get(last)
    if (place && isSame(place.terms, terms)) return place
    const [first = -1, ...others] = terms.map(ordinalOf)
    const form = others.reduce((left, right) => length.pair(left, right), first)
    const made = { terms, ordinals: terms.map(ordinalOf), form }
    known.set(last, made)
    return made
  }
  return {
    get passages() {
      return tokens.ends.length
    },
    get tokens() {
      return tokens.terms.length
    },
    add(passage) {
      length.begin()
      for (let position = 0; position < passage.positions.length; position++) {
        const { ordinals: each, form } = placeOf(passage.positions[position]!)
        for (let i = 0; i < each.length; i++) {
          push(tokens.terms, each[i]!)
          push(tokens.positions, position)
        }
        length.count(form)
      }
      const starts = passage.sentences
      if (starts.length > 1) {
        push(sentences.docs, tokens.ends.length)
        push(sentences.counts, starts.length - 1)
        for (let i = 1; i < starts.length; i++) push(sentences.positions, starts[i]!)
      }
      push(tokens.ends, tokens.terms.length)
      return length.end()
    },
    write(writer) {
      const sorted = [...ordinals.keys()].toSorted()
      const byTerm = groupByTerm(tokens, ordinals.size)
      const list = emptyOccurrences()
      for (const term of sorted) {
        gather(byTerm, ordinals.get(term)!, list)
        writer.add(term, list)
      }
      return {
        docs: sentences.docs.values,
        counts: sentences.counts.values,
        positions: sentences.positions.values,
        length: sentences.docs.length,
      }
    },
  }
}

/** The terms of one word, as numbers. */
interface Place {
  readonly terms: readonly string[]
  readonly ordinals: readonly number[]
  /** One number for all of them together. */
  readonly form: number
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return (
    left === right ||
    (left.length === right.length && left.every((term, index) => term === right[index]))
  )
}

interface Tokens {
  readonly terms: NumberList
  readonly positions: NumberList
  /** For each passage, where its tokens end. */
  readonly ends: NumberList
}

interface ByTerm {
  /** For each term, where its tokens begin; one more entry for the end. */
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly positions: Uint32Array
}

/** Counting sort: within a term the order of passages and positions is kept. */
function groupByTerm({ terms, positions, ends }: Tokens, size: number): ByTerm {
  const starts = new Uint32Array(size + 1)
  for (let i = 0; i < terms.length; i++) starts[terms.values[i]! + 1]!++
  for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const docs = new Uint32Array(terms.length)
  const places = new Uint32Array(terms.length)
  let token = 0
  for (let doc = 0; doc < ends.length; doc++) {
    for (; token < ends.values[doc]!; token++) {
      const to = next[terms.values[token]!]!++
      docs[to] = doc
      places[to] = positions.values[token]!
    }
  }
  return { starts, docs, positions: places }
}

/** One term's postings out of the sorted tokens, into `list`. */
function gather({ starts, docs, positions }: ByTerm, term: number, list: Occurrences): void {
  const from = starts[term]!
  const to = starts[term + 1]!
  reserveOccurrences(list, to - from, to - from)
  list.positions.set(positions.subarray(from, to))
  let length = 0
  for (let i = from; i < to; i++) {
    const doc = docs[i]!
    if (length > 0 && list.docs[length - 1] === doc) list.counts[length - 1]!++
    else {
      list.docs[length] = doc
      list.counts[length++] = 1
    }
  }
  list.length = length
}

interface LengthCounter {
  begin(): void
  /** One number for two terms at one position, so that a position of any terms is one number. */
  pair(first: number, second: number): number
  /** Counts a position unless the passage has had an equal one; -1 = a position without terms. */
  count(form: number): void
  /** Number of distinct positions since `begin`. */
  end(): number
}

/** Singles and pairs share one space of numbers: a single is its term's ordinal, a pair is below -1. */
function seenAt(form: number): number {
  return form >= 0 ? form * 2 : -form * 2 + 1
}

/** Counts distinct positions by number: a position's terms are folded into one number pair by pair. */
function createLengthCounter(): LengthCounter {
  const pairs = new Map<number, number>()
  /** The passage in which a number was last seen; singles at even places, pairs at odd ones. */
  const seen = createList()
  let passage = 0
  let distinct = 0
  return {
    begin() {
      passage++
      distinct = 0
    },
    pair(first, second) {
      const key = seenAt(first) * 2 ** 27 + second
      let pair = pairs.get(key)
      if (pair === undefined) pairs.set(key, (pair = -2 - pairs.size))
      return pair
    },
    count(form) {
      const place = seenAt(form)
      if (place >= seen.values.length) reserveNumbers(seen, place + 1 - seen.length)
      seen.length = Math.max(seen.length, place + 1)
      if (seen.values[place] === passage) return
      seen.values[place] = passage
      distinct++
    },
    end: () => distinct,
  }
}
