import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { libraryOf } from '../evaluate/library.ts'
import { parseParameters } from './parameters.ts'
import { besideScores, levelled } from './rerank.ts'
import { search } from './search.ts'

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

/** A passage at a place of a document. */
const at = (ordinal: number, documentId = 'a', text = '') => ({ documentId, ordinal, text })

describe('what a passage gains by those beside it', () => {
  it('is a share of the best of them, less where it is farther or the passage longer', () => {
    const [none, next, second, long] = besideScores(
      [at(1), at(2), at(3), at(0, 'a', 'x'.repeat(1200))],
      [10, 0, 0, 0],
    )
    expect(none).toBe(0)
    expect(next).toBeCloseTo(4)
    expect(second).toBeCloseTo(4 / Math.SQRT2)
    expect(long).toBeCloseTo(2)
  })
  it('is nothing from other documents, from afar, or where the passage is gone', () => {
    expect(besideScores([at(1), at(2, 'b'), at(4), null], [10, 1, 1, 1])).toEqual([0, 0, 0, 0])
  })

  const texts = [
    'Shelters opened that year in two regions.',
    'The commission met in Lima.',
    'The ministry of labour counted its inspectors.',
    'Luisa Vela presided over the ministry of women until May.',
    'Shelters opened that year in two regions.',
  ]
  const library = libraryOf(
    texts.map((text, id) => ({ id: String(id), lang: 'en' as const, text })),
    { translate: () => [], knows: () => 0 },
  )
  const ranked = async (q: string) => {
    const { results } = await search(library, parseParameters(new URLSearchParams({ q })))
    return results.map(({ id }) => Number(id))
  }

  it('decides between passages that answer a question in the same words', async () => {
    const asked = await ranked('When did Luisa Vela say that shelters opened?')
    expect(asked.indexOf(4)).toBeLessThan(asked.indexOf(0))
    expect(asked).toContain(0)
  })
})
