/** What every engine must do. Run it against each one; never test an engine alone. */
import { describe, expect, it } from 'vitest'
import type { Facet, IndexedPassage } from '../model.ts'
import type { Clause, EngineRequest, EngineResult, SearchEngine } from './engine.ts'
import {
  all,
  beginning,
  corpus,
  filters,
  ids,
  meanings,
  near,
  phrase,
  ranked,
  request,
  sorted,
  word,
} from './contract-cases.ts'
import { inverseFrequency, termScore } from './score.ts'

/** Makes an engine over the passages; undefined shows the suite as skipped (a server that is not there). */
export type Open = (passages: readonly IndexedPassage[]) => Promise<SearchEngine>

/** The suite: `open` is called once with the corpus above. */
export function describeEngine(name: string, open: Open | undefined): void {
  describe.skipIf(!open)(`${name} as a SearchEngine`, () => {
    const engine = open?.(corpus)
    const ask = async (clause: Clause, rest?: Partial<EngineRequest>) =>
      (await engine!).search(request(clause, rest))

    it.each(meanings)('finds %s', async (_, clause, expected) => {
      const result = await ask(clause)
      expect(sorted(result)).toBe(expected)
      expect(result.total).toBe(expected.length)
    })
    describeScores(ask)
    describeFacets(ask)
    describeOrder(ask)
    describeVocabulary(async () => (await engine!).vocabulary)
  })
}

type Ask = (clause: Clause, rest?: Partial<EngineRequest>) => Promise<EngineResult>

/** Distinct words of a, b, c, d, e, f. */
const averageLength = (4 + 5 + 3 + 4 + 4 + 0) / 6

function describeScores(ask: Ask): void {
  const score = async (clause: Clause, id: string) =>
    (await ask(clause)).hits.find((hit) => hit.id === id)?.score
  const mine = termScore(inverseFrequency(6, 2), 2, 5 / averageLength)
  const labor = termScore(inverseFrequency(6, 4), 1, 5 / averageLength)

  it('scores a term by BM25+ over distinct words', async () => {
    expect(await score(word('n:mine'), 'b')).toBe(mine)
  })
  it('weighs terms and adds the largest bonus once', async () => {
    const terms = [
      { term: 'n:mine', weight: 2, bonus: 1 },
      { term: 'n:labor', weight: 0.5, bonus: 3 },
    ]
    expect(await score({ kind: 'terms', terms }, 'b')).toBe(0 + 2 * mine + 0.5 * labor + 3)
  })
  it.each<[string, Clause]>([
    ['and', { kind: 'and', clauses: [word('n:mine'), word('n:labor')] }],
    ['or', { kind: 'or', clauses: [word('n:mine'), word('n:labor')] }],
    ['near', near(5, word('n:mine'), word('n:labor'))],
    ['ranked', ranked(2, word('n:mine'), word('n:labor'))],
    [
      'ranked within',
      { kind: 'ranked', clauses: [word('n:labor')], need: 1, within: word('n:mine') },
    ],
  ])('adds up the parts of %s', async (_, clause) => {
    expect(await score(clause, 'b')).toBe(mine + labor)
  })
  it('scores every term that begins so', async () => {
    const laws = 0.5 * termScore(inverseFrequency(6, 2), 1, 4 / averageLength)
    const work = 0.5 * termScore(inverseFrequency(6, 4), 1, 4 / averageLength)
    expect(await score(beginning('=la', 'n:law'), 'd')).toBe(work + laws + laws)
  })
  it('scores a phrase by the words of its slots', async () => {
    expect(await score(phrase('n:labor', '=forced', 'n:mine'), 'b')).toBe(
      labor + termScore(inverseFrequency(6, 2), 1, 5 / averageLength) + mine,
    )
  })
  it.each<[string, Clause]>([
    ['not', { kind: 'not', clause: word('n:zebra') }],
    ['a filter', { kind: 'filter', facet: 'doc', value: 'd1' }],
    ['years', { kind: 'years', min: 2021, max: 2021 }],
    ['all', all],
  ])('scores nothing for %s', async (_, clause) => {
    expect(await score(clause, 'b')).toBe(0)
  })
  it('says how many words every match has', async () => {
    const three = ranked(3, word('n:labor'), word('n:mine'), word('n:union'))
    const inside: Clause = {
      kind: 'and',
      clauses: [three, { kind: 'not', clause: word('n:zebra') }],
    }
    expect((await ask(inside)).coverage).toEqual({ matched: 2, of: 3 })
    expect((await ask(word('n:labor'))).coverage).toEqual({ matched: 0, of: 0 })
    expect((await ask(ranked(1, word('n:zebra')))).coverage).toEqual({ matched: 0, of: 1 })
    const relaxed = {
      ...ranked(2, word('n:labor'), word('n:mine')),
      relaxed: { below: 3, need: 1 },
    }
    expect((await ask(relaxed as Clause)).coverage).toEqual({ matched: 1, of: 2 })
  })
  it('sets the bar before filters', async () => {
    const result = await ask(ranked(2, word('n:labor'), word('n:mine')), {
      filters: filters({ doc: { include: ['d3'] } }),
    })
    expect(result.total).toBe(0)
  })
}

const count = (result: EngineResult, facet: Facet) =>
  result.facets[facet].map(({ value, count: n }) => `${value}:${n}`).join(' ')

