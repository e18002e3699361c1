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
  /** Empties all counts. */
  begin(): void
  /** Counts `matches[combo]` passages of each combination listed. */
  add(combos: Uint32Array, matches: Uint32Array, states: Uint8Array | null): void
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
  const docs = columns.facet.doc.values
  const hasPassing = new Uint8Array(columns.facet.doc.size)
  const order = createCountOrder(Math.max(...facets.map(({ size }) => size)))
  let group = 0
  return {
    begin() {
      for (let at = 0; at < facets.length; at++) {
        counts[at]!.fill(0)
        lastGroup[at]!.fill(0)
      }
      hasPassing.fill(0)
      group = 0
    },
    add(combos, matches, states) {
      for (let at = 0; at < facets.length; at++) {
        const { values } = facets[at]!
        if (states === null) addUp(combos, matches, values, counts[at]!)
        else addCounted(combos, matches, { at, values, states }, counts[at]!)
      }
      for (let i = 0; i < combos.length; i++) {
        const combo = combos[i]!
        if (states === null || states[combo] === PASSES) hasPassing[docs[combo]!] = 1
      }
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
      if (state === PASSES) hasPassing[docs[combo]!] = 1
    },
    documents() {
      let documents = 0
      for (let at = 0; at < hasPassing.length; at++) documents += hasPassing[at]!
      return documents
    },
    buckets: (filters) => {
      const lists = facets.map((facet, at) => {
        const list: Counted = { facet, counts: counts[at]!, order }
        return [facet.name, bucketsOf(list, filters.facets[facet.name].include)]
      })
      return Object.fromEntries(lists) as Record<Facet, Bucket[]>
    },
  }
}

/** Whether a passage counts for a facet: it passes, or fails by that facet's own filter alone. */
function isCounted(at: number, state: number): boolean {
  return state === PASSES || state === at + 1
}

/** Adds the matches of combinations to the counts of their values. Neighbours mostly have the same value. */
function addUp(
  combos: Uint32Array,
  matches: Uint32Array,
  values: Uint32Array,
  counts: Uint32Array,
): void {
  let value = 0
  let sum = 0
  for (let i = 0; i < combos.length; i++) {
    const combo = combos[i]!
    const own = values[combo]!
    if (own !== value) {
      counts[value]! += sum
      value = own
      sum = 0
    }
    sum += matches[combo]!
  }
  counts[value]! += sum
}

/** As addUp, without the combinations that do not count for the facet at `at`. */
function addCounted(
  combos: Uint32Array,
  matches: Uint32Array,
  facet: { readonly at: number; readonly values: Uint32Array; readonly states: Uint8Array },
  counts: Uint32Array,
): void {
  for (let i = 0; i < combos.length; i++) {
    const combo = combos[i]!
    if (isCounted(facet.at, facet.states[combo]!)) counts[facet.values[combo]!]! += matches[combo]!
  }
}

interface Counted {
  readonly facet: FacetColumn
  readonly counts: Uint32Array
  readonly order: CountOrder
}

/** Values with a count and selected ones: highest count first, then by value, as the values of a facet are sorted. */
function bucketsOf({ facet, counts, order }: Counted, include: readonly string[]): Bucket[] {
  const selected = new Set(include)
  const buckets: Bucket[] = []
  for (const at of order.of(counts)) {
    const value = facet.value(at)
    const isSelected = selected.size > 0 && selected.has(value)
    buckets.push({ value, count: counts[at]!, selected: isSelected })
  }
  const uncounted = [...selected].filter((value) => {
    const at = facet.find(value)
    return at < 0 || counts[at] === 0
  })
  for (const value of uncounted.toSorted()) buckets.push({ value, count: 0, selected: true })
  return buckets
}

interface CountOrder {
  /** Places that have a count, highest first, then the lower place; valid until it is asked again. */
  of(counts: Uint32Array): Uint32Array
}

/** Counts from this on are sorted one by one: few values have so many passages. */
const MOST_SLOTS = 1024

/** Orders up to `size` places by how often each count occurs: sorting a thousand documents costs ten times as much. */
function createCountOrder(size: number): CountOrder {
  const ordered = new Uint32Array(size)
  const starts = new Uint32Array(MOST_SLOTS + 1)
  return {
    of(counts) {
      let most = 0
      for (let at = 0; at < counts.length; at++) if (counts[at]! > most) most = counts[at]!
      // The highest counts come first; slot 0 also takes all that are too high to have one of their own.
      const slots = Math.min(most, MOST_SLOTS)
      starts.fill(0, 0, slots + 1)
      for (let at = 0; at < counts.length; at++) {
        if (counts[at]! > 0) starts[Math.max(0, slots - counts[at]!) + 1]!++
      }
      const highest = starts[1]!
      for (let slot = 0; slot < slots; slot++) starts[slot + 1]! += starts[slot]!
      const length = starts[slots]!
      for (let at = 0; at < counts.length; at++) {
        if (counts[at]! > 0) ordered[starts[Math.max(0, slots - counts[at]!)]!++] = at
      }
      if (most > MOST_SLOTS) {
        // oxlint-disable-next-line unicorn/no-array-sort -- in place, in room of its own
        ordered.subarray(0, highest).sort((a, b) => counts[b]! - counts[a]! || a - b)
      }
      return ordered.subarray(0, length)
    },
  }
}
