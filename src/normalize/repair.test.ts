import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, composeEdits, type Edit } from './edits.ts'
import { createRepairer, undo } from './repair.ts'

const repair = (text: string) => createRepairer(text, { lexicon: null }).repair(text, 'und')

describe('repair', () => {
  it('gives the printed text back, byte for byte, whatever was printed', () => {
    const odd = fc.constantFrom('\u200b', 'e\u0301', '\ufb01', '\u00ad', 'a', ' ', '\n', '\ud800')
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, fc.string()), { maxLength: 30 }), (parts) => {
        const printed = parts.join('')
        const { text, repairs } = repair(printed)
        expect(undo(text, repairs)).toBe(printed)
      }),
    )
  })
})

const editsOf = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.constantFrom('', 'x', 'yz')), { maxLength: 6 })
    .map((cuts): Edit[] => {
      const at = [...new Set(cuts.map(([position]) => position))].toSorted((a, b) => a - b)
      return at.flatMap((start, i) =>
        i % 2 === 0 && at[i + 1] !== undefined
          ? [{ rule: 'r', start, end: at[i + 1]!, after: cuts[i]![1], confidence: 1 }]
          : [],
      )
    })

describe('composeEdits', () => {
  it('does in one pass what both lists do one after the other', () => {
    fc.assert(
      fc.property(
        fc
          .string({ minLength: 3, maxLength: 20 })
          .chain((text) =>
            editsOf(text).chain((first) =>
              editsOf(applyEdits(text, first)).map((second) => ({ text, first, second })),
            ),
          ),
        ({ text, first, second }) => {
          const both = applyEdits(applyEdits(text, first), second)
          expect(applyEdits(text, composeEdits(text, first, second))).toBe(both)
        },
      ),
    )
  })
})
