/** Multi-select facets: which matches pass the filters, and what each value would give. */
import type { Bucket, Facet, FacetFilter, Filters, IndexedPassage } from '../model.ts'

export const facetNames = ['year', 'section', 'lang', 'doc', 'country'] as const satisfies Facet[]

/** The facet values and groups of all passages, by passage number. */
export interface Columns {
  readonly values: Readonly<Record<Facet, readonly string[]>>
  /** For each passage, the index of its value. */
  readonly codes: Readonly<Record<Facet, ArrayLike<number>>>
  /** For each passage, the number of its group, and by group how many passages it has. */
  readonly groups: ArrayLike<number>
  readonly groupSizes: ArrayLike<number>
}

/** Columns of the passages, in order. */
export function columnsOf(passages: readonly Pick<IndexedPassage, 'facets' | 'group'>[]): Columns {
  const byFacet = facetNames.map((facet) => encode(passages.map((p) => p.facets[facet])))
  const pick = <T>(part: (column: (typeof byFacet)[number]) => T) =>
    Object.fromEntries(facetNames.map((facet, at) => [facet, part(byFacet[at]!)])) as Record<
      Facet,
      T
    >
  const groups = encode(passages.map((passage) => passage.group))
  const sizes = new Uint32Array(groups.values.length)
  for (const group of groups.codes) sizes[group]!++
  return {
    values: pick((column) => column.values),
    codes: pick((column) => column.codes),
    groups: groups.codes,
    groupSizes: sizes,
  }
}

function encode(column: readonly string[]): { values: string[]; codes: Uint32Array } {
  const values = new Map<string, number>()
  const codes = Uint32Array.from(column, (value) => {
    const code = values.get(value) ?? values.size
    values.set(value, code)
    return code
  })
  return { values: [...values.keys()], codes }
}

export interface Counted {
  /** Numbers of the passages that pass every filter, in the order given. */
  readonly passing: readonly number[]
  readonly facets: Readonly<Record<Facet, readonly Bucket[]>>
}

/** Filters the matching passages and counts each facet as if its own filter were off. */
export function countFacets(
  columns: Columns,
  matches: Iterable<number>,
  { filters, collapse }: { filters: Filters; collapse: boolean },
): Counted {
  const accepts = facetNames.map((facet) =>
    acceptedCodes(columns.values[facet], filters.facets[facet]),
  )
  const inRange = codesInRange(columns.values.year, filters)
  const counters = facetNames.map((facet) => createCounter(columns, facet, collapse))
  const passing: number[] = []
  for (const passage of matches) {
    if (!inRange[columns.codes.year[passage]!]) continue
    const failed = facetNames.filter((facet, at) => !accepts[at]![columns.codes[facet][passage]!])
    if (failed.length > 1) continue
    if (failed.length === 0) passing.push(passage)
    for (const [at, facet] of facetNames.entries()) {
      if (failed.length === 0 || failed[0] === facet) counters[at]!.add(passage)
    }
  }
  const buckets = facetNames.map((facet, at) => [
    facet,
    bucketsOf(columns.values[facet], counters[at]!.counts, filters.facets[facet]),
  ])
  return { passing, facets: Object.fromEntries(buckets) as Counted['facets'] }
}

/** By code, whether the filter lets the value through. */
function acceptedCodes(values: readonly string[], { include, exclude }: FacetFilter): boolean[] {
  return values.map(
    (value) => (include.length === 0 || include.includes(value)) && !exclude.includes(value),
  )
}

/** By code, whether the year lies in the range; an unknown year lies in none. */
function codesInRange(years: readonly string[], { yearMin, yearMax }: Filters): boolean[] {
  if (yearMin === null && yearMax === null) return years.map(() => true)
  return years.map(
    (year) =>
      year !== '' &&
      Number(year) >= (yearMin ?? -Infinity) &&
      Number(year) <= (yearMax ?? Infinity),
  )
}

interface Counter {
  readonly counts: Uint32Array
  add(passage: number): void
}

/** Counts passages by value; collapsed, a group once under each value. */
function createCounter(columns: Columns, facet: Facet, collapse: boolean): Counter {
  const codes = columns.codes[facet]
  const counts = new Uint32Array(columns.values[facet].length)
  const seen = new Set<number>()
  return {
    counts,
    add(passage) {
      const code = codes[passage]!
      const group = columns.groups[passage]!
      if (collapse && columns.groupSizes[group]! > 1) {
        const key = group * counts.length + code
        if (seen.has(key)) return
        seen.add(key)
      }
      counts[code]!++
    },
  }
}

function bucketsOf(
  values: readonly string[],
  counts: ArrayLike<number>,
  { include }: FacetFilter,
): Bucket[] {
  const known = values.map((value, code) => ({
    value,
    count: counts[code]!,
    selected: include.includes(value),
  }))
  const unknown = [...new Set(include)]
    .filter((value) => !values.includes(value))
    .map((value) => ({ value, count: 0, selected: true }))
  return [...known, ...unknown]
    .filter(({ count, selected }) => count > 0 || selected)
    .toSorted((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
}
