/** The search as its address holds it: defaults left out, one stable order, so that equal searches have equal addresses. */
import type { Facet } from '../src/model.ts'

const order = [
  'q',
  'year',
  'section',
  'lang',
  'doc',
  'country',
  'year_min',
  'year_max',
  'sort',
  'page',
  'per_page',
  'exact',
  'cross',
  'collapse',
  'drop',
]
const defaults: Readonly<Record<string, string>> = {
  sort: 'relevance',
  page: '1',
  per_page: '20',
  exact: '0',
  cross: '1',
  collapse: '1',
}

/** What is not known, as the value of a filter: `year=none`. */
export const unknownValue = 'none'

export const facetNames: readonly Facet[] = ['year', 'section', 'lang', 'doc', 'country']

/** The parameters of a search, ordered, without defaults, empty values or repeats. */
export function canonical(parameters: URLSearchParams): URLSearchParams {
  const result = new URLSearchParams()
  for (const name of order) {
    const values = new Set(parameters.getAll(name).map((value) => value.trim()))
    for (const value of values) {
      if (value !== '' && value !== defaults[name]) result.append(name, value)
    }
  }
  return result
}

/** The search with one parameter set, or taken away where the value is null; back on the first page. */
export function changed(
  parameters: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const result = new URLSearchParams(parameters)
  result.delete('page')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) result.delete(name)
    else result.set(name, value)
  }
  return canonical(result)
}

/** The search with a facet's value chosen, or with it no longer chosen; `-value` excludes. */
export function toggled(parameters: URLSearchParams, facet: Facet, value: string): URLSearchParams {
  const result = new URLSearchParams(parameters)
  const values = parameters.getAll(facet)
  const bare = value.replace(/^-/, '')
  result.delete(facet)
  result.delete('page')
  for (const other of values) if (other.replace(/^-/, '') !== bare) result.append(facet, other)
  if (!values.includes(value)) result.append(facet, value)
  return canonical(result)
}

/** The search without any filter. */
export function unfiltered(parameters: URLSearchParams): URLSearchParams {
  const none = Object.fromEntries(
    [...facetNames, 'year_min', 'year_max'].map((name) => [name, null]),
  )
  return changed(parameters, none)
}

/** The filters in use: each with the search that lacks it. */
export function filtersOf(
  parameters: URLSearchParams,
): readonly { name: string; value: string; without: URLSearchParams }[] {
  const chosen = facetNames.flatMap((name) =>
    parameters
      .getAll(name)
      .map((value) => ({ name, value, without: toggled(parameters, name, value) })),
  )
  const range = ['year_min', 'year_max'].flatMap((name) => {
    const value = parameters.get(name)
    return value === null ? [] : [{ name, value, without: changed(parameters, { [name]: null }) }]
  })
  return [...chosen, ...range]
}
