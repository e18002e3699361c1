/** The words of the user's own corpus that no dictionary has: what its clean documents show, its damaged ones may be read by. */
import type { Vocabulary } from '../model.ts'
import { findCandidates, type Candidate } from './candidates.ts'
import { buildWordGraph, lettersOf, sortByCode } from './graph-builder.ts'
import type { MisreadingTable } from './misreadings.ts'
import { openWordGraph } from './word-graph.ts'

export interface OwnWords {
  /** How often clean documents show a word (lower case); 0 for words they do not. */
  count(word: string): number
  /** The own words a printed one may be, as `findCandidates` gives those of the lexicon. */
  candidates(printed: string): readonly Candidate[]
}

/** Opens own words with how often each was seen; the graph over them is built when first asked for. */
export function openOwnWords(words: ReadonlyMap<string, number>, table: MisreadingTable): OwnWords {
  let find: OwnWords['candidates'] = (printed) => {
    const letters = lettersOf([...words.keys()])
    const { edges, root } = buildWordGraph(sortByCode([...words.keys()], letters), letters)
    const graph = openWordGraph(letters, edges, root)
    find = (other) => findCandidates(other, graph, table)
    return find(printed)
  }
  return {
    count: (word) => words.get(word) ?? 0,
    candidates: (printed) => (words.size === 0 ? [] : find(printed)),
  }
}

/** Fewer sightings in a whole corpus are as likely an error as a word. */
const LEAST_SEEN = 2

/** The words that a corpus shows clean often enough, with how often: those of all its documents together. */
export function gatherOwnWords(vocabularies: Iterable<Vocabulary>): Map<string, number> {
  const words = new Map<string, number>()
  for (const { clean } of vocabularies)
    for (const [word, count] of clean) words.set(word, (words.get(word) ?? 0) + count)
  for (const [word, count] of words) if (count < LEAST_SEEN) words.delete(word)
  return words
}

/** Those of the own words that matter to a damaged document: what its unread words are or may be, in alphabetical order. */
export function relevantWords({ unread }: Vocabulary, own: OwnWords): [string, number][] {
  const found = new Set<string>()
  for (const printed of unread) for (const { form } of own.candidates(printed)) found.add(form)
  return [...found].toSorted().map((word) => [word, own.count(word)])
}
