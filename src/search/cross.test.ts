import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { libraryOf } from '../evaluate/library.ts'
import { loadTranslator } from '../load/translator.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const texts = [
  ['en', 'The government operated shelters for trafficking victims and for women.'],
  ['en', 'Police arrested traffickers; the court sentenced them to prison.'],
  ['es', 'El gobierno administró refugios para víctimas de trata y para mujeres.'],
  ['es', 'La policía detuvo a los tratantes; el tribunal los condenó a prisión.'],
  ['es', 'Trata de personas: informe del gobierno.'],
] as const
const passages = texts.map(([lang, text], at) => ({ id: String(at), lang, text }))
const translator = loadTranslator(null)
const both = libraryOf(passages, translator)
const silent = libraryOf(passages, { ...translator, translate: () => [] })

const words = 'trafficking victims trata de personas refugios shelter police condenó court zzyzx'
const query = fc.array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 5 })
const address = (q: string, more: Record<string, string> = {}) =>
  parseParameters(new URLSearchParams({ q, ...more }))

it('answers as if it knew no other language where cross=0 says so, to the score', async () => {
  await fc.assert(
    fc.asyncProperty(query, fc.constantFrom('', '?'), async (list, mark) => {
      const q = list.join(' ') + mark
      const alone = await search(both, address(q, { cross: '0' }))
      const { alternatives, ...expected } = await search(silent, address(q))
      expect(alone).toMatchObject(expected)
      // Their links say cross=0.
      expect(alone.alternatives.map(({ q: other }) => other)).toEqual(
        alternatives.map(({ q: other }) => other),
      )
    }),
  )
})

it('answers so too where every word of the other language was dropped', async () => {
  await fc.assert(
    fc.asyncProperty(query, async (list) => {
      const q = list.join(' ')
      const parameters = address(q)
      const drop: string[] = []
      for (let terms = 1; terms > 0;) {
        const { query: said } = await search(both, { ...parameters, drop })
        terms = said.crossTerms.length
        drop.push(...said.crossTerms.map(({ word }) => word))
      }
      const dropped = await search(both, { ...parameters, drop })
      const alone = await search(both, { ...parameters, cross: false })
      expect(dropped.results).toEqual(alone.results)
      expect(dropped.facets).toEqual(alone.facets)
    }),
  )
})

describe('between the two languages', () => {
  const equal = [
    ['es', 'La policía del Perú abrió refugios y dio asistencia legal en Lima.'],
    ['en', 'The police of Peru opened shelters and gave legal aid in Lima.'],
  ] as const
  const library = libraryOf(
    equal.map(([lang, text], at) => ({ id: `${lang}${at}`, lang, text })),
    translator,
  )
  const ask = (q: string) => search(library, address(q))

  it.each([
    ['police', 'en'],
    ['policía', 'es'],
    ['shelters', 'en'],
    ['refugios', 'es'],
    ['Perú', 'es'],
    ['shelterz', 'en'],
  ])('a near-tie over %s goes to %s', async (q, language) => {
    const { results } = await ask(q)
    expect(results.map((result) => result.language)).toEqual([
      language,
      language === 'en' ? 'es' : 'en',
    ])
  })

  it('a word that is the same in both is no translation of itself', async () => {
    const { query: said, results } = await ask('legal')
    expect(said.crossTerms).toEqual([])
    expect(results.flatMap(({ highlightKinds }) => highlightKinds)).toEqual(['match', 'match'])
  })

  it('a word is not read as one of the other language that shares its stem', async () => {
    const { query: said } = await ask('police')
    expect(said.interpretation[0]!.also).toEqual([])
    expect(said.crossTerms.map(({ word }) => word)).toContain('policía')
  })
})
