/** How many words there are: the denominators of trends, by year and country. */
import type { Facet, FacetFilter, Filters } from '../model.ts'
import type { PassageStore, VolumeRow } from '../store/store.ts'

/** Words of the chosen passages by year, and of those of no known year. */
export interface Volume {
  readonly years: ReadonlyMap<number, number>
  readonly undated: number
}

/** The volume of each country where asked for, else one volume under null; countries in alphabetical order. */
export function volumesBy(
  store: PassageStore,
  options: { readonly filters: Filters; readonly collapse: boolean; readonly byCountry: boolean },
): ReadonlyMap<string | null, Volume> {
  const volumes = new Map<string | null, { years: Map<number, number>; undated: number }>()
  for (const row of store.volumes) {
    if (!matches(row, options.filters)) continue
    const words = options.collapse ? row.words - row.copiedWords : row.words
    const country = options.byCountry ? row.country : null
    const volume = volumes.get(country) ?? { years: new Map<number, number>(), undated: 0 }
    volumes.set(country, volume)
    if (row.year === null) volume.undated += words
    else volume.years.set(row.year, (volume.years.get(row.year) ?? 0) + words)
  }
  if (volumes.size === 0) volumes.set(null, { years: new Map(), undated: 0 })
  return new Map([...volumes].toSorted(([a], [b]) => (a ?? '').localeCompare(b ?? '')))
}

/** What engines do with filters, for a row of volumes. */
function matches(row: VolumeRow, { facets, yearMin, yearMax }: Filters): boolean {
  const values: Readonly<Record<Facet, string>> = {
    year: row.year === null ? '' : String(row.year),
    section: row.section ?? '',
    lang: row.language,
    doc: row.documentId,
    country: row.country ?? '',
  }
  const inRange =
    (yearMin === null || (row.year !== null && row.year >= yearMin)) &&
    (yearMax === null || (row.year !== null && row.year <= yearMax))
  return (
    inRange &&
    Object.entries(values).every(([facet, value]) => passes(value, facets[facet as Facet]))
  )
}

function passes(value: string, { include, exclude }: FacetFilter): boolean {
  return (include.length === 0 || include.includes(value)) && !exclude.includes(value)
}
