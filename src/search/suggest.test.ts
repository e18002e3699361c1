import { describe, expect, it } from 'vitest'
import { samplePassage } from '../lineage/sample-passage.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'
import { createSuggester } from './suggest.ts'

const texts = [
  'Officials identified child victims in shelters. Child victims received care of the Attorney General.',
  'Child soldiers; child victims; the shelter for victims of forced labor was closed.',
  'The Attorney General, and victims of forced labor. According to the Attorney General, child victims.',
  'La protección de las víctimas y la protección de los niños. Victims of forced labor.',
]
const passages = texts.map((text, i) =>
  samplePassage({
    documentId: 'd',
    ordinal: i + 1,
    text,
    heading: i === 3 ? 'PROTECCIÓN' : 'Prosecution of traffickers',
    section: i === 3 ? 'protection' : 'prosecution',
    year: 2020 + i,
  }),
)
const context = sampleContext(passages)
const suggester = createSuggester(context)
const ask = (address: string, limit = 8) =>
  suggester.suggest(parseParameters(new URLSearchParams(address)), limit)
const completions = async (q: string) => (await ask(`q=${q}`)).map(({ text }) => text)

describe('suggestions', () => {
  it.each([
    ['vic', 'victims'],
    ['víc', 'victims'],
    ['prot', 'protección'],
    ['child v', '"child victims"'],
    ['care for shel', 'care for shelter'],
    ['attor', '"Attorney General"'],
    ['gen', '"Attorney General"'],
    ['"child v', '"child victims"'],
    ['shelter "victims of f', 'shelter "victims of forced"'],
    ['proteccion', 'section:protection'],
    ['traff', 'section:prosecution'],
    ['-shel', undefined],
    ['year:20', undefined],
    ['x', undefined],
    ['', undefined],
  ])('completes %s with %s', async (q, expected) => {
    const found = await completions(q)
    if (expected === undefined) expect(found).toEqual([])
    else expect(found).toContain(expected)
  })

  it('takes the capital of a sentence for no name', async () => {
    expect(await completions('accord')).toEqual(['according'])
  })

  it('shows a section by its heading', async () => {
    const [first] = (await ask('q=protecc')).filter(({ kind }) => kind === 'section')
    expect(first).toMatchObject({ text: 'section:protection', label: 'PROTECCIÓN' })
  })

  it('gives no more than asked for, and nothing twice', async () => {
    const found = await ask('q=ch', 2)
    expect(found).toHaveLength(2)
    expect(new Set(found.map(({ text }) => text)).size).toBe(2)
  })

  it('counts what searching for it finds, with the filters in use', async () => {
    for (const filters of ['', '&year=2021', '&exact=1', '&section=-prosecution']) {
      for (const q of ['vic', 'child', 'attor', 'protecc', 'labor', 'forced l']) {
        for (const { text, count } of await ask(`q=${q}${filters}`)) {
          const address = new URLSearchParams(`${filters.slice(1)}`)
          address.set('q', text)
          expect((await search(context, parseParameters(address))).total).toBe(count)
        }
      }
    }
  })
})
