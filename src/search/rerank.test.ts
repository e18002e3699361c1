import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../analyze/stem.ts'
import { letterScores, levelled } from './rerank.ts'

const hits = fc.array(
  fc.record({
    score: fc.double({ min: 0.01, max: 100, noNaN: true }),
    language: fc.constantFrom('en' as const, 'es' as const, 'und' as const),
  }),
)

describe('the scores of two languages, levelled', () => {
  it.each([
    [0, [8, 4, 4, 2]],
    [0.5, [8, 4, 6, 3]],
    [1, [8, 4, 8, 4]],
  ])('stand a share of %s nearer', (share, expected) => {
    const found = [
      { score: 8, language: 'en' as const },
      { score: 4, language: 'en' as const },
      { score: 4, language: 'es' as const },
      { score: 2, language: 'es' as const },
    ]
    expect(levelled(found, share)).toEqual(expected)
  })
  it('never fall, and never pass the best of all', () => {
    fc.assert(
      fc.property(hits, (found) => {
        const best = Math.max(...found.map(({ score }) => score))
        levelled(found, 0.5).forEach((score, at) => {
          expect(score).toBeGreaterThanOrEqual(found[at]!.score)
          expect(score).toBeLessThanOrEqual(best * 1.000001)
        })
      }),
    )
  })
})

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
