/** An open index as a search sees it: numbers ready to score with, and each term's postings wherever they are. */
import { bm25, inverseFrequency } from '../score.ts'
import { createAccumulator, type Accumulator } from './accumulator.ts'
import { createBits } from './bits.ts'
import { createBlobs, type Blob, type Blobs } from './blobs.ts'
import type { Columns } from './columns.ts'
import type { IndexFolder, PlacedSegment } from './index-folder.ts'
import { createFacetCounts, type FacetCounts } from './facet-counts.ts'
import { DELETED } from './merge.ts'
import { createPool, type Pool } from './pool.ts'

/** Which segment holds each passage, and its number there. */
interface Homes {
  readonly segments: Uint8Array
  readonly numbers: Uint32Array
}

export interface Index {
  readonly columns: Columns
  readonly segments: readonly PlacedSegment[]
  readonly blobs: Blobs
  /** By length: k × (1 − b + b × length ÷ mean length), the part of a score that a passage's length decides. */
  readonly norms: Float64Array
  /** factorOf for counts below FACTOR_COUNTS, count by count, for every length: most of a score without a division. */
  readonly factors: Float64Array
  /** Null where one segment holds every passage under its rank. */
  readonly homes: Homes | null
  readonly pool: Pool
  readonly accumulator: Accumulator
  /** A bit for each passage; all 0 between uses. */
  readonly marks: Int32Array
  /** The passages that have duplicates; null where none has. */
  readonly twins: Int32Array | null
  /** Terms that the search has looked up. */
  readonly terms: Map<string, Term>
  /** Where a list is taken apart and scored that is added up at once: a thousand terms need no array of their own. */
  readonly scratch: {
    readonly docs: Uint32Array
    readonly counts: Uint32Array
    readonly scores: Float64Array
  }
  /** Facet counts, emptied by each search that uses them. */
  readonly facetCounts: FacetCounts
  /** A count for each combination of facet values; all 0 between searches. */
  readonly perCombo: Uint32Array
}

export function createIndex(folder: IndexFolder): Index {
  const { columns, segments } = folder
  const longest = segments.reduce((most, { df }) => Math.max(most, longestOf(df)), 0)
  const norms = lengthNorms(columns)
  return {
    columns,
    segments,
    blobs: createBlobs(segments),
    norms,
    factors: factorsOf(norms),
    homes: segments.every(({ map }) => map === null) ? null : homesOf(segments, columns.passages),
    pool: createPool(),
    accumulator: createAccumulator(columns.passages),
    marks: createBits(columns.passages),
    twins: columns.groups && twinsOf(columns.groups),
    terms: new Map(),
    scratch: {
      docs: new Uint32Array(longest),
      counts: new Uint32Array(longest),
      scores: new Float64Array(columns.passages),
    },
    facetCounts: createFacetCounts(columns),
    perCombo: new Uint32Array(columns.comboCount),
  }
}

function longestOf(df: Uint32Array): number {
  let most = 0
  for (let ordinal = 0; ordinal < df.length; ordinal++) most = Math.max(most, df[ordinal]!)
  return most
}

function lengthNorms({ lengths, totalLength, passages }: Columns): Float64Array {
  let longest = 0
  for (let rank = 0; rank < lengths.length; rank++) longest = Math.max(longest, lengths[rank]!)
  const mean = totalLength / (passages || 1)
  const { k, b } = bm25
  // The very expression of termScore, so that scores are the same to the last bit.
  return Float64Array.from(
    { length: longest + 1 },
    (_, length) => k * (1 - b + b * (length / mean)),
  )
}

function twinsOf(groups: Uint32Array): Int32Array {
  const twins = createBits(groups.length)
  for (let doc = 0; doc < groups.length; doc++) {
    if (groups[doc]! > 0) twins[doc >>> 5]! |= 1 << (doc & 31)
  }
  return twins
}

/** Counts whose factors are tabulated. */
export const FACTOR_COUNTS = 8

/** What the count of a term in a passage makes of its rarity: termScore ÷ inverse, in the very same operations. */
export function factorOf(count: number, norm: number): number {
  return bm25.d + (count * (bm25.k + 1)) / (count + norm)
}

function factorsOf(norms: Float64Array): Float64Array {
  const factors = new Float64Array(FACTOR_COUNTS * norms.length)
  for (let count = 1; count < FACTOR_COUNTS; count++) {
    for (let length = 0; length < norms.length; length++) {
      factors[count * norms.length + length] = factorOf(count, norms[length]!)
    }
  }
  return factors
}

function homesOf(segments: readonly PlacedSegment[], passages: number): Homes {
  const homes = { segments: new Uint8Array(passages), numbers: new Uint32Array(passages) }
  for (const [at, { map }] of segments.entries()) {
    map?.forEach((rank, number) => {
      if (rank === DELETED) return
      homes.segments[rank] = at
      homes.numbers[rank] = number
    })
  }
  return homes
}

/** A term's postings in one segment. */
export interface TermPart {
  /** Place of the segment in the index. */
  readonly at: number
  readonly ordinal: number
  readonly blob: Blob
  /** As PlacedSegment.map. */
  readonly map: Uint32Array | null
}

/** A term as the whole index has it. */
export interface Term {
  /** Number of passages that have it. */
  readonly frequency: number
  readonly inverse: number
  readonly parts: readonly TermPart[]
}

/** Number of passages that have a term. */
export function frequencyOf(segments: readonly PlacedSegment[], term: string): number {
  let frequency = 0
  for (const { dictionary, liveDf } of segments) {
    const ordinal = dictionary.find(term)
    if (ordinal >= 0) frequency += liveDf[ordinal]!
  }
  return frequency
}

/** Looks a term up in every segment, once a search; a term that no passage has has no parts. */
export function findTerm(index: Index, term: string): Term {
  const known = index.terms.get(term)
  if (known) return known
  const found = lookUp(index, term)
  index.terms.set(term, found)
  return found
}

function lookUp(index: Index, term: string): Term {
  const parts: TermPart[] = []
  let frequency = 0
  for (const [at, { dictionary, liveDf, map }] of index.segments.entries()) {
    const ordinal = dictionary.find(term)
    if (ordinal < 0 || liveDf[ordinal] === 0) continue
    frequency += liveDf[ordinal]!
    parts.push({ at, ordinal, blob: index.blobs.read(at, ordinal), map })
  }
  return { frequency, inverse: inverseFrequency(index.columns.passages, frequency), parts }
}

/** The positions at which second and later sentences begin, as a term of every segment. */
export function sentencesOf(index: Index): Term {
  const parts = index.segments.map(({ sentences, map }, at) => ({
    at,
    ordinal: sentences,
    blob: index.blobs.read(at, sentences),
    map,
  }))
  return { frequency: 0, inverse: 0, parts: parts.filter(({ blob }) => blob.length > 0) }
}
