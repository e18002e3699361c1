import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage, Repair } from '../model.ts'
import { samplePassage } from '../lineage/sample-passage.ts'
import { decodePassage, encodePassage } from './passage-line.ts'

const repair: Repair = {
  rule: 'misread-letters',
  span: { start: 0, end: 1 },
  before: 'n',
  after: 'ñ',
  confidence: 0.9,
}
const sample = samplePassage({ documentId: 'a', ordinal: 1, text: 'Los niños.' })
const repairs = fc.constantFrom<readonly Repair[]>([], [repair])
const passages: fc.Arbitrary<Passage> = fc
  .record({
    printed: fc.string({ unit: 'grapheme' }),
    repaired: fc.option(fc.string(), { nil: null }),
    repairs,
    offers: repairs,
    page: fc.constantFrom(null, 3),
    duplicateOf: fc.constantFrom(null, 'a.1'),
  })
  .map(({ repaired, ...rest }) => ({ ...sample, ...rest, text: repaired ?? rest.printed }))

describe('a passage written as a line', () => {
  it('is read as it was', () => {
    fc.assert(
      fc.property(passages, (passage) => {
        const line = encodePassage(passage)
        expect(line).not.toContain('\n')
        expect(decodePassage(line)).toEqual(passage)
      }),
    )
  })
  it('says a text once that is as it was printed', () => {
    const text = 'The police detained twelve people.'
    const line = encodePassage({ ...sample, printed: text, text })
    expect(line.split(text)).toHaveLength(2)
  })
})
