import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePassage } from '../lineage/sample-passage.ts'
import type { Filters, Passage } from '../model.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { contexts } from './contexts.ts'
import { trends, type TrendsOptions } from './trends.ts'

const open = { include: [], exclude: [] }
const noFilters: Filters = {
  facets: { year: open, section: open, lang: open, doc: open, country: open },
  yearMin: null,
  yearMax: null,
}
const options: TrendsOptions = {
  filters: noFilters,
  exact: false,
  collapse: true,
  byCountry: false,
}
const passage = (ordinal: number, year: number | null, text: string, more: Partial<Passage> = {}) =>
  samplePassage({ documentId: `report-${year}`, ordinal, year, text, ...more })

const corpus = [
  passage(1, 2020, 'Victims of forced labor. The victim of labor, forced, was a boy.'),
  passage(2, 2020, 'No cases.'),
  passage(1, 2021, 'A victim; victimization; VICTIMS!'),
  passage(1, 2021, 'A victim; victimization; VICTIMS!', {
    id: 'copy.1',
    documentId: 'copy',
    duplicateOf: 'report-2021.1',
  }),
  passage(1, 2022, 'Las víctimas y una victima de trabajo forzoso.', { language: 'es' }),
  passage(1, null, 'An undated victim.'),
]
const mentions = async (term: string, more: Partial<TrendsOptions> = {}) => {
  const { terms } = await trends(sampleContext(corpus), [term], { ...options, ...more })
  return terms[0]!.years.map((year) => year.mentions)
}

describe('trends', () => {
  it.each([
    ['a word in all its forms', 'victim', [2, 3, 2], {}],
    ['a word as spelled where exact', 'victim', [1, 1, 0], { exact: true }],
    ['accents where exact', 'víctimas', [0, 0, 1], { exact: true }],
    ['words side by side', 'forced labor', [1, 0, 0], {}],
    ['a quoted word as spelled, accents aside', '"victimas"', [0, 0, 1], {}],
    ['the beginning of a word', 'victimi*', [0, 1, 0], {}],
    ['nothing for signs alone', '?!', [0, 0, 0], {}],
    ['every copy where asked', 'victim', [2, 6, 2], { collapse: false }],
  ] as const)('counts %s', async (_name, term, expected, more) => {
    expect(await mentions(term, more)).toEqual(expected)
  })

  it('gives the words counted in and the rate', async () => {
    const { terms } = await trends(sampleContext(corpus), ['victim'], options)
    expect(terms[0]!.years[0]).toEqual({
      year: 2020,
      mentions: 2,
      passages: 1,
      words: 14,
      per100k: 14285.71,
    })
    expect(terms[0]!.undated).toMatchObject({ mentions: 1, passages: 1, words: 3 })
  })

  it('splits by country', async () => {
    const all = [passage(1, 2020, 'a victim'), passage(2, 2020, 'no one', { country: 'Chile' })]
    const { terms } = await trends(sampleContext(all), ['victim'], { ...options, byCountry: true })
    expect(terms.map((series) => [series.country, series.years[0]!.mentions])).toEqual([
      ['Chile', 0],
      ['Peru', 1],
    ])
  })

  it('counts what a person would count in the text', async () => {
    const word = fc.constantFrom('cat', 'dog', 'perro', '12', 'cat-dog', 'café')
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
    const lists = fc.array(text, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(lists, fc.constantFrom('cat', 'dog', 'café', '12'), async (list, term) => {
        const all = list.map((each, i) => passage(i + 1, 2020 + (i % 2), each))
        const { terms } = await trends(sampleContext(all), [term], { ...options, exact: true })
        for (const row of terms[0]!.years) {
          const split = all.filter((p) => p.year === row.year).map((p) => p.text.split(/[ -]/))
          expect(row.words).toBe(split.flat().length)
          expect(row.mentions).toBe(split.flat().filter((each) => each === term).length)
          expect(row.passages).toBe(split.filter((words) => words.includes(term)).length)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('contexts', () => {
  it('shows each mention with the words around it', async () => {
    const rows = await contexts(sampleContext(corpus), 'forced labor', {
      ...options,
      offset: 0,
      limit: 5,
    })
    expect(rows).toMatchObject([
      {
        year: 2020,
        before: 'Victims of ',
        match: 'forced labor',
        after: '. The victim of labor, forced, was a boy.',
      },
    ])
  })
})
