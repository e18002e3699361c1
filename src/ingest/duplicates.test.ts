import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../model.ts'
import { readPrint } from '../lineage/print.ts'
import { amend, amendmentsOf } from './duplicates.ts'
import { wordHash } from './passage-id.ts'

const by = { by: 'detected', evidence: '' } as const
const words =
  'The government maintained efforts to protect victims and referred girls to shelters run by the ministry of women'

/** A passage of the document before the dot; its id has the hash of its words there. */
function passage(name: string, changes: Partial<Passage> = {}): Passage {
  const printed = changes.printed ?? words
  const [documentId, place] = name.split('.') as [string, string]
  return {
    id: `${documentId}.${wordHash(printed)}-${place}`,
    documentId,
    ordinal: 1,
    kind: 'paragraph',
    page: null,
    heading: null,
    section: 'protection',
    language: 'en',
    year: 2021,
    country: 'Peru',
    text: printed,
    repairs: [],
    offers: [],
    source: { file: '', start: 0, end: 0 },
    duplicateOf: null,
    labels: { language: by, section: by, year: by, country: by },
    ...changes,
    printed,
  }
}

const amendments = (passages: readonly Passage[]) => amendmentsOf(passages.map(readPrint))
const nameOf = (id: string | null) => id?.replace(/\..*-/, '.')
const duplicates = (passages: readonly Passage[]) =>
  Object.fromEntries(
    [...amendments(passages)].map(([id, { duplicateOf }]) => [nameOf(id), nameOf(duplicateOf)]),
  )

describe('duplicates', () => {
  it('are the same words in two files of one country, whatever their spacing and case', () => {
    const copy = passage('b.1', { printed: words.toUpperCase().replace(' and ', '  and\n') })
    expect(duplicates([passage('a.1'), copy])).toEqual({ 'b.1': 'a.1' })
  })

  it('never cross countries', () => {
    expect(duplicates([passage('a.1'), passage('b.1', { country: 'Chile' })])).toEqual({})
  })

  it('may be nearly the same words, but never of two years', () => {
    const printed = `${words} and of vulnerable populations in Lima, Cusco, Puno and Loreto during the whole of the year`
    const noisy = printed.replace('girls', 'gir1s')
    const near = (year: number) =>
      duplicates([passage('a.1', { printed }), passage('b.1', { printed: noisy, year })])
    expect(near(2021)).toEqual({ 'b.1': 'a.1' })
    expect(near(2022)).toEqual({})
    expect(duplicates([passage('a.1'), passage('b.1', { year: 2022 })])).toEqual({})
  })

  it('leave a stock sentence that one document says in two sections alone', () => {
    const again = passage('a.2', { section: 'prevention', ordinal: 2 })
    expect(duplicates([passage('a.1'), again])).toEqual({})
  })

  it('give a passage without a heading the section of the passage it repeats, and say so', () => {
    const bare = passage('b.1', { section: null, year: null })
    const whole = passage('z.1')
    const amended = amend(bare, amendments([bare, whole]).get(bare.id))
    expect(amended).toMatchObject({ section: 'protection', year: 2021, duplicateOf: whole.id })
    expect(amended.labels.section).toEqual({ by: 'inherited', evidence: `repeats ${whole.id}` })
  })

  it('come out the same in any order of files', () => {
    const passages = [
      passage('c.1'),
      passage('a.1', { section: null }),
      passage('b.1', { year: 2020 }),
      passage('d.1', { country: 'Chile' }),
      passage('e.1', { printed: `${words} again` }),
    ]
    const expected = duplicates(passages)
    fc.assert(
      fc.property(fc.shuffledSubarray(passages, { minLength: 5 }), (order) => {
        expect(duplicates(order)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})
