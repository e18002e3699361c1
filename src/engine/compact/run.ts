/**
 * The postings of some passages in memory, until there are enough of them to be written as a segment.
 *
 * Words are kept as numbers in the order they come, then sorted by counting: no object a posting. Passages are numbered
 * from 0 as they are added.
 */
import type { NumberedTerms } from '../../model.ts'
import { createList, grown, push, reserveNumbers, type NumberList } from './numbers.ts'
import { emptyOccurrences, reserveOccurrences, type Occurrences } from './postings.ts'
import type { SegmentWriter } from './segment-writer.ts'

export interface Run {
  /** Number of passages. */
  readonly passages: number
  /** Number of (term, position) pairs: what memory goes by. */
  readonly tokens: number
  /** Adds a passage; its length (see IndexedPassage.positions). */
  add(passage: NumberedTerms): number
  /** Adds every term, ascending, to the writer; returns the sentences, for its `finish`. */
  write(writer: SegmentWriter): Occurrences
}

export function createRun(): Run {
  const ordinals = new Map<string, number>()
  const places = createPlaces((term) => {
    const ordinal = ordinals.get(term) ?? ordinals.size
    if (ordinal === ordinals.size) ordinals.set(term, ordinal)
    return ordinal
  })
  const words: Words = { places: createList(), ends: createList(), known: places }
  const sentences = { docs: createList(), counts: createList(), positions: createList() }
  /** By place: the passage in which it was last seen, from 1 on. */
  const seen = createList()
  let tokens = 0
  return {
    get passages() {
      return words.ends.length
    },
    get tokens() {
      return tokens
    },
    add({ numbers, lists, sentences: starts }) {
      const passage = words.ends.length + 1
      const known = places.known(lists)
      let distinct = 0
      reserveNumbers(words.places, numbers.length)
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i]!
        const place = known[number]! > 0 ? known[number]! - 1 : places.learn(lists, number)
        words.places.values[words.places.length++] = place
        tokens += places.starts.values[place + 1]! - places.starts.values[place]!
        if (place === seen.length) push(seen, 0)
        if (seen.values[place] === passage) continue
        seen.values[place] = passage
        distinct++
      }
      if (starts.length > 1) {
        push(sentences.docs, words.ends.length)
        push(sentences.counts, starts.length - 1)
        for (let i = 1; i < starts.length; i++) push(sentences.positions, starts[i]!)
      }
      push(words.ends, words.places.length)
      return distinct
    },
    write(writer) {
      const sorted = [...ordinals.keys()].toSorted()
      const byTerm = groupByTerm(words, ordinals.size, tokens)
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

interface Places {
  /** By the number of a list: its place + 1, or 0 where that has not been learned. */
  known(lists: Lists): Uint32Array
  /** The place of a list: the same for the same terms in the same order, the next one for new ones. */
  learn(lists: Lists, number: number): number
  /** The terms of all places by their numbers, one place after another. */
  readonly terms: NumberList
  /** By place, where its terms begin; one more entry for the end. */
  readonly starts: NumberList
}

type Lists = NumberedTerms['lists']

/** Passages of one language share their lists: what a word is told by its number there. */
function createPlaces(ordinalOf: (term: string) => number): Places {
  const byLists = new Map<Lists, Uint32Array>()
  const byTerms = new Map<string, number>()
  const [all, starts] = [createList(), createList()]
  push(starts, 0)
  return {
    terms: all,
    starts,
    known(lists) {
      const known = byLists.get(lists) ?? new Uint32Array(1024)
      const enough = grown(known, lists.length)
      byLists.set(lists, enough)
      return enough
    },
    learn(lists, number) {
      const terms = lists[number]!
      const name = terms.join(' ')
      const place = byTerms.get(name) ?? byTerms.size
      if (place === byTerms.size) {
        byTerms.set(name, place)
        for (const term of terms) push(all, ordinalOf(term))
        push(starts, all.length)
      }
      byLists.get(lists)![number] = place + 1
      return place
    },
  }
}

interface Words {
  /** What stands at each position, passage after passage. */
  readonly places: NumberList
  /** For each passage, where its words end. */
  readonly ends: NumberList
  /** Which terms each place has. */
  readonly known: Pick<Places, 'terms' | 'starts'>
}

interface ByTerm {
  /** For each term, where its tokens begin; one more entry for the end. */
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly positions: Uint32Array
}

/** Counting sort: within a term the order of passages and positions is kept. */
function groupByTerm({ places, ends, known }: Words, size: number, tokens: number): ByTerm {
  const [terms, termsOf] = [known.terms.values, known.starts.values]
  const counts = new Uint32Array(known.starts.length - 1)
  for (let i = 0; i < places.length; i++) counts[places.values[i]!]!++
  const starts = new Uint32Array(size + 1)
  for (let place = 0; place < counts.length; place++)
    for (let i = termsOf[place]!; i < termsOf[place + 1]!; i++)
      starts[terms[i]! + 1]! += counts[place]!
  for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const docs = new Uint32Array(tokens)
  const positions = new Uint32Array(tokens)
  let word = 0
  for (let doc = 0; doc < ends.length; doc++) {
    const first = word
    for (; word < ends.values[doc]!; word++) {
      const place = places.values[word]!
      for (let i = termsOf[place]!; i < termsOf[place + 1]!; i++) {
        const to = next[terms[i]!]!++
        docs[to] = doc
        positions[to] = word - first
      }
    }
  }
  return { starts, docs, positions }
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
