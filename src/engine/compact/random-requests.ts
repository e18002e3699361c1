/** Requests of every kind over given passages, for properties: words are drawn as often as the passages have them. */
import fc from 'fast-check'
import type { Facet, FacetFilter, Filters, IndexedPassage } from '../../model.ts'
import type { Clause, EngineRequest, WeightedTerm } from '../engine.ts'
import { facetNames } from '../facets.ts'

type Words = IndexedPassage['positions']

const near0 = fc.nat(6)

/** An arbitrary request; most of them match something. */
export function requestsOver(passages: readonly IndexedPassage[]): fc.Arbitrary<EngineRequest> {
  const some = fc.constantFrom(...passages.filter(({ positions }) => positions.length > 0))
  return fc.record({
    clause: clauses(some),
    filters: fc.oneof({ weight: 2, arbitrary: noFilters }, { weight: 3, arbitrary: filters(some) }),
    sort: fc.constantFrom('relevance', 'relevance', 'relevance', 'year', '-year'),
    offset: fc.constantFrom(0, 0, 0, 1, 20),
    limit: fc.constantFrom(0, 1, 10, 10, 20, 100, Infinity),
    collapse: fc.boolean(),
  })
}

type Some = fc.Arbitrary<IndexedPassage>

function clauses(some: Some): fc.Arbitrary<Clause> {
  const word = wordClause(some)
  const phrase = some.chain(({ positions }) => phraseOf(positions))
  const leaf = fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 3, arbitrary: phrase },
    { weight: 2, arbitrary: prefixClause(some) },
    { weight: 3, arbitrary: nearClause(some) },
    { weight: 1, arbitrary: facetClause(some) },
    { weight: 1, arbitrary: fc.constant<Clause>({ kind: 'all' }) },
  )
  return fc.letrec<{ clause: Clause }>((tie) => {
    const parts = fc.array(tie('clause'), { maxLength: 4 })
    return {
      clause: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        fc.record({ kind: fc.constantFrom('and', 'or'), clauses: parts }),
        fc.record({ kind: fc.constant('not'), clause: tie('clause') }),
        ranked(fc.array(fc.oneof(word, phrase), { minLength: 1, maxLength: 5 }), tie('clause')),
      ) as fc.Arbitrary<Clause>,
    }
  }).clause
}

function ranked(parts: fc.Arbitrary<Clause[]>, within: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> {
  return fc
    .tuple(parts, near0, fc.oneof(fc.constant<Clause>({ kind: 'all' }), within), fc.nat(9))
    .map(([list, less, inside, below]) => ({
      kind: 'ranked',
      clauses: list,
      need: Math.max(1, list.length - (less > 3 ? less - 3 : 0)),
      ...(below > 4 && { relaxed: { below: below - 4, need: Math.ceil(list.length / 2) } }),
      within: inside,
    }))
}

const weights = fc.record({
  weight: fc.constantFrom(1, 1, 0.7, 0.35, 2),
  bonus: fc.constantFrom(0, 0, 0, 1.5, 4),
})

function weighted(term: string): fc.Arbitrary<WeightedTerm> {
  return weights.map(({ weight, bonus }) => (bonus ? { term, weight, bonus } : { term, weight }))
}

function wordClause(some: Some): fc.Arbitrary<Clause> {
  const term = fc.oneof(
    { weight: 12, arbitrary: some.chain(({ positions }) => fc.constantFrom(...positions.flat())) },
    { weight: 1, arbitrary: fc.constant('n:unheardof') },
  )
  return fc
    .array(term.chain(weighted), { minLength: 1, maxLength: 4 })
    .map((terms) => ({ kind: 'terms', terms }))
}

/** What begins as some terms of a passage do. */
function prefixClause(some: Some): fc.Arbitrary<Clause> {
  const prefix = some.chain(({ positions }) =>
    fc
      .tuple(fc.constantFrom(...positions.flat()), fc.integer({ min: 2, max: 6 }))
      .map(([term, length]) => term.slice(0, length)),
  )
  return fc
    .tuple(fc.array(prefix, { minLength: 1, maxLength: 2 }), weights)
    .map(([prefixes, { weight }]) => ({ kind: 'prefix', prefixes, weight }))
}

/** Some words of a passage in a row; now and then one too many, or with other words beside. */
function phraseOf(positions: Words): fc.Arbitrary<Clause> {
  return fc
    .tuple(fc.nat(positions.length - 1), fc.integer({ min: 1, max: 4 }), near0)
    .map(([start, length, twist]) => {
      const slots = positions.slice(start, start + length).map((terms) => [...terms].slice(0, 2))
      if (twist === 1) slots.push(['n:the', '=the'])
      if (twist === 2) slots.reverse()
      if (twist === 3) slots[0] = [...slots[0]!, '=of', '=de']
      return { kind: 'phrase', slots }
    })
}

/** What must be near: a word, a phrase, or either of two. */
function groupOf(positions: Words): fc.Arbitrary<Clause> {
  const word = fc
    .constantFrom(...positions)
    .map((terms): Clause => ({ kind: 'terms', terms: [{ term: terms[0]!, weight: 1 }] }))
  const either = fc
    .array(fc.oneof(word, phraseOf(positions)), { minLength: 1, maxLength: 2 })
    .map((list): Clause => ({ kind: 'or', clauses: list }))
  return fc.oneof(
    { weight: 5, arbitrary: word },
    { weight: 2, arbitrary: phraseOf(positions) },
    { weight: 1, arbitrary: either },
  )
}

function nearClause(some: Some): fc.Arbitrary<Clause> {
  return some.chain(({ positions }) =>
    fc.record({
      kind: fc.constant('near' as const),
      groups: fc.array(groupOf(positions.slice(0, 40)), { minLength: 1, maxLength: 3 }),
      distance: fc.oneof(fc.nat(12), fc.constant('sentence' as const)),
    }),
  )
}

function facetClause(some: Some): fc.Arbitrary<Clause> {
  const filter = fc
    .tuple(some, fc.constantFrom<Facet[]>(...facetNames))
    .map(([{ facets }, facet]): Clause => ({ kind: 'filter', facet, value: facets[facet] }))
  const years = fc
    .tuple(fc.integer({ min: 2014, max: 2025 }), fc.nat(5))
    .map(([min, span]): Clause => ({ kind: 'years', min, max: min + span }))
  return fc.oneof(filter, years)
}

const nothing: FacetFilter = { include: [], exclude: [] }
const noFilters: fc.Arbitrary<Filters> = fc.constant({
  facets: { year: nothing, section: nothing, lang: nothing, doc: nothing, country: nothing },
  yearMin: null,
  yearMax: null,
})

function filters(some: Some): fc.Arbitrary<Filters> {
  const values = (facet: Facet) =>
    fc.array(
      fc.oneof(
        { weight: 9, arbitrary: some.map(({ facets }) => facets[facet]) },
        { weight: 1, arbitrary: fc.constant('nowhere') },
      ),
      { maxLength: 3 },
    )
  const facet = (name: Facet): fc.Arbitrary<FacetFilter> =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(nothing) },
      { weight: 2, arbitrary: values(name).map((include) => ({ include, exclude: [] })) },
      { weight: 1, arbitrary: fc.record({ include: values(name), exclude: values(name) }) },
    )
  const year = fc.option(fc.integer({ min: 2014, max: 2026 }), { freq: 3 })
  return fc.record({
    facets: fc.record({
      year: facet('year'),
      section: facet('section'),
      lang: facet('lang'),
      doc: facet('doc'),
      country: facet('country'),
    }),
    yearMin: year,
    yearMax: year,
  })
}
