/** What a plan must know of the whole index: asked once of each engine. */
import type { SearchEngine, Vocabulary } from '../engine/engine.ts'
import { facetNames } from '../engine/facets.ts'
import type { Facet, FacetFilter, Filters, Language } from '../model.ts'

export interface Census {
  readonly vocabulary: Vocabulary
  /** Passages indexed under each language; those of unknown language count in both. */
  readonly passages: Readonly<Record<Language, number>>
  /** Every value of each facet. */
  readonly values: Readonly<Record<Facet, readonly string[]>>
}

const nothing: FacetFilter = { include: [], exclude: [] }

/** Filters that let everything through. */
export const noFilters: Filters = {
  facets: Object.fromEntries(facetNames.map((facet) => [facet, nothing])) as Filters['facets'],
  yearMin: null,
  yearMax: null,
}

const known = new WeakMap<SearchEngine, Promise<Census>>()

/** The census of an engine's index. */
export function censusOf(engine: SearchEngine): Promise<Census> {
  const taken = known.get(engine) ?? take(engine)
  known.set(engine, taken)
  return taken
}

async function take(engine: SearchEngine): Promise<Census> {
  const { facets } = await engine.search({
    clause: { kind: 'all' },
    filters: noFilters,
    sort: 'relevance',
    offset: 0,
    limit: 0,
    collapse: false,
  })
  const inLanguage = (tag: string) => facets.lang.find(({ value }) => value === tag)?.count ?? 0
  const values = facetNames.map((facet) => [facet, facets[facet].map(({ value }) => value)])
  return {
    vocabulary: engine.vocabulary,
    passages: {
      en: inLanguage('en') + inLanguage('und'),
      es: inLanguage('es') + inLanguage('und'),
    },
    values: Object.fromEntries(values) as Census['values'],
  }
}
