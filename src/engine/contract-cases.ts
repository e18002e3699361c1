/** What the contract of the engines is tried on: a corpus of six passages, and clauses with what they match in it. */
import type { Facet, FacetFilter, Filters, IndexedPassage } from '../model.ts'
import type { Clause, EngineRequest, EngineResult } from './engine.ts'
import { facetNames } from './facets.ts'

/** `row('a1', 'the cat|sat. the end', { year: '2020' })`: words by space, terms of a word by |, sentences by '.'. */
function row(
  id: string,
  words: string,
  facets: Partial<Record<Facet, string>> = {},
  group = id,
): IndexedPassage {
  const list = words.split(' ').filter(Boolean)
  return {
    id,
    positions: list.map((word) => word.replace('.', '').split('|')),
    sentences: list.flatMap((_, at) => (at === 0 || list[at - 1]!.endsWith('.') ? [at] : [])),
    facets: { year: '', section: '', lang: 'en', doc: 'd', country: '', ...facets },
    group,
  }
}

export const corpus = [
  row('a', 'n:forc|=forced n:labor|=labor in|=in n:mine|=mines', {
    year: '2020',
    doc: 'd1',
    section: 'p',
  }),
  row('b', 'n:labor|=labor n:forc|=forced n:mine|=mine. n:mine|=mines end', {
    year: '2021',
    doc: 'd1',
  }),
  row('c', 's:mina|=minas s:trabaj|=trabajo s:forz|=forzoso', {
    year: '2021',
    lang: 'es',
    doc: 'd2',
    section: 'p',
  }),
  row('d', 'n:labor|=labor n:union|=union n:law|=laws n:right|=rights', {
    year: '2022',
    doc: 'd3',
    section: 'q',
  }),
  row(
    'e',
    'n:labor|=labor n:union|=union n:law|=laws n:right|=rights',
    { year: '2020', doc: 'd4', section: 'q' },
    'd',
  ),
  row('f', '', { doc: 'd4' }),
]

const noFilter: FacetFilter = { include: [], exclude: [] }

export function filters(
  some: Partial<Record<Facet, Partial<FacetFilter>>> = {},
  years: Partial<Filters> = {},
): Filters {
  const facets = Object.fromEntries(
    facetNames.map((facet) => [facet, { ...noFilter, ...some[facet] }]),
  )
  return { facets: facets as Filters['facets'], yearMin: null, yearMax: null, ...years }
}

export const word = (...terms: string[]): Clause => ({
  kind: 'terms',
  terms: terms.map((term) => ({ term, weight: 1 })),
})
export const beginning = (...prefixes: string[]): Clause => ({
  kind: 'prefix',
  prefixes,
  weight: 0.5,
})
export const phrase = (...slots: string[]): Clause => ({
  kind: 'phrase',
  slots: slots.map((slot) => slot.split('|')),
})
export const near = (distance: number | 'sentence', ...groups: Clause[]): Clause => ({
  kind: 'near',
  groups,
  distance,
})
export const all: Clause = { kind: 'all' }
export const ranked = (need: number, ...clauses: Clause[]): Clause => ({
  kind: 'ranked',
  clauses,
  need,
  within: all,
})
export const request = (clause: Clause, rest: Partial<EngineRequest> = {}): EngineRequest => ({
  clause,
  filters: filters(),
  sort: 'relevance',
  offset: 0,
  limit: 10,
  collapse: false,
  ...rest,
})
export const ids = (result: EngineResult) => result.hits.map(({ id }) => id)
export const sorted = (result: EngineResult) => ids(result).toSorted().join('')

/** By what the clause says, the ids it matches. */
export const meanings: readonly [string, Clause, string][] = [
  ['a term', word('n:mine'), 'ab'],
  ['any of several terms', word('n:mine', 's:mina'), 'abc'],
  ['an unknown term', word('n:zebra'), ''],
  ['terms that begin so', beginning('n:mi', 's:mi'), 'abc'],
  ['terms that begin so, none of them', beginning('n:zeb'), ''],
  ['a phrase', phrase('=forced', '=labor'), 'a'],
  ['a phrase with alternatives', phrase('=forced', '=labor|=mine'), 'ab'],
  ['a phrase over an unknown word', phrase('=forced', '=zebra'), ''],
  ['a word repeated in a phrase', phrase('n:mine', 'n:mine'), 'b'],
  ['words side by side in any order', near(0, word('=forced'), word('=labor')), 'ab'],
  ['words with two between', near(2, word('=forced'), word('n:mine')), 'ab'],
  ['not words with more between', near(1, word('=forced'), word('n:mine')), 'b'],
  ['a word beside itself, not the same occurrence', near(0, word('n:mine'), word('n:mine')), 'b'],
  ['words in one sentence', near('sentence', word('=labor'), word('=mine')), 'b'],
  ['not words in two sentences', near('sentence', word('=labor'), word('=end')), ''],
  ['a phrase near a word', near(1, phrase('=forced', '=labor'), word('=mines')), 'a'],
  [
    'either of two groups near a word',
    near(0, { kind: 'or', clauses: [word('=union'), word('=forced')] }, word('=labor')),
    'abde',
  ],
  [
    'three words whose middle one comes last',
    near(0, word('=labor'), word('=mine', '=in'), word('=forced')),
    'ab',
  ],
  ['both', { kind: 'and', clauses: [word('n:labor'), word('n:mine')] }, 'ab'],
  ['everything, with no clause to hold', { kind: 'and', clauses: [] }, 'abcdef'],
  ['either', { kind: 'or', clauses: [word('s:mina'), word('n:union')] }, 'cde'],
  ['what does not match', { kind: 'not', clause: word('n:labor') }, 'cf'],
  [
    'one but not the other',
    { kind: 'and', clauses: [word('n:labor'), { kind: 'not', clause: word('n:mine') }] },
    'de',
  ],
  ['a facet value', { kind: 'filter', facet: 'section', value: 'p' }, 'ac'],
  ['an unknown year', { kind: 'filter', facet: 'year', value: '' }, 'f'],
  ['a range of years', { kind: 'years', min: 2021, max: 2022 }, 'bcd'],
  ['an open range of years', { kind: 'years', min: 2021, max: Infinity }, 'bcd'],
  ['every passage', all, 'abcdef'],
  ['all words where a passage has all', ranked(2, word('n:labor'), word('n:mine')), 'ab'],
  [
    'most words where none has all',
    ranked(3, word('n:labor'), word('n:mine'), word('n:union')),
    'abde',
  ],
  ['fewer words where fewer are needed', ranked(1, word('n:mine'), word('s:mina')), 'abc'],
  [
    'all words where enough passages have all',
    { ...ranked(2, word('n:labor'), word('n:mine')), relaxed: { below: 2, need: 1 } } as Clause,
    'ab',
  ],
  [
    'fewer words where too few passages have all',
    { ...ranked(2, word('n:labor'), word('n:mine')), relaxed: { below: 3, need: 1 } } as Clause,
    'abde',
  ],
  [
    'most words where none has as many as will do',
    {
      ...ranked(3, word('n:labor'), word('n:zebra'), word('n:yak')),
      relaxed: { below: 3, need: 2 },
    } as Clause,
    'abde',
  ],
  ['nothing where no word is known', ranked(2, word('n:zebra'), word('n:yak')), ''],
  ['nothing without a clause', ranked(0), ''],
  [
    'most words among what must hold',
    { ...ranked(2, word('n:labor'), word('n:mine')), within: word('n:union') } as Clause,
    'de',
  ],
]
