import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { withinDistance } from '../distance.ts'
import { createDictionaryBuilder, openDictionary, type Dictionary } from './dictionary.ts'
import { createIndexFile } from './file-writer.ts'
import { openIndexFile, type IndexFile } from './file.ts'
import { buildTrie, nearTerms, openTrie } from './trie.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasaje-dictionary-'))
afterAll(() => rmSync(folder, { recursive: true }))

function withTerms(terms: readonly string[], use: (d: Dictionary, f: IndexFile) => void): void {
  const path = join(folder, 'terms.bin')
  const writer = createIndexFile(path)
  const builder = createDictionaryBuilder()
  for (const term of terms) builder.add(term)
  const sections = builder.sections()
  writer.finish({ ...sections, ...buildTrie(sections.text, sections.starts) }, null)
  const file = openIndexFile(path)
  use(openDictionary(file), file)
  file.close()
}

const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ñ'), minLength: 1, maxLength: 9 })
const terms = fc
  .uniqueArray(fc.oneof(few, fc.string({ maxLength: 6 })), { maxLength: 80 })
  .map((all) => all.filter((term) => term !== '').toSorted())

describe('a dictionary', { timeout: 60_000 }, () => {
  it('finds the terms it has, by word and by prefix, and no others', () => {
    fc.assert(
      fc.property(terms, few, (sorted, other) => {
        withTerms(sorted, (dictionary) => {
          expect(dictionary.size).toBe(sorted.length)
          sorted.forEach((term, ordinal) => {
            expect(dictionary.term(ordinal)).toBe(term)
            expect(dictionary.find(term)).toBe(ordinal)
          })
          expect(dictionary.find(other)).toBe(sorted.indexOf(other))
          for (const prefix of ['', other, other.slice(0, 2)]) {
            const { from, to } = dictionary.range(prefix)
            const within = sorted.filter((term) => term.startsWith(prefix))
            expect(Array.from({ length: to - from }, (_, i) => dictionary.term(from + i))).toEqual(
              within,
            )
          }
        })
      }),
      { numRuns: 30 },
    )
  })

  it('sorts as JavaScript does, whatever the alphabet', () => {
    const many = Array.from({ length: 700 }, (_, i) => String.fromCharCode(0x3a0 + i * 7) + 'x')
    const sorted = [...many, 'a', 'zz', '😀'].toSorted()
    withTerms(sorted, (dictionary) => {
      expect(sorted.every((term, ordinal) => dictionary.find(term) === ordinal)).toBe(true)
    })
  })

  it('finds every term that is near a word, and how near', () => {
    fc.assert(
      fc.property(terms, few, fc.integer({ min: 0, max: 3 }), (sorted, word, most) => {
        const found: [string, number][] = []
        withTerms(sorted, (dictionary, file) => {
          const trie = openTrie(file, dictionary)
          nearTerms({ trie, dictionary }, { word, distance: most }, (ordinal, at) =>
            found.push([dictionary.term(ordinal), at]),
          )
        })
        const expected = sorted
          .map((term) => [term, withinDistance(term, word, most)] as const)
          .filter(([term, at]) => term[0] === word[0] && at !== null)
        expect(found).toEqual(expected)
      }),
      { numRuns: 60, examples: [[['bañ', 'bañb'], 'bb', 2]] },
    )
  })
})
