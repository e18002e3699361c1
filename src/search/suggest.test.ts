import { describe, expect, it } from 'vitest'
import { samplePassage } from '../lineage/sample-passage.ts'
import { createSuggester } from './suggest.ts'

const texts = [
  'Officials identified child victims in shelters. Child victims received care.',
  'Child soldiers; child victims; the shelter for victims was closed.',
  'La protección de las víctimas y la protección de los niños.',
]
const suggester = createSuggester(
  texts.map((text, i) => samplePassage({ documentId: 'd', ordinal: i + 1, text })),
)

describe('suggestions', () => {
  it.each([
    ['vic', 'victims'],
    ['víc', 'victims'],
    ['proteccion', undefined],
    ['prot', 'protección'],
    ['child v', 'child victims'],
    ['care for shel', 'care for shelter'],
    ['x', undefined],
    ['"child', undefined],
    ['', undefined],
  ])('completes %s with %s', (q, expected) => {
    expect(suggester.suggest(q, 6)[0]).toBe(expected)
  })

  it('gives no more than asked for, and nothing twice', () => {
    const found = suggester.suggest('ch', 3)
    expect(found.length).toBeLessThanOrEqual(3)
    expect(new Set(found).size).toBe(found.length)
  })
})
