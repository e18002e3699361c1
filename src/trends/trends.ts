/** How often terms occur by year (and country), with the words they are counted in. */
import { tokenize } from '../analyze/tokenize.ts'
import type { EngineRequest, SearchEngine } from '../engine/engine.ts'
import type { Filters, Passage, Span } from '../model.ts'
import type { PassageStore } from '../store/store.ts'
import { clauseOf, mentionsOf, parseTerm, type Term } from './term.ts'
import { volumesBy, type Volume } from './volume.ts'

/** One term in one year. */
export interface TrendYear {
  readonly year: number
  /** Occurrences. */
  readonly mentions: number
  /** Passages with at least one. */
  readonly passages: number
  /** Words of all passages of the year: what the rate is taken of. */
  readonly words: number
  /** Mentions in 100,000 words, two decimals; 0 where there are no words. */
  readonly per100k: number
}

export interface TrendSeries {
  readonly term: string
  /** Only where split by country; null is a country that is not known. */
  readonly country?: string | null
  /** Every year of the chosen passages, ascending, years without a mention too. */
  readonly years: readonly TrendYear[]
  /** The same over passages of no known year; null where there are none. */
  readonly undated: Omit<TrendYear, 'year'> | null
}

export interface TrendsAnswer {
  readonly terms: readonly TrendSeries[]
  readonly corpus: { readonly version: string }
  /** Word forms counted or not; copies counted once or each. */
  readonly counted: { readonly exact: boolean; readonly duplicates: 'once' | 'each' }
}

export interface TrendsOptions {
  readonly filters: Filters
  /** As spelled, accents too: no word forms. */
  readonly exact: boolean
  /** Count a passage that several documents repeat once, as search does. */
  readonly collapse: boolean
  readonly byCountry: boolean
}

/** What trends are counted from. */
export interface TrendsSource {
  readonly store: PassageStore
  readonly engine: SearchEngine
}

/** Counts terms by year. Mentions are counted in the text of every passage that the engine finds, word by word. */
export async function trends(
  source: TrendsSource,
  terms: readonly string[],
  options: TrendsOptions,
): Promise<TrendsAnswer> {
  const series: TrendSeries[] = []
  const volumes = volumesBy(source.store, options)
  for (const text of terms) {
    const term = parseTerm(text, options.exact)
    const counts = await count(source, term, options)
    for (const [country, volume] of volumes) {
      series.push({
        term: text,
        ...(options.byCountry && { country }),
        ...rows(counts, country, volume),
      })
    }
  }
  const { exact, collapse } = options
  const corpus = { version: source.store.manifest.version }
  return { terms: series, corpus, counted: { exact, duplicates: collapse ? 'once' : 'each' } }
}

interface Count {
  mentions: number
  passages: number
}

/** By country and year, as one key. */
type Counts = ReadonlyMap<string, Count>

const keyOf = (country: string | null, year: number | null) => `${year} ${country}`

async function count(source: TrendsSource, term: Term, options: TrendsOptions): Promise<Counts> {
  const counts = new Map<string, Count>()
  for await (const { passage, mentions } of mentioning(source, term, options)) {
    const country = options.byCountry ? passage.country : null
    const key = keyOf(country, passage.year)
    const known = counts.get(key) ?? { mentions: 0, passages: 0 }
    counts.set(key, {
      mentions: known.mentions + mentions.length,
      passages: known.passages + 1,
    })
  }
  return counts
}

/** The passages that have the term, oldest first, and where. */
export async function* mentioning(
  { store, engine }: TrendsSource,
  term: Term,
  { filters, exact, collapse }: Omit<TrendsOptions, 'byCountry'>,
): AsyncGenerator<{ passage: Passage; mentions: readonly Span[] }> {
  if (term.words.length === 0) return
  const clause = clauseOf(term, exact, engine.vocabulary)
  const request: EngineRequest = {
    clause,
    filters,
    sort: 'year',
    offset: 0,
    limit: Infinity,
    collapse,
  }
  const { hits } = await engine.search(request)
  for (const { id } of hits) {
    const passage = store.passage(id)
    if (!passage) throw new Error(`the engine knows a passage that the store does not: ${id}`)
    const mentions = mentionsOf(term, tokenize(passage.text), passage.language)
    // What matched only by its printed spelling is not in the text.
    if (mentions.length > 0) yield { passage, mentions }
  }
}

function rows(
  counts: Counts,
  country: string | null,
  volume: Volume,
): Pick<TrendSeries, 'years' | 'undated'> {
  const row = (year: number | null, words: number) => {
    const { mentions, passages } = counts.get(keyOf(country, year)) ?? { mentions: 0, passages: 0 }
    const per100k = words === 0 ? 0 : Math.round((mentions / words) * 10_000_000) / 100
    return { mentions, passages, words, per100k }
  }
  const years = [...volume.years].toSorted(([a], [b]) => a - b)
  return {
    years: years.map(([year, words]) => ({ year, ...row(year, words) })),
    undated: volume.undated === 0 ? null : row(null, volume.undated),
  }
}
