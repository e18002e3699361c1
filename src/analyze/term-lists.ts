/** What stands at a word of a passage, its terms, as numbers: a corpus uses few words often. */
import { createWordTable } from './word-table.ts'

export interface TermLists {
  /** The terms by their number; it only grows. */
  readonly lists: readonly (readonly string[])[]
  /** The number of a plain word's terms (see word-table.ts). */
  ofPlain(units: Uint16Array, start: number, end: number): number
  /** The number of any terms. */
  of(terms: readonly string[]): number
}

/** Numbers the terms of words of one kind; `termsOf` makes those of a plain word. */
export function createTermLists(termsOf: (word: string) => readonly string[]): TermLists {
  const lists: (readonly string[])[] = []
  const plain = createWordTable((word) => lists.push(termsOf(word)) - 1)
  const others = new Map<string, number>()
  return {
    lists,
    ofPlain: plain.get,
    of(terms) {
      const name = terms.join(' ')
      const known = others.get(name)
      if (known !== undefined) return known
      others.set(name, lists.length)
      return lists.push(terms) - 1
    },
  }
}
