/** Which texts are editions of one another: what one document says in one year and language, and its kin in other years. */
import type { LanguageTag } from '../model.ts'
import type { Range } from './align.ts'
import type { Print } from './print.ts'
import { different } from './shingles.ts'

/** What one document says of one country in one year and language, in reading order; its passages by number. */
export interface Edition extends Range {
  readonly documentId: string
  readonly year: number
  readonly language: LanguageTag
}

/** The editions of one series; their passages are numbered from 0, edition after edition. */
export interface Series {
  readonly prints: readonly Print[]
  readonly editions: readonly Edition[]
}

/**
 * The editions by series. A series is a country; where none is known, the documents whose ids differ in nothing but
 * figures ('informe-2019', 'informe-2020'). A passage of no known year is in none.
 */
export function seriesOf(prints: Iterable<Print>): Series[] {
  const series = new Map<string, Map<string, Print[]>>()
  for (const print of prints) {
    const { year, language, country, documentId } = print
    if (year === null) continue
    const name = country ?? `#${documentId.replaceAll(/\d+/g, '#')}`
    const editions = entry(series, name, () => new Map())
    entry(editions, `${documentId} ${year} ${language}`, () => []).push(print)
  }
  return [...series.values()].map(numbered)
}

function numbered(byEdition: ReadonlyMap<string, readonly Print[]>): Series {
  const prints: Print[] = []
  const editions: Edition[] = []
  for (const own of byEdition.values()) {
    const { documentId, year, language } = own[0]!
    const first = prints.length
    for (const print of own) prints.push(print)
    editions.push({ documentId, year: year!, language, first, end: prints.length })
  }
  return { prints, editions }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
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

/** For each edition those of later years, in one language (or an unknown one), that it shares text with. */
export function laterKin({ prints, editions }: Series): Map<Edition, Edition[]> {
  const holders = new Map<number, number[]>()
  const samples = editions.map((edition) => sample(prints, edition))
  samples.forEach((runs, i) => {
    for (const run of runs) entry(holders, run, () => [] as number[]).push(i)
  })
  const later = new Map<Edition, Set<Edition>>()
  samples.forEach((runs, i) => {
    for (const j of nearest(i, runs)) {
      const [a, b] = [editions[i]!, editions[j]!]
      if (a.year < b.year) entry(later, a, () => new Set()).add(b)
      else entry(later, b, () => new Set()).add(a)
    }
  })
  return new Map([...later].map(([edition, others]) => [edition, [...others]]))

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

/** An edition of fewer different runs is so small that a sample could miss it. */
const SMALL = 64 * SAMPLE

/** The sampled runs; all of them for a small edition. */
function sample(prints: readonly Print[], edition: Edition): Uint32Array {
  const own = prints.slice(edition.first, edition.end)
  const every = hasFewerRuns(own, SMALL) ? 1 : SAMPLE
  const sampled: number[] = []
  for (const { runs } of own)
    for (let i = 0; i < runs.length; i++) if (runs[i]! % every === 0) sampled.push(runs[i]!)
  return different(Uint32Array.from(sampled))
}

/** Stops counting where there are enough, which is at the first passages of most editions. */
function hasFewerRuns(prints: readonly Print[], limit: number): boolean {
  const seen = new Set<number>()
  for (const { runs } of prints)
    for (let i = 0; i < runs.length; i++) if (seen.add(runs[i]!).size >= limit) return false
  return true
}
