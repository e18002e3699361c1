import { describe, expect, it } from 'vitest'
import { tokenize } from '../analyze/tokenize.ts'
import { isQuestion, withoutOpening } from './question.ts'

describe('a question', () => {
  it.each([
    'can male victims get shelter?',
    '¿hubo condenas',
    'how many victims were identified',
    'Desde cuándo hay refugios',
    'in which year was it signed',
    'cuantas victimas hubo en 2021',
    'WHO PAID',
    "what's a shelter",
  ])('is %s', (query) => expect(isQuestion(query)).toBe(true))

  it.each([
    'shelters for girls',
    'wom?n in mines',
    'WHO guidelines on shelters',
    'víctimas que denuncian',
    'in Lima',
    'how-to guides',
    'como-condenar -abandonaron',
    '2021',
    '',
  ])('is not %s', (query) => expect(isQuestion(query)).toBe(false))

  it.each([
    ['en qué año se fundó', 'año se fundó'],
    ['who was arrested', 'was arrested'],
    ['victims in 2021', 'victims in 2021'],
    ['', ''],
  ])('%s is about %s', (query, subject) => {
    const words = tokenize(query).map(({ form }) => form)
    expect(withoutOpening(words).join(' ')).toBe(subject)
  })
})
