import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedWords, hashOf } from './shingles.ts'
import { readWords } from './word-hashes.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'Trata',
        'víctimas',
        'n̈',
        'ΟΔΟΣ',
        'İ',
        'ﬁ',
        '12',
        '½',
        '한',
        '𝒜',
        ' ',
        '-',
        'a1b2c3',
      ),
    )
    .map((parts) => parts.join('')),
)

describe('the words of a text as numbers', () => {
  it('are those of its folded words', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const words = foldedWords(sample)
        const { hashes, stems } = readWords(sample)
        expect([...hashes]).toEqual(words.map(hashOf))
        expect([...stems]).toEqual(
          words.map((word) =>
            word.length >= 6 && !/\d/.test(word) ? hashOf(`~${word.slice(0, 5)}`) : 0,
          ),
        )
      }),
      { numRuns: 2000 },
    )
  })
})
