/** The vocabulary of a compact index: look-ups in the sorted terms of its segments, each term once. */
import type { Vocabulary } from '../engine.ts'
import { frequencyOf } from './index.ts'
import type { IndexFolder, PlacedSegment } from './index-folder.ts'
import { countWith, frequenciesWith, onlySegment, termsWith } from './prefix.ts'
import { createTop } from './top.ts'
import { nearTerms, openTrie, type Trie } from './trie.ts'

/** A term found, and what it is ordered by. */
interface Found {
  readonly term: string
  readonly distance: number
  readonly frequency: number
}

/** Frequencies remembered. */
const MOST_KNOWN = 5000

export function createCompactVocabulary({ columns, segments }: IndexFolder): Vocabulary {
  const tries: (Trie | undefined)[] = []
  const trieOf = (at: number) => {
    const segment = segments[at]!
    return (tries[at] ??= openTrie(segment.file, segment.dictionary))
  }
  const only = onlySegment(segments)
  const frequencies = new Map<string, number>()
  return {
    passages: columns.passages,
    averageLength: columns.totalLength / (columns.passages || 1),
    frequency(term) {
      // A plan asks for the same few terms again and again.
      const known = frequencies.get(term)
      if (known !== undefined) return known
      if (frequencies.size > MOST_KNOWN) frequencies.clear()
      const frequency = frequencyOf(segments, term)
      frequencies.set(term, frequency)
      return frequency
    },
    countWithPrefix: (prefix) => countWith(segments, prefix),
    withPrefix: (prefix, limit) =>
      only
        ? mostFrequent(only, prefix, limit)
        : first(foundWith(segments, prefix), limit).map(({ term }) => term),
    near(term, distance, limit) {
      const found = new Map<string, Found>()
      for (const [at, { dictionary, liveDf }] of segments.entries()) {
        const trie = trieOf(at)
        nearTerms({ trie, dictionary }, { word: term, distance }, (ordinal, far) => {
          if (far > 0) gather(found, dictionary.term(ordinal), [far, liveDf[ordinal]!])
        })
      }
      return first(found.values(), limit).map((one) => ({
        term: one.term,
        distance: one.distance,
      }))
    },
    matching(prefix, test, limit) {
      const found: string[] = []
      for (const term of termsWith(segments, prefix)) {
        if (found.length >= limit) break
        if (test(term)) found.push(term)
      }
      return found
    },
  }
}

function gather(
  found: Map<string, Found>,
  term: string,
  [distance, frequency]: readonly [number, number],
): void {
  const more = frequency + (found.get(term)?.frequency ?? 0)
  if (more > 0) found.set(term, { term, distance, frequency: more })
}

/** The nearest, then most frequent, then first in code unit order. */
function first(found: Iterable<Found>, limit: number): Found[] {
  return [...found]
    .toSorted(
      (a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.term < b.term ? -1 : 1),
    )
    .slice(0, limit)
}

/** Where the ordinals are the order of the terms: only the terms that are wanted are decoded. */
function mostFrequent({ dictionary, liveDf }: PlacedSegment, prefix: string, limit: number) {
  const { from, to } = dictionary.range(prefix)
  const frequencies = liveDf.subarray(from, to)
  const top = createTop(Math.min(limit, to - from), { first: frequencies, second: frequencies })
  for (let i = 0; i < to - from; i++) top.offer(i)
  return Array.from(top.take(), (i) => dictionary.term(from + i))
}

function foundWith(segments: readonly PlacedSegment[], prefix: string): Found[] {
  const frequencies = frequenciesWith(segments, prefix)
  return Array.from(frequencies, ([term, frequency]) => ({ term, distance: 0, frequency }))
}
