/** What is asked of a search, and its one spelling as URL parameters: page, API, command line and export share it. */
import { facetNames } from '../engine/facets.ts'
import type { Sort } from '../engine/engine.ts'
import type { Facet, FacetFilter, Filters } from '../model.ts'

export interface SearchParameters {
  readonly q: string
  readonly filters: Filters
  readonly sort: Sort
  /** From 1. */
  readonly page: number
  readonly perPage: number
  /** No stemming, accents literal. */
  readonly exact: boolean
  /** Search the other language too. */
  readonly cross: boolean
  /** Show one of each group of duplicates. */
  readonly collapse: boolean
  /** Words of the other language that are not to be searched, as shown. */
  readonly drop: readonly string[]
  /** Say how each score came about. */
  readonly explain: boolean
}

export const maxPerPage = 100
const sorts: readonly Sort[] = ['relevance', 'year', '-year']

/**
 * Reads parameters; a value that cannot be read counts as absent, so that no address is an error. What is not known
 * has the value `none`: `year=none`.
 */
export function parseParameters(source: URLSearchParams): SearchParameters {
  const facets = facetNames.map((facet) => [facet, readFacet(source.getAll(facet))])
  const sort = sorts.find((each) => each === source.get('sort')) ?? 'relevance'
  return {
    q: source.get('q') ?? '',
    filters: {
      facets: Object.fromEntries(facets) as Record<Facet, FacetFilter>,
      yearMin: readInteger(source.get('year_min')),
      yearMax: readInteger(source.get('year_max')),
    },
    sort,
    page: Math.max(1, readInteger(source.get('page')) ?? 1),
    perPage: Math.min(maxPerPage, Math.max(1, readInteger(source.get('per_page')) ?? 20)),
    exact: source.get('exact') === '1',
    cross: source.get('cross') !== '0',
    collapse: source.get('collapse') !== '0',
    drop: source.getAll('drop'),
    explain: source.get('explain') === '1',
  }
}

/** The parameters as an address: stable order, defaults left out. `parseParameters` reads it back. */
export function printParameters(parameters: SearchParameters): URLSearchParams {
  const { filters } = parameters
  const target = new URLSearchParams()
  const set = (name: string, value: string | number | null, standard: string | number | null) => {
    if (value !== standard) target.append(name, String(value))
  }
  set('q', parameters.q, '')
  for (const facet of facetNames) {
    const { include, exclude } = filters.facets[facet]
    for (const value of include) target.append(facet, value || unknown)
    for (const value of exclude) target.append(facet, `-${value || unknown}`)
  }
  set('year_min', filters.yearMin, null)
  set('year_max', filters.yearMax, null)
  set('sort', parameters.sort, 'relevance')
  set('page', parameters.page, 1)
  set('per_page', parameters.perPage, 20)
  set('exact', parameters.exact ? 1 : 0, 0)
  set('cross', parameters.cross ? 1 : 0, 1)
  set('collapse', parameters.collapse ? 1 : 0, 1)
  for (const word of parameters.drop) target.append('drop', word)
  set('explain', parameters.explain ? 1 : 0, 0)
  return target
}

const unknown = 'none'

function known(value: string): string {
  return value === unknown ? '' : value
}

/** Values of one facet; a leading `-` excludes. */
function readFacet(values: readonly string[]): FacetFilter {
  return {
    include: values.filter((value) => value !== '' && !value.startsWith('-')).map(known),
    exclude: values.filter((value) => value.startsWith('-')).map((value) => known(value.slice(1))),
  }
}

function readInteger(text: string | null): number | null {
  return text !== null && /^-?\d{1,9}$/u.test(text) ? Number(text) : null
}
