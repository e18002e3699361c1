import { describe, expect, it } from 'vitest'
import type { Notice } from '../../src/search/answer.ts'
import { en, type Messages } from './en.ts'
import { es } from './es.ts'

const cases: readonly (readonly [Notice, string])[] = [
  [
    { key: 'unclosed-quote', text: '"la trata' },
    'Una comilla no se cierra; se leyó como palabras: "la trata',
  ],
  [
    { key: 'unknown-word', text: 'nifas', taken: ['niñas'] },
    'Ningún pasaje tiene «nifas»; se buscó «niñas»',
  ],
  [{ key: 'coverage', matched: 2, of: 5 }, 'Se muestran pasajes con al menos 2 de las 5 palabras'],
  [{ key: 'filter', filter: 'country', total: 1 }, 'Sin el filtro de país hay 1 pasaje'],
]

describe('what a reader should know of a search', () => {
  it.each(cases)('is said in Spanish: %o', (notice, sentence) => {
    const spanish: Messages = es
    expect(spanish.notice(notice, 'in English')).toBe(sentence)
  })

  it('is said in English as the search itself says it', () => {
    expect(en.notice({ key: 'stray-parenthesis', text: ')' }, 'as it says')).toBe('as it says')
  })
})
