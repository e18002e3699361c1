import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createWordTable } from './word-table.ts'

it('gives every word, in whatever case and place, what was made of it, and makes that once', () => {
  const word = fc.stringMatching(/^[a-cA-CáÁñÑßÿ]{1,4}$/)
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3000 }), (words) => {
      const made: string[] = []
      const table = createWordTable((each) => {
        made.push(each)
        return `<${each}>`
      })
      const text = words.join(' ')
      const units = Uint16Array.from(text, (letter) => letter.charCodeAt(0))
      let at = 0
      for (const each of words) {
        expect(table.get(units, at, at + each.length)).toBe(`<${each.toLowerCase()}>`)
        at += each.length + 1
      }
      expect(made).toEqual([...new Set(words.map((each) => each.toLowerCase()))])
    }),
    { numRuns: 50 },
  )
})
