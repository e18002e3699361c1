/** Searches that find something where this one does not, or that may have been meant: each with what it finds. */
import type { EngineResult, SearchEngine } from '../engine/engine.ts'
import { facetNames } from '../engine/facets.ts'
import type { Filters } from '../model.ts'
import type { Translator } from '../translate/translate.ts'
import type { Alternative } from './answer.ts'
import { censusOf, noFilters } from './census.ts'
import { printParameters, type SearchParameters } from './parameters.ts'
import { planQuery, type Plan } from './plan.ts'
import { quotes } from './lexer.ts'
import { parseQuery } from './query.ts'

export interface Searched {
  readonly engine: SearchEngine
  readonly translator?: Translator | null
}

const marks = new RegExp(`[${quotes}]`, 'gu')

type Change = Pick<Alternative, 'kind' | 'text'> & { readonly to: Partial<SearchParameters> }

/** More parts than these are not tried one by one. */
const partsTried = 6

/** The query with unknown words replaced by what they were taken for; none where all are known or nothing is near. */
export function spellings(q: string, { unknown }: Pick<Plan, 'unknown'>): readonly Change[] {
  const corrected = unknown.reduce((query, { word, taken }) => {
    const at = query.toLowerCase().indexOf(word)
    const [best] = taken
    if (best === undefined || at < 0) return query
    return query.slice(0, at) + best + query.slice(at + word.length)
  }, q)
  return corrected === q ? [] : [{ kind: 'spelling', text: corrected, to: { q: corrected } }]
}

/** The search without each of its parts and filters, one at a time, then without all of its filters. */
export function relaxations(parameters: SearchParameters, plan: Plan): readonly Change[] {
  const { filters } = parameters
  const words = plan.interpretation
    .filter(({ without }) => without !== '')
    .slice(0, partsTried)
    .map(({ text, without }): Change => ({ kind: 'part', text, to: { q: without } }))
  const single = filtersOff(filters)
  const all: Change[] =
    single.length < 2 ? [] : [{ kind: 'filters', text: '', to: { filters: noFilters } }]
  const exact: Change[] = parameters.exact
    ? [{ kind: 'exact', text: '', to: { exact: false } }]
    : []
  return [...single, ...all, ...exact, ...unquoted(parameters.q, plan), ...words]
}

/** The query with what it quotes as plain words; none where it quotes nothing. */
function unquoted(q: string, { interpretation }: Plan): readonly Change[] {
  const words = interpretation
    .filter(({ kind }) => kind === 'phrase')
    .reduce((query, { text }) => query.replace(text, () => text.replace(marks, '')), q)
  return words === q ? [] : [{ kind: 'words', text: '', to: { q: words } }]
}

/** Each filter in use, and the filters without it. */
function filtersOff(filters: Filters): readonly Change[] {
  const facets = facetNames.flatMap((facet): Change[] => {
    const { include, exclude } = filters.facets[facet]
    if (include.length + exclude.length === 0) return []
    const open = { ...filters.facets, [facet]: noFilters.facets[facet] }
    return [{ kind: 'filter', text: facet, to: { filters: { ...filters, facets: open } } }]
  })
  if (filters.yearMin === null && filters.yearMax === null) return facets
  const open = { ...filters, yearMin: null, yearMax: null }
  return [...facets, { kind: 'filter', text: 'years', to: { filters: open } }]
}

/** What each changed search finds; those that find nothing are left out. */
export async function counted(
  searched: Searched,
  parameters: SearchParameters,
  changes: readonly Change[],
): Promise<readonly Alternative[]> {
  const found: Alternative[] = []
  for (const { kind, text, to } of changes) {
    const changed = { ...parameters, ...to, page: 1 }
    const { total } = await countsOf(searched, changed)
    const address = `/?${printParameters(changed)}`
    if (total > 0) found.push({ kind, text, q: changed.q, total, url: address })
  }
  return found
}

/** How many passages a search finds, and how many of its words each has. */
export async function countsOf(
  { engine, translator = null }: Searched,
  { collapse, sort, filters, ...parameters }: SearchParameters,
): Promise<Pick<EngineResult, 'total' | 'coverage'>> {
  const query = parseQuery(parameters.q)
  const { clause } = planQuery({ ...parameters, query, census: await censusOf(engine), translator })
  const request = { clause, filters, sort, collapse, offset: 0, limit: 0 }
  return engine.search(request)
}
