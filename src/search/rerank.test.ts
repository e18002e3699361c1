import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelled } from './rerank.ts'

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
