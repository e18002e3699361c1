import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentIds, slug } from './slug.ts'

const ids = (...files: string[]) => Object.fromEntries(documentIds(files))

describe('documentIds', () => {
  it('slugs the path without its extension', () => {
    expect(ids('tip-2021-peru-en.txt', 'Informes/TIP 2019, Perú.pdf')).toEqual({
      'tip-2021-peru-en.txt': 'tip-2021-peru-en',
      'Informes/TIP 2019, Perú.pdf': 'informes-tip-2019-peru',
    })
  })

  it('tells files apart that share a slug, by extension and then by number', () => {
    expect(ids('a b.txt', 'a-b.txt', 'a-b.pdf')).toEqual({
      'a-b.pdf': 'a-b-pdf',
      'a b.txt': 'a-b-txt',
      'a-b.txt': 'a-b-txt-2',
    })
  })

  it('names every file once, whatever its name and their order', () => {
    const files = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 30 })
    fc.assert(
      fc.property(files, (names) => {
        const forward = documentIds(names)
        expect(new Set(forward.values()).size).toBe(names.length)
        expect([...documentIds(names.toReversed())].toSorted()).toEqual([...forward].toSorted())
      }),
    )
  })

  it('keeps ids free of anything a path or an address could trip over', () => {
    expect(slug('../a\n\u202e%2f?.txt')).toBe('a-2f-txt')
  })
})
