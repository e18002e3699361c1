/** Which texts are editions of one another: what one document says in one year and language, and its kin in other years. */
import type { LanguageTag, Passage } from '../model.ts'
import type { Print } from './align.ts'
import type { ConceptReader } from './concepts.ts'
import { foldedWords, sequenceKey, shingles } from './shingles.ts'

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
  const words = foldedWords(passage.text)
  const { id, section, ordinal, text, language } = passage
  const concepts = conceptsOf(text, language)
  return { id, section, ordinal, runs: shingles(words), key: sequenceKey(words), concepts }
}

/** One run in 16 stands for all (FracMinHash, as in sourmash): enough to see whether two editions share text at all. */
const SAMPLE = 16
/** Editions compared with one edition at most, those that share most: bounds the work where one country has thousands. */
const KIN = 64

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

  function nearest(i: number, runs: ReadonlySet<number>): number[] {
    const shared = new Map<number, number>()
    for (const run of runs) {
      for (const j of holders.get(run)!) {
        if (comparable(editions[i]!, editions[j]!)) shared.set(j, (shared.get(j) ?? 0) + 1)
      }
    }
    const ranked = [...shared].toSorted((x, y) => y[1] - x[1] || x[0] - y[0])
    return ranked.slice(0, KIN).map(([j]) => j)
  }
}

function comparable(a: Edition, b: Edition): boolean {
  const oneLanguage = a.language === b.language || a.language === 'und' || b.language === 'und'
  return a.year !== b.year && oneLanguage
}

/** The sampled runs; all of them for an edition so small that a sample could miss it. */
function sample(edition: Edition): Set<number> {
  const runs = new Set(edition.prints.flatMap((print) => [...print.runs]))
  return runs.size < 64 * SAMPLE ? runs : new Set([...runs].filter((run) => run % SAMPLE === 0))
}