function describeFacets(ask: Ask): void {
  it('counts values, highest first', async () => {
    const result = await ask(all)
    expect(count(result, 'year')).toBe('2020:2 2021:2 :1 2022:1')
    expect(count(result, 'doc')).toBe('d1:2 d4:2 d2:1 d3:1')
    expect(result.documents).toBe(4)
  })
  it('counts a facet as if its own filter were off', async () => {
    const result = await ask(all, { filters: filters({ year: { include: ['2021'] } }) })
    expect(sorted(result)).toBe('bc')
    expect(count(result, 'year')).toBe('2020:2 2021:2 :1 2022:1')
    expect(result.facets.year.find(({ selected }) => selected)?.value).toBe('2021')
    expect(count(result, 'lang')).toBe('en:1 es:1')
  })
  it('filters by each facet at once, several values of one being alternatives', async () => {
    const some = filters({ year: { include: ['2020', '2021'] }, section: { include: ['p'] } })
    const result = await ask(all, { filters: some })
    expect(sorted(result)).toBe('ac')
    expect(count(result, 'year')).toBe('2020:1 2021:1')
    expect(count(result, 'section')).toBe('p:2 :1 q:1')
  })
  it('excludes values', async () => {
    const result = await ask(all, { filters: filters({ lang: { exclude: ['en'] } }) })
    expect(sorted(result)).toBe('c')
    expect(count(result, 'lang')).toBe('en:5 es:1')
  })
  it('keeps a range of years on while counting years', async () => {
    const result = await ask(all, { filters: filters({}, { yearMin: 2021, yearMax: 2021 }) })
    expect(sorted(result)).toBe('bc')
    expect(count(result, 'year')).toBe('2021:2')
  })
  it('shows a selected value at zero, known or not', async () => {
    const result = await ask(word('s:mina'), {
      filters: filters({ doc: { include: ['d3', 'zz'] } }),
    })
    expect(result.facets.doc.map(({ value, selected }) => value + selected)).toEqual([
      'd2false',
      'd3true',
      'zztrue',
    ])
  })
  it('counts a group of duplicates once, and once under each value of its matching copies', async () => {
    const result = await ask(word('n:union'), { collapse: true })
    expect(result.total).toBe(1)
    expect(result.documents).toBe(2)
    expect(result.hits).toMatchObject([{ id: 'd', duplicates: ['e'] }])
    expect(count(result, 'year')).toBe('2020:1 2022:1')
    expect(count(result, 'section')).toBe('q:1')
  })
  it('collapses after filtering, so that a click gives what its count says', async () => {
    const result = await ask(word('n:union'), {
      collapse: true,
      filters: filters({ year: { include: ['2020'] } }),
    })
    expect(result.hits).toMatchObject([{ id: 'e', duplicates: [] }])
    expect(count(result, 'year')).toBe('2020:1 2022:1')
  })
}

function describeOrder(ask: Ask): void {
  it.each([
    ['year', 'aebcdf'],
    ['-year', 'dbcaef'],
    ['relevance', 'abcdef'],
  ] as const)('sorts by %s, unknown years last, ties in index order', async (sort, expected) => {
    expect(ids(await ask(all, { sort })).join('')).toBe(expected)
  })
  it('sorts by score before index order', async () => {
    const result = await ask(word('n:mine'))
    expect(ids(result)).toEqual(['b', 'a'])
  })
  it('cuts pages that add up to the whole', async () => {
    const pages = await Promise.all([0, 2, 4, 6].map((offset) => ask(all, { offset, limit: 2 })))
    expect(pages.map(ids)).toEqual([['a', 'b'], ['c', 'd'], ['e', 'f'], []])
    expect(pages.map(({ total }) => total)).toEqual([6, 6, 6, 6])
    expect(ids(await ask(all, { limit: Infinity }))).toHaveLength(6)
    expect(ids(await ask(all, { limit: 0 }))).toEqual([])
  })
  it('puts a group where its first passage stands', async () => {
    const result = await ask(all, { collapse: true, sort: 'year' })
    expect(ids(result).join('')).toBe('aebcf')
    expect(result.hits[1]).toMatchObject({ id: 'e', duplicates: ['d'] })
  })
}

function describeVocabulary(vocabulary: () => Promise<SearchEngine['vocabulary']>): void {
  it('knows how often terms occur', async () => {
    const known = await vocabulary()
    expect(known.passages).toBe(6)
    expect(known.averageLength).toBe(averageLength)
    expect(['n:labor', 's:mina', 'n:zebra', ''].map((term) => known.frequency(term))).toEqual([
      4, 1, 0, 0,
    ])
  })
  it('lists terms by prefix, most frequent first', async () => {
    expect((await vocabulary()).withPrefix('=l', 2)).toEqual(['=labor', '=laws'])
    expect((await vocabulary()).withPrefix('=zz', 2)).toEqual([])
  })
  it('counts terms by prefix', async () => {
    const known = await vocabulary()
    expect(['=l', '=mine', 'x'].map((prefix) => known.countWithPrefix(prefix))).toEqual([2, 2, 0])
  })
  it('finds near spellings of the same kind', async () => {
    const known = await vocabulary()
    expect(known.near('=mnies', 1, 9)).toEqual([{ term: '=mines', distance: 1 }])
    expect(known.near('=mine', 2, 2)).toEqual([
      { term: '=mines', distance: 1 },
      { term: '=in', distance: 2 },
    ])
  })
  it('tests terms in code unit order', async () => {
    expect((await vocabulary()).matching('=', (term) => term.endsWith('s'), 3)).toEqual([
      '=laws',
      '=minas',
      '=mines',
    ])
  })
}
