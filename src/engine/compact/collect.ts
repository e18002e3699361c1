/** From all matches to what is asked for: filters, facet counts, groups of duplicates, and the page in its order. */
import type { EngineRequest, EngineResult, Hit } from '../engine.ts'
import type { Columns } from './columns.ts'
import { comboStates, OUT, PASSES, type FacetCounts } from './facet-counts.ts'
import { isIn } from './bits.ts'
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
  const members = twinsAmong(index, request, matches)
  const groups = members.length > 0 ? linkGroups(index, matches, members) : null
  const total = countAlone(collection, groups) + (groups ? countGroups(collection, groups) : 0)
  offerAlone(collection, groups)
  const page = collection.top.take().subarray(request.offset)
  return {
    total,
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

/** Places (in the matches) of those that have duplicates, where these are to be collapsed. */
function twinsAmong(
  { twins, pool }: Index,
  { collapse }: EngineRequest,
  { docs, length }: Matches,
): Uint32Array {
  if (!collapse || twins === null) return new Uint32Array(0)
  const places = pool.numbers(length)
  return places.subarray(0, writePlaces(twins, docs, length, places))
}

function writePlaces(
  marks: Int32Array,
  docs: Uint32Array,
  length: number,
  places: Uint32Array,
): number {
  let found = 0
  for (let i = 0; i < length; i++) {
    if (isIn(marks, docs[i]!)) places[found++] = i
  }
  return found
}

/** Groups of duplicates as chains through the matches. */
interface Groups {
  /** Groups of which more than one passage matches. */
  readonly several: Uint32Array
  /** By number of the group, the place (in the matches) of its last member plus one. */
  readonly last: Uint32Array
  /** By place in the matches, the place before it in the group plus one; 0 at the first. */
  readonly before: Uint32Array
}

function linkGroups(index: Index, matches: Matches, members: Uint32Array): Groups {
  const { pool, columns } = index
  const { groups, groupCount } = columns
  const last = pool.numbers(groupCount + 1).fill(0, 0, groupCount + 1)
  const before = pool.numbers(matches.length)
  const several: number[] = []
  for (const at of members) {
    const group = groups![matches.docs[at]!]!
    const previous = last[group]!
    before[at] = previous
    last[group] = at + 1
    if (previous > 0 && before[previous - 1] === 0) several.push(group)
  }
  return { several: Uint32Array.from(several), last, before }
}

/** Counts every match that no other match is collapsed with; how many pass. */
function countAlone({ index, matches, states, counts }: Collection, groups: Groups | null): number {
  const { perCombo, pool } = index
  const { combos } = index.columns
  const met = pool.numbers(perCombo.length)
  const combosMet = met.subarray(0, countCombos(combos, matches, perCombo, met))
  for (const group of groups?.several ?? []) {
    for (let next = groups!.last[group]!; next > 0; next = groups!.before[next - 1]!) {
      perCombo[combos[matches.docs[next - 1]!]!]!--
    }
  }
  counts.add(combosMet, perCombo, states)
  return takePassing(combosMet, perCombo, states)
}

/** How many matches pass; leaves the counts of all combinations at 0. */
function takePassing(
  combosMet: Uint32Array,
  perCombo: Uint32Array,
  states: Uint8Array | null,
): number {
  let total = 0
  for (let i = 0; i < combosMet.length; i++) {
    const combo = combosMet[i]!
    if (states === null || states[combo] === PASSES) total += perCombo[combo]!
    perCombo[combo] = 0
  }
  return total
}

/** Counts the matches of each combination, and lists those met; how many. Neighbours mostly have the same. */
function countCombos(
  combos: Columns['combos'],
  { docs, length }: Matches,
  perCombo: Uint32Array,
  met: Uint32Array,
): number {
  let found = 0
  for (let i = 0; i < length;) {
    const combo = combos[docs[i]!]!
    const from = i
    do i++
    while (i < length && combos[docs[i]!] === combo)
    if (perCombo[combo] === 0) met[found++] = combo
    perCombo[combo]! += i - from
  }
  return found
}

/** Counts groups of which several passages match, each once, and offers their first; how many pass. */
function countGroups(collection: Collection, { several, last, before }: Groups): number {
  const { index, matches, states, counts, keys, top } = collection
  const { combos } = index.columns
  let total = 0
  for (const group of several) {
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
  return total
}

/** Offers every match that passes and that no other match is collapsed with. */
function offerAlone(
  { index, matches, states, keys, top }: Collection,
  groups: Groups | null,
): void {
  const { combos } = index.columns
  const { first } = keys
  let { floor } = top
  for (let i = 0; i < matches.length; i++) {
    if (first[i]! < floor) continue
    const doc = matches.docs[i]!
    if (states !== null && states[combos[doc]!] !== PASSES) continue
    if (groups !== null && isCollapsed(index, groups, doc)) continue
    top.offer(i)
    floor = top.floor
  }
}

/** Whether a passage's group has several matches. */
function isCollapsed({ twins, columns }: Index, { last, before }: Groups, doc: number): boolean {
  if (!isIn(twins!, doc)) return false
  return before[last[columns.groups![doc]!]! - 1]! > 0
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
