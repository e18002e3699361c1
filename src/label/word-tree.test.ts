import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createWordTree } from './word-tree.ts'

it('tells what stands under each word of a text, and which are in lower case', () => {
  const known = new Map([
    ['la', 1],
    ['las', 2],
    ['más', 3],
    ['a', 4],
  ])
  const tree = createWordTree(known)
  const piece = fc.constantFrom('la', 'LAS', 'Más', 'mas', 'a', 's', 'İ', 'ß', ' ', '-', '’', '7')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const told: unknown[] = []
      tree.visit(text, (value, isSmall) => told.push([value, isSmall]))
      const words = text.match(/\p{L}+/gu) ?? []
      expect(told).toEqual(
        words.map((word) => [known.get(word.toLowerCase()), word === word.toLowerCase()]),
      )
    }),
    { numRuns: 500 },
  )
})
