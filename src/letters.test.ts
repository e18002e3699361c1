import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordHash } from './ingest/passage-id.ts'
import { createHash } from 'node:crypto'
import { letterRuns, unitsOf } from './letters.ts'
import { wordCount } from './segment/dress.ts'

const piece = fc.constantFrom(
  'a',
  'É',
  'ñ',
  "'",
  '’',
  '-',
  ' ',
  '7',
  '½',
  'ª',
  'İ',
  'e\u0301',
  'Ж',
  '𝒜',
)
const text = fc.oneof(
  fc.array(piece).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

describe('letters without regular expressions', () => {
  it('finds the runs of letters that the pattern finds', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(letterRuns(any)).toEqual(any.match(/\p{L}+/gu) ?? [])
      }),
    )
  })

  it('reads the units that a text has, of long texts too', () => {
    const long = 'ñ𝒜'.repeat(500_000)
    for (const any of [long, '', ...fc.sample(text, 50)])
      expect(Buffer.from(unitsOf(any).buffer, 0, 2 * any.length).toString('utf16le')).toBe(any)
  })

  it('counts the words that the pattern counts', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(wordCount(any)).toBe(any.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0)
      }),
    )
  })

  it('names a passage by the SHA-256 of its letters and digits', () => {
    fc.assert(
      fc.property(text, (any) => {
        const words = any
          .normalize('NFC')
          .toLowerCase()
          .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
        const bits = BigInt(`0x${createHash('sha256').update(words).digest('hex')}`) >> 206n
        const letters = 'abcdefghijklmnopqrstuvwxyz234567'
        const name = [...bits.toString(32).padStart(10, '0')].map((d) => letters[parseInt(d, 32)])
        expect(wordHash(any)).toBe(name.join(''))
      }),
    )
  })
})
