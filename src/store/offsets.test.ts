import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeOffsets, encodeOffsets } from './offsets.ts'

describe('decodeOffsets', () => {
  it('finds every id at its place, and hardly anything for others', () => {
    const ids = fc.uniqueArray(fc.string(), { minLength: 0, maxLength: 200 })
    fc.assert(
      fc.property(ids, (all) => {
        const table = decodeOffsets(encodeOffsets(all, [...all.keys(), all.length]))!
        for (const [position, id] of all.entries()) {
          expect(table.candidates(id)).toContain(position)
          expect(table.range(position)).toEqual({ start: position, end: position + 1 })
        }
        expect(table.candidates(`${all.join('')}.`).length).toBeLessThan(2)
      }),
      { numRuns: 30 },
    )
  })

  it('refuses a file that is cut short or another’s', () => {
    const file = encodeOffsets(['a', 'b'], [0, 1, 2])
    expect(decodeOffsets(file.subarray(0, -1))).toBeNull()
    expect(decodeOffsets(new Uint8Array(64))).toBeNull()
    expect(decodeOffsets(new Uint8Array(3))).toBeNull()
  })
})
