/**
 * The postings of some passages in memory, until there are enough of them to be written as a segment.
 *
 * Words are kept as numbers in the order they come, then sorted by counting: no object a posting. Passages are numbered
 * from 0 as they are added.
 */
import type { IndexedPassage } from '../../model.ts'
import { createList, push, type NumberList } from './numbers.ts'
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
  const places = createPlaces((term) => {
    const ordinal = ordinals.get(term) ?? ordinals.size
    if (ordinal === ordinals.size) ordinals.set(term, ordinal)
    return ordinal
  })
  const words: Words = { places: createList(), ends: createList(), ordinals: places.ordinals }
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
    add({ positions, sentences: starts }) {
      const passage = words.ends.length + 1
      let distinct = 0
      for (const terms of positions) {
        const place = places.of(terms)
        push(words.places, place)
        tokens += terms.length
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
  /** One number for the terms at a position: the same for the same terms in the same order, the next one for new ones. */
  of(terms: readonly string[]): number
  /** By that number, the terms' own. */
  readonly ordinals: readonly (readonly number[])[]
}

/** Most words come with the very array of terms that they came with before (analyzer): one look-up tells all of them. */
function createPlaces(ordinalOf: (term: string) => number): Places {
  const byArray = new Map<readonly string[], number>()
  const byTerms = new Map<string, number>()
  const ordinals: (readonly number[])[] = []
  return {
    ordinals,
    of(terms) {
      const known = byArray.get(terms)
      if (known !== undefined) return known
      const name = terms.join(' ')
      const place = byTerms.get(name) ?? ordinals.length
      if (place === ordinals.length) {
        ordinals.push(terms.map(ordinalOf))
        byTerms.set(name, place)
      }
      byArray.set(terms, place)
      return place
    },
  }
}

interface Words {
  /** What stands at each position, passage after passage. */
  readonly places: NumberList
  /** For each passage, where its words end. */
  readonly ends: NumberList
  /** The terms of each place. */
  readonly ordinals: readonly (readonly number[])[]
}

interface ByTerm {
  /** For each term, where its tokens begin; one more entry for the end. */
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly positions: Uint32Array
}

/** Counting sort: within a term the order of passages and positions is kept. */
function groupByTerm({ places, ends, ordinals }: Words, size: number, tokens: number): ByTerm {
  const counts = new Uint32Array(ordinals.length)
  for (let i = 0; i < places.length; i++) counts[places.values[i]!]!++
  const starts = new Uint32Array(size + 1)
  for (const [place, terms] of ordinals.entries())
    for (const term of terms) starts[term + 1]! += counts[place]!
  for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const docs = new Uint32Array(tokens)
  const positions = new Uint32Array(tokens)
  let word = 0
  for (let doc = 0; doc < ends.length; doc++) {
    const first = word
    for (; word < ends.values[doc]!; word++) {
      const terms = ordinals[places.values[word]!]!
      for (let i = 0; i < terms.length; i++) {
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
