/** From all matches to what is asked for: filters, facet counts, groups of duplicates, and the page in its order. */
import type { EngineRequest, EngineResult, Hit } from '../engine.ts'
import type { Columns } from './columns.ts'
import { comboStates, OUT, PASSES, type FacetCounts } from './facet-counts.ts'
import type { Index } from './index.ts'
import type { Matches } from './matches.ts'
import { createTop, type Keys, type Top } from './top.ts'

export type Collected = Omit<EngineResult, 'coverage'>

interface Collection {
  readonly index: Index
  readonly request: EngineRequest
  readonly matches: Matches
  readonly states: Uint8Array | null
  readonly counts: FacetCounts
  readonly keys: Keys
  readonly top: Top
}

/** Counts all matches and cuts the page. */
export function collect(index: Index, request: EngineRequest, matches: Matches): Collected {
  const { columns } = index
  const keys = sortKeys(index, request, matches)
  const wanted = Math.min(matches.length, request.limit > 0 ? request.offset + request.limit : 0)
  const collection: Collection = {
    index,
    request,
    matches,
    states: comboStates(columns, request.filters),
    counts: index.facetCounts,
    keys,
    top: createTop(wanted, keys),
  }
  index.facetCounts.begin()
  const grouped = collectAlone(collection)
  const groups = grouped.members.length > 0 ? collectGroups(collection, grouped.members) : null
  const page = collection.top.take().subarray(request.offset)
  return {
    total: grouped.total + (groups?.total ?? 0),
    documents: collection.counts.documents(),
    hits: Array.from(page, (at) => hitOf(collection, groups, at)),
    facets: collection.counts.buckets(request.filters),
  }
}

/** What matches are ordered by, for each: the score; or the year and then the score, an unknown year below all others. */
function sortKeys({ columns, pool }: Index, { sort }: EngineRequest, matches: Matches): Keys {
  if (sort === 'relevance') return { first: matches.scores, second: matches.scores }
  const { values, value, size } = columns.facet.year
  const sign = sort === 'year' ? -1 : 1
  const byValue = Float64Array.from({ length: size }, (_, at) =>
    value(at) === '' ? -Infinity : sign * Number(value(at)),
  )
  const years = pool.scores(matches.length)
  for (let i = 0; i < matches.length; i++) {
    years[i] = byValue[values[columns.combos[matches.docs[i]!]!]!]!
  }
  return { first: years, second: matches.scores }
}

interface Alone {
  /** How many of those that stand alone pass. */
  readonly total: number
  /** Places (in the matches) of those that have duplicates, where they are to be collapsed. */
  readonly members: Uint32Array
}

/** Counts and offers every match that is not to be collapsed; hands back the others. */
function collectAlone(collection: Collection): Alone {
  const { index, matches, states, top, request } = collection
  const { combos, groups } = index.columns
  const { docs, length } = matches
  const { perCombo } = index
  const { first } = collection.keys
  const isCollapsed = request.collapse && groups !== null
  const members = isCollapsed ? index.pool.numbers(length) : new Uint32Array(0)
  const touched = index.pool.numbers(perCombo.length)
  let touchedCount = 0
  let memberCount = 0
  let total = 0
  let { floor } = top
  for (let i = 0; i < length; i++) {
    const doc = docs[i]!
    if (isCollapsed && groups[doc] !== 0) {
      members[memberCount++] = i
      continue
    }
    const combo = combos[doc]!
    if (perCombo[combo]!++ === 0) touched[touchedCount++] = combo
    if (states === null || states[combo] === PASSES) {
      total++
      if (first[i]! >= floor) {
        top.offer(i)
        floor = top.floor
      }
    }
  }
  const combosMet = touched.subarray(0, touchedCount)
  collection.counts.add(combosMet, perCombo, states)
  for (const combo of combosMet) perCombo[combo] = 0
  return { total, members: members.subarray(0, memberCount) }
}

/** Groups of duplicates as chains through the matches. */
interface Groups {
  /** How many groups have a passage that passes. */
  readonly total: number
  /** By number of the group, the place (in the matches) of its last member plus one. */
  readonly last: Uint32Array
  /** By place in the matches, the place before it in the group plus one; 0 at the first. */
  readonly before: Uint32Array
}

function collectGroups(collection: Collection, members: Uint32Array): Groups {
  const { index, matches, states, counts, keys, top } = collection
  const { combos, groups, groupCount } = index.columns
  const last = index.pool.numbers(groupCount + 1).fill(0, 0, groupCount + 1)
  const before = index.pool.numbers(matches.length)
  for (const at of members) {
    const group = groups![matches.docs[at]!]!
    before[at] = last[group]!
    last[group] = at + 1
  }
  let total = 0
  for (let group = 1; group <= groupCount; group++) {
    if (last[group] === 0) continue
    counts.beginGroup()
    let best = -1
    for (let next = last[group]!; next > 0; next = before[next - 1]!) {
      const combo = combos[matches.docs[next - 1]!]!
      const state = states === null ? PASSES : states[combo]!
      if (state !== OUT) counts.addToGroup(combo, state)
      if (state === PASSES && (best < 0 || !isBefore(keys, best, next - 1))) best = next - 1
    }
    if (best < 0) continue
    total++
    top.offer(best)
  }
  return { total, last, before }
}

/** Whether a match comes before another in the order of the request. */
function isBefore({ first, second }: Keys, a: number, b: number): boolean {
  if (first[a]! !== first[b]!) return first[a]! > first[b]!
  if (second[a]! !== second[b]!) return second[a]! > second[b]!
  return a < b
}

function hitOf(collection: Collection, groups: Groups | null, at: number): Hit {
  const { index, matches } = collection
  const { columns } = index
  const group = columns.groups?.[matches.docs[at]!] ?? 0
  const others = groups && group > 0 ? duplicatesOf(collection, groups, group) : []
  return {
    id: columns.id(matches.docs[at]!),
    score: matches.scores[at]!,
    duplicates: others.slice(1).map((one) => columns.id(matches.docs[one]!)),
  }
}

/** Places of the passing members of a group, in the order of the request. */
function duplicatesOf(
  { index, matches, states, keys }: Collection,
  { last, before }: Groups,
  group: number,
): number[] {
  const members: number[] = []
  for (let next = last[group]!; next > 0; next = before[next - 1]!) {
    const combo = comboOf(index.columns, matches, next - 1)
    if (states === null || states[combo] === PASSES) members.push(next - 1)
  }
  return members.toSorted((a, b) => (isBefore(keys, a, b) ? -1 : 1))
}

function comboOf({ combos }: Columns, { docs }: Matches, at: number): number {
  return combos[docs[at]!]!
}
