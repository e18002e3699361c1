/** Which texts are editions of one another: what one document says in one year and language, and its kin in other years. */
import type { LanguageTag, Passage } from '../model.ts'
import type { Print } from './align.ts'
import type { ConceptReader } from './concepts.ts'
import { different, sequenceKey, shingles } from './shingles.ts'
import { readWords } from './word-hashes.ts'

/** What one document says of one country in one year and language, in reading order. */
export interface Edition {
  readonly year: number
  readonly language: LanguageTag
  readonly prints: Print[]
}

/**
 * The editions by series. A series is a country; where none is known, the documents whose ids differ in nothing but
 * figures ('informe-2019', 'informe-2020'). A passage of no known year is in none. Reads the passages once, holding
 * about 400 bytes of each.
 */
export function editionsBySeries(
  passages: Iterable<Passage>,
  conceptsOf: ConceptReader,
): Edition[][] {
  const series = new Map<string, Map<string, Edition>>()
  for (const passage of passages) {
    const { year, language, country, documentId } = passage
    if (year === null) continue
    const editions = entry(
      series,
      country ?? `#${documentId.replaceAll(/\d+/g, '#')}`,
      () => new Map(),
    )
    const key = `${documentId} ${year} ${language}`
    entry(editions, key, () => ({ year, language, prints: [] })).prints.push(
      toPrint(passage, conceptsOf),
    )
  }
  return [...series.values()].map((editions) => [...editions.values()])
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const noConcepts: ConceptReader = () => new Uint32Array()

/** What alignment needs of a passage; concepts only where languages are to be crossed. */
export function toPrint(passage: Passage, conceptsOf: ConceptReader = noConcepts): Print {
  const { id, section, ordinal, text, language } = passage
  const words = readWords(text)
  const concepts = conceptsOf(text, language, words)
  return { id, section, ordinal, runs: shingles(words), key: sequenceKey(words), concepts }
}

/** One run in 16 stands for all (FracMinHash, as in sourmash): enough to see whether two editions share text at all. */
const SAMPLE = 16
/** Editions compared with one edition at most, those that share most: bounds the work where one country has thousands. */
const KIN = 64
/**
 * Editions of one other year compared with one edition at most. Where a country has ten documents a year, each passage
 * would else get ten times ten relatives a year, and the work and the index grow with the square of the editions.
 */
const KIN_A_YEAR = 4

/** Pairs of editions of different years, in one language (or an unknown one), that share text; the earlier year first. */
export function kin(editions: readonly Edition[]): [Edition, Edition][] {
  const holders = new Map<number, number[]>()
  const samples = editions.map(sample)
  samples.forEach((runs, i) => {
    for (const run of runs) entry(holders, run, () => [] as number[]).push(i)
  })
  const chosen = new Set<string>()
  samples.forEach((runs, i) => {
    for (const j of nearest(i, runs)) chosen.add(i < j ? `${i} ${j}` : `${j} ${i}`)
  })
  return [...chosen].map((pair) => {
    const [a, b] = pair.split(' ').map((i) => editions[Number(i)]!) as [Edition, Edition]
    return a.year < b.year ? [a, b] : [b, a]
  })

  function nearest(i: number, runs: Uint32Array): number[] {
    const shared = new Uint32Array(editions.length)
    for (const run of runs) for (const j of holders.get(run)!) shared[j]!++
    const others = editions.flatMap((other, j) =>
      shared[j]! > 0 && comparable(editions[i]!, other) ? [j] : [],
    )
    return firstOfEachYear(others.toSorted((x, y) => shared[y]! - shared[x]! || x - y))
  }

  /** The first of each year, so that a year with many editions does not crowd out the others. */
  function firstOfEachYear(ranked: readonly number[]): number[] {
    const taken = new Map<number, number>()
    const few = ranked.filter((j) => {
      const { year } = editions[j]!
      const count = (taken.get(year) ?? 0) + 1
      taken.set(year, count)
      return count <= KIN_A_YEAR
    })
    return few.slice(0, KIN)
  }
}

function comparable(a: Edition, b: Edition): boolean {
  const oneLanguage = a.language === b.language || a.language === 'und' || b.language === 'und'
  return a.year !== b.year && oneLanguage
}

/** The sampled runs; all of them for an edition so small that a sample could miss it. */
function sample({ prints }: Edition): Uint32Array {
  const all = new Uint32Array(prints.reduce((sum, { runs }) => sum + runs.length, 0))
  let length = 0
  for (const { runs } of prints) {
    all.set(runs, length)
    length += runs.length
  }
  const runs = different(all)
  return runs.length < 64 * SAMPLE ? runs : runs.filter((run) => run % SAMPLE === 0)
}
