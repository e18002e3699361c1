import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../analyze/stem.ts'
import { letterScores } from './letters.ts'

function scoresOf(texts: readonly string[], wording: string): number[] {
  const candidates = texts.map((text) => ({ text, language: 'en' as const }))
  return letterScores(candidates, { en: wording, es: wording, und: wording }, 1)
}

describe('the letters of a text', () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'aeñüßÉ ½²“—·.9ﬁ̃İ𝔸') }),
      fc.constant('Según el informe, “la policía” detuvo a 12 niños — en Perú'),
    ),
    { minLength: 2, maxLength: 4 },
  )
  it('are those of its words without accents and capitals, whatever stands between them', () => {
    fc.assert(
      fc.property(texts, (found) => {
        const plain = found.map((text) =>
          fold(text.toLowerCase())
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim(),
        )
        expect(scoresOf(found, found[0]!)).toEqual(scoresOf(plain, plain[0]!))
      }),
    )
  })
  it('score a text that says the words above one that does not', () => {
    const [same, other] = scoresOf(['La POLICÍA detuvo', 'los jueces oyeron'], 'policia')
    expect(same).toBeGreaterThan(other!)
  })
})
