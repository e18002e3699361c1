/** What a reader should know beside the results: what was not found, and what to ask instead. */
import type { EngineResult } from '../engine/engine.ts'
import { counted, relaxations, spellings, type Searched } from './alternatives.ts'
import type { Alternative, Notice } from './answer.ts'
import { censusOf, type Census } from './census.ts'
import { valuesMeant } from './fields.ts'
import type { SearchParameters } from './parameters.ts'
import type { Plan } from './plan.ts'
import { filtersIn, type ParsedQuery } from './query.ts'

export interface Help {
  readonly notices: readonly Notice[]
  /** What may have been meant; where nothing was found, also what finds something. */
  readonly alternatives: readonly Alternative[]
}

/** Values named where one is not known; a corpus may have thousands. */
const valuesNamed = 10

/** Help with one answer; where something was found as asked, there is nothing to say. */
export async function helpFor(
  searched: Searched,
  parameters: SearchParameters,
  { query, plan, result }: { query: ParsedQuery; plan: Plan; result: EngineResult },
): Promise<Help> {
  const census = await censusOf(searched.engine)
  const changes = [
    ...spellings(parameters.q, plan),
    ...(result.total > 0 ? [] : relaxations(parameters, plan)),
  ]
  const alternatives = await counted(searched, parameters, changes)
  const notices = [
    ...unknownWords(plan),
    ...unknownValues(query, census),
    ...coverageOf(result),
    ...alternatives.flatMap(({ kind, text, total }): Notice[] => {
      return kind === 'filter' ? [{ key: 'filter', filter: text as FilterName, total }] : []
    }),
  ]
  return { notices, alternatives }
}

/** Alternatives that are another query: corrected ones first, then those that find most. */
export function suggestionsOf(alternatives: readonly Alternative[]): string[] {
  const corrected = alternatives.filter(({ kind }) => kind === 'spelling')
  const shorter = alternatives
    .filter(({ kind }) => kind === 'part' || kind === 'words')
    .toSorted((left, right) => right.total - left.total)
  return [...new Set([...corrected, ...shorter].map(({ q }) => q))]
}

type FilterName = Extract<Notice, { key: 'filter' }>['filter']

function unknownWords({ unknown }: Plan): Notice[] {
  return unknown.map(({ word, taken }) => ({ key: 'unknown-word', text: word, taken }))
}

/** Values of fields in the query that no passage has. */
function unknownValues({ root }: ParsedQuery, { values }: Census): Notice[] {
  return filtersIn(root).flatMap((filter): Notice[] => {
    const { facet, value } = filter
    const known = values[facet].filter((each) => each !== '')
    return valuesMeant(filter, known).length > 0
      ? []
      : [{ key: 'unknown-value', facet, text: value, known: known.slice(0, valuesNamed) }]
  })
}

function coverageOf({ coverage: { matched, of }, total }: EngineResult): Notice[] {
  return total === 0 || matched >= of
    ? []
    : [{ key: 'coverage', matched: Math.max(1, matched), of }]
}
