/** The index as MiniSearch builds it, and the one thing its interface keeps from us: its posting lists. */
import MiniSearch from 'minisearch'
import type { IndexedPassage } from '../model.ts'
import { bm25 } from './score.ts'

/** What MiniSearch is given: one field, a line a word, the terms of a word joined by spaces. */
interface Row {
  readonly id: number
  readonly terms: string
}

/**
 * MiniSearch makes an object and a Map entry for every match of a query (2 µs each, measured), and knows no phrases,
 * filters or facets. So it builds the index and its posting lists are read by our own scorer: its fields are protected,
 * not private, for classes that extend it.
 */
// oxlint-disable no-underscore-dangle -- the names are MiniSearch's
export class Postings extends MiniSearch<Row> {
  /** Passage number → number of word positions that have the term. */
  of(term: string): ReadonlyMap<number, number> {
    return this._index.get(term)?.get(0) ?? new Map()
  }

  /** Number of distinct words of each passage. */
  lengths(): number[] {
    return Array.from(
      { length: this.documentCount },
      (_, at) => this._fieldLength.get(at)?.[0] ?? 0,
    )
  }

  /** Every term, in code unit order. */
  terms(): string[] {
    return [...this._index.keys()].toSorted()
  }
}

/** Indexes passages: numbered in order from 0, all in one field so that lengths and frequencies are comparable. */
export function buildPostings(passages: readonly IndexedPassage[]): Postings {
  const postings = new Postings({
    fields: ['terms'],
    tokenize: (lines) => (lines === '' ? [] : lines.split('\n')),
    processTerm: (line) => line.split(' '),
    searchOptions: { tokenize: (term) => [term], processTerm: (term) => term, bm25 },
  })
  passages.forEach((passage, id) => {
    postings.add({ id, terms: passage.positions.map((terms) => terms.join(' ')).join('\n') })
  })
  return postings
}
