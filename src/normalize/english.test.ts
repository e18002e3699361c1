import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countLongWords } from './english.ts'

it('looks at the long words with m or rn, whatever stands around them', () => {
  const piece = fc.constantFrom('modern', 'Government', 'RNM', 'rn', 'm', 'abcdef', '1', '_', 'é')
  const gap = fc.constantFrom('', ' ', '-', '’', '.\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, gap)), (parts) => {
      const text = parts.flat().join('')
      const words = (text.match(/\b[A-Za-z]{6,}\b/g) ?? []).filter((word) => /m|rn/.test(word))
      const counts = new Map<string, number>()
      for (const word of words.map((each) => each.toLowerCase()))
        counts.set(word, (counts.get(word) ?? 0) + 1)
      expect([...countLongWords(text).counts]).toEqual([...counts])
    }),
    { numRuns: 500 },
  )
})
