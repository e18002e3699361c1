import { describe, expect, it } from 'vitest'
import { loadTranslator } from '../load/translator.ts'
import type { Census } from './census.ts'
import { queryLanguage } from './language.ts'

/** An index that has these terms in a tenth of all passages, and no others. */
function census(passages: Census['passages'], ...terms: readonly string[]): Census {
  const tenth = (passages.en + passages.es) / 10
  return {
    passages,
    values: { year: [], section: [], lang: [], doc: [], country: [] },
    vocabulary: {
      passages: passages.en + passages.es,
      averageLength: 1,
      frequency: (term) => (terms.includes(term) ? tenth : 0),
      withPrefix: () => [],
      near: () => [],
      countWithPrefix: () => 0,
      matching: () => [],
    },
  }
}

const english = census({ en: 100, es: 0 }, 'n:derecho', 'n:human', 'n:defensor')
const both = census({ en: 100, es: 100 }, 'n:zorbl', 's:glimpr')
const translator = loadTranslator(null)

const languageOf = (query: string, index: Census) =>
  queryLanguage(query, query.toLowerCase().split(' '), { census: index, translator })

describe('the language of a query', () => {
  it.each([
    ['defensores de derechos humanos', english, 'es'],
    ['human rights defenders', english, 'en'],
    ['derechos humanos', english, 'es'],
    ['police', both, 'en'],
    ['policía', both, 'es'],
    ['policia', both, 'es'],
    ['¿quién?', both, 'es'],
    ['the zorbl', both, 'en'],
    ['zorbl', both, 'en'],
    ['glimpr', both, 'es'],
    ['Tacna', both, 'und'],
    ['1054', both, 'und'],
  ])('of %s', (query, index, expected) => {
    expect(languageOf(query, index)).toBe(expected)
  })

  it('takes nothing from an index without passages of the other language', () => {
    expect(languageOf('zorbl', census({ en: 100, es: 0 }, 'n:zorbl'))).toBe('und')
  })
})
