/** What every engine that is measured does: build an index in a folder, open it, answer ten best and counts. */
import type { Facet } from '../model.ts'
import type { BenchPassage } from './corpus.ts'

export type QueryClass = 'common' | 'rare' | 'and' | 'or' | 'prefix' | 'fuzzy' | 'phrase'

/** A query as words: each engine says it in its own language. */
export interface BenchQuery {
  readonly kind: QueryClass
  readonly words: readonly string[]
}

/** Matching passages by number (their place in the corpus), as far as the engine gives them. */
export interface PeerAnswer {
  readonly total: number
  readonly ids: readonly (string | number)[]
}

export interface OpenPeer {
  /** Ten best. */
  top(query: BenchQuery): PeerAnswer | Promise<PeerAnswer>
  /** Ten best and the counts of all five facets over all matches. */
  facets(query: BenchQuery): PeerAnswer | Promise<PeerAnswer>
  /** A query class the engine has no means for is not measured. */
  readonly lacks?: readonly QueryClass[]
}

export interface Peer {
  readonly name: string
  /** Why it cannot be measured here, or null. */
  missing(): Promise<string | null>
  /** Indexes the passages and writes what `open` needs into the folder. */
  build(passages: Iterable<BenchPassage>, folder: string): Promise<void>
  open(folder: string): Promise<OpenPeer>
}

export const facetOrder = ['year', 'section', 'lang', 'doc', 'country'] as const satisfies Facet[]
