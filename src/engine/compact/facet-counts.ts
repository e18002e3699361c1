/**
 * Filters and facet counts from one number a match.
 *
 * A filter is decided once for each combination of facet values: 0 where all pass, 1…5 where only that facet's filter
 * fails (the passage still counts for that facet), OUT elsewhere. Matches are counted by combination, and the five facets
 * are sums over combinations.
 */
import type { Bucket, Facet, Filters } from '../../model.ts'
import { facetNames } from '../facets.ts'
import type { Columns, FacetColumn } from './columns.ts'
import { isYearWithin } from './evaluate.ts'

export const PASSES = 0
export const OUT = 255

/** For each combination whether it passes the filters; null where nothing is filtered. */
export function comboStates(columns: Columns, filters: Filters): Uint8Array | null {
  const { yearMin, yearMax } = filters
  const chosen = columns.facets.filter(({ name }) => {
    const { include, exclude } = filters.facets[name]
    return include.length > 0 || exclude.length > 0
  })
  if (chosen.length === 0 && yearMin === null && yearMax === null) return null
  const states = new Uint8Array(columns.comboCount)
  for (const facet of chosen) {
    const accepts = acceptedValues(facet, filters)
    const failsAlone = facetNames.indexOf(facet.name) + 1
    for (let combo = 0; combo < states.length; combo++) {
      if (accepts[facet.values[combo]!]) continue
      states[combo] = states[combo] === PASSES ? failsAlone : OUT
    }
  }
  if (yearMin !== null || yearMax !== null) {
    const range = { min: yearMin ?? -Infinity, max: yearMax ?? Infinity }
    const years = columns.facet.year
    const accepts = Array.from({ length: years.size }, (_, at) =>
      isYearWithin(years.value(at), range),
    )
    for (let combo = 0; combo < states.length; combo++) {
      if (!accepts[years.values[combo]!]) states[combo] = OUT
    }
  }
  return states
}

function acceptedValues(facet: FacetColumn, filters: Filters): Uint8Array {
  const { include, exclude } = filters.facets[facet.name]
  const accepts = new Uint8Array(facet.size).fill(include.length === 0 ? 1 : 0)
  const set = (value: string, to: number) => {
    const at = facet.find(value)
    if (at >= 0) accepts[at] = to
  }
  for (const value of include) set(value, 1)
  for (const value of exclude) set(value, 0)
  return accepts
}

/** Counts of every value of every facet, while matches are gone through. */
export interface FacetCounts {
  /** Counts `matches` passages of a combination. */
  add(combo: number, state: number, matches: number): void
  /** Begins a group of duplicates. */
  beginGroup(): void
  /** Counts a passage of the group: once under each value that the group has not been counted under. */
  addToGroup(combo: number, state: number): void
  /** Documents that hold a passage which passes every filter. */
  documents(): number
  buckets(filters: Filters): Record<Facet, Bucket[]>
}

export function createFacetCounts(columns: Columns): FacetCounts {
  const { facets } = columns
  const counts = facets.map(({ size }) => new Uint32Array(size))
  /** The group that was last counted under a value. */
  const lastGroup = facets.map(({ size }) => new Uint32Array(size))
  const doc = facetNames.indexOf('doc')
  const hasPassing = new Uint8Array(facets[doc]!.size)
  let group = 0

  return {
    add(combo, state, matches) {
      for (let at = 0; at < facets.length; at++) {
        if (isCounted(at, state)) counts[at]![facets[at]!.values[combo]!]! += matches
      }
      if (state === PASSES) hasPassing[facets[doc]!.values[combo]!] = 1
    },
    beginGroup() {
      group++
    },
    addToGroup(combo, state) {
      for (let at = 0; at < facets.length; at++) {
        const value = facets[at]!.values[combo]!
        if (!isCounted(at, state) || lastGroup[at]![value] === group) continue
        lastGroup[at]![value] = group
        counts[at]![value]!++
      }
      if (state === PASSES) hasPassing[facets[doc]!.values[combo]!] = 1
    },
    documents() {
      let documents = 0
      for (let at = 0; at < hasPassing.length; at++) documents += hasPassing[at]!
      return documents
    },
    buckets: (filters) => {
      const lists = facets.map((facet, at) => [
        facet.name,
        bucketsOf(facet, counts[at]!, filters.facets[facet.name].include),
      ])
      return Object.fromEntries(lists) as Record<Facet, Bucket[]>
    },
  }
}

/** Whether a passage counts for a facet: it passes, or fails by that facet's own filter alone. */
function isCounted(at: number, state: number): boolean {
  return state === PASSES || state === at + 1
}

/** Values with a count and selected ones: highest count first, then by value, as the values of a facet are sorted. */
function bucketsOf(facet: FacetColumn, counts: Uint32Array, include: readonly string[]): Bucket[] {
  const selected = new Set(include)
  const buckets: Bucket[] = []
  for (const at of byCount(counts)) {
    const value = facet.value(at)
    buckets.push({ value, count: counts[at]!, selected: selected.has(value) })
  }
  const uncounted = [...selected].filter((value) => {
    const at = facet.find(value)
    return at < 0 || counts[at] === 0
  })
  for (const value of uncounted.toSorted()) buckets.push({ value, count: 0, selected: true })
  return buckets
}

/** Places of the values with a count, highest first, then ascending: sorted as numbers, which compares nothing in JS. */
function byCount(counts: Uint32Array): Uint32Array {
  const keys = new Float64Array(counts.length)
  let length = 0
  for (let at = 0; at < counts.length; at++) {
    if (counts[at]! > 0) keys[length++] = at - counts[at]! * 2 ** 21
  }
  return Uint32Array.from(
    keys.subarray(0, length).toSorted(),
    (key) => key - Math.floor(key / 2 ** 21) * 2 ** 21,
  )
}
