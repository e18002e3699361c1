import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSink, written } from './numbers.ts'
import { BLOCK, decodeDocs, decodePositions, encode, type Occurrences } from './postings.ts'

const ascending = (most: number, size: { minLength: number; maxLength: number }) =>
  fc.uniqueArray(fc.nat(most), size).map((values) => Uint32Array.from(values).toSorted())

const posting = ascending(5000, { minLength: 1, maxLength: 200 })

const lists = ascending(2 ** 30, { minLength: 0, maxLength: 3 * BLOCK }).chain((docs) =>
  fc.array(posting, { minLength: docs.length, maxLength: docs.length }).map((positions) => ({
    docs,
    counts: Uint32Array.from(positions, (one) => one.length),
    positions: Uint32Array.from(positions.flatMap((one) => [...one])),
    length: docs.length,
  })),
)

function encoded(list: Occurrences) {
  const encoder = { docs: createSink(1), positions: createSink(1), skip: new Uint32Array(1) }
  const skip = encode(list, encoder).slice()
  return {
    skip,
    docs: written(encoder.docs).slice(),
    positions: written(encoder.positions).slice(),
  }
}

describe('a list of postings', { timeout: 60_000 }, () => {
  it('is what it was once decoded', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const bytes = encoded(list)
        const docs = new Uint32Array(list.length)
        const counts = new Uint32Array(list.length)
        const place = { bytes: bytes.docs, at: 0 }
        decodeDocs(place, list.length, { docs, counts, from: 0, previous: -1 })
        expect([...docs]).toEqual([...list.docs])
        expect([...counts]).toEqual([...list.counts])
        expect(place.at).toBe(bytes.docs.length)
        const positions = new Uint32Array(list.positions.length)
        const at = { bytes: bytes.positions, at: 0 }
        let from = 0
        for (const count of counts) {
          decodePositions(at, count, { target: positions, from })
          from += count
        }
        expect([...positions]).toEqual([...list.positions])
      }),
      { numRuns: 60 },
    )
  })

  it('can be entered at any block', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { skip, docs: bytes } = encoded(list)
        expect(skip.length).toBe(list.length > BLOCK ? Math.ceil(list.length / BLOCK) * 3 : 0)
        for (let block = 0; block * 3 < skip.length; block++) {
          const from = block * BLOCK
          const length = Math.min(BLOCK, list.length - from)
          const docs = new Uint32Array(length)
          const place = { bytes, at: block === 0 ? 0 : skip[block * 3 - 2]! }
          const previous = block === 0 ? -1 : skip[block * 3 - 3]!
          decodeDocs(place, length, { docs, counts: new Uint32Array(length), from: 0, previous })
          expect([...docs]).toEqual([...list.docs.subarray(from, from + length)])
        }
      }),
      { numRuns: 30 },
    )
  })
})
