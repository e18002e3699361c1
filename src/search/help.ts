/** What a reader should know beside the results: what was not found, and what to ask instead. */
import type { EngineResult, SearchEngine } from '../engine/engine.ts'
import { facetNames } from '../engine/facets.ts'
import type { Facet, Filters } from '../model.ts'
import type { Translator } from '../translate/translate.ts'
import type { Notice } from './answer.ts'
import { censusOf, noFilters } from './census.ts'
import type { SearchParameters } from './parameters.ts'
import { planQuery, type Plan } from './plan.ts'
import { parseQuery } from './query.ts'

export interface Help {
  readonly notices: readonly Notice[]
  /** Queries that find something, best first. */
  readonly suggestions: readonly string[]
}

interface Searched {
  readonly engine: SearchEngine
  readonly translator?: Translator | null
}

/** More parts than these are not tried one by one. */
const partsTried = 6

/** Help with one answer; where something was found as asked, there is nothing to say. */
export async function helpFor(
  context: Searched,
  parameters: SearchParameters,
  { plan, result }: { plan: Plan; result: EngineResult },
): Promise<Help> {
  const notices = [...unknownWords(plan), ...coverageOf(result)]
  const corrected = correctedQueries(parameters.q, plan)
  if (result.total > 0) return { notices, suggestions: corrected }
  const count = (some: Partial<SearchParameters>) => totalOf(context, { ...parameters, ...some })
  const inTheWay = await obstacles(parameters.filters, (filters) => count({ filters }))
  const shorter: { q: string; total: number }[] = []
  for (const { without } of plan.interpretation.slice(0, partsTried)) {
    if (without !== '') shorter.push({ q: without, total: await count({ q: without }) })
  }
  const found = shorter
    .filter(({ total }) => total > 0)
    .toSorted((left, right) => right.total - left.total)
  return {
    notices: [...notices, ...inTheWay],
    suggestions: [...new Set([...corrected, ...found.map(({ q }) => q)])],
  }
}

function unknownWords({ unknown }: Plan): Notice[] {
  return unknown.map(({ word, taken }) => ({ key: 'unknown-word', text: word, taken }))
}

function coverageOf({ coverage: { matched, of }, total }: EngineResult): Notice[] {
  return total === 0 || matched >= of ? [] : [{ key: 'coverage', matched, of }]
}

/** The query with each unknown word replaced by what it was taken for. */
export function correctedQueries(q: string, { unknown }: Pick<Plan, 'unknown'>): string[] {
  const corrected = unknown.reduce((query, { word, taken }) => {
    const at = query.toLowerCase().indexOf(word)
    const [best] = taken
    if (best === undefined || at < 0) return query
    return query.slice(0, at) + best + query.slice(at + word.length)
  }, q)
  return corrected === q ? [] : [corrected]
}

/** Each filter without which something is found, and how much. */
async function obstacles(
  filters: Filters,
  count: (filters: Filters) => Promise<number>,
): Promise<Notice[]> {
  const notices: Notice[] = []
  const note = async (filter: Facet | 'years', open: Filters) => {
    const total = await count(open)
    if (total > 0) notices.push({ key: 'filter', filter, total })
  }
  for (const facet of facetNames) {
    const { include, exclude } = filters.facets[facet]
    if (include.length + exclude.length === 0) continue
    await note(facet, {
      ...filters,
      facets: { ...filters.facets, [facet]: noFilters.facets[facet] },
    })
  }
  if (filters.yearMin !== null || filters.yearMax !== null) {
    await note('years', { ...filters, yearMin: null, yearMax: null })
  }
  return notices
}

/** How many passages a search finds. */
async function totalOf(
  { engine, translator = null }: Searched,
  { collapse, ...parameters }: SearchParameters,
): Promise<number> {
  const query = parseQuery(parameters.q)
  const plan = planQuery({ ...parameters, query, census: await censusOf(engine), translator })
  const request = {
    clause: plan.clause,
    filters: parameters.filters,
    sort: parameters.sort,
    collapse,
  }
  return (await engine.search({ ...request, offset: 0, limit: 0 })).total
}
