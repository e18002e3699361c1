import { describe, expect, it } from 'vitest'
import type { Passage } from '../model.ts'
import { compareDocuments, joined } from './compare.ts'
import { samplePassage } from './sample-passage.ts'

const police =
  'Police opened forty new investigations and arrested sixty suspects during the reporting period.'
const courts =
  'The courts convicted nine traffickers in the capital and sentenced them to twelve years each.'
const shelter =
  'The ministry ran three shelters for children and paid for their schooling and medical care.'
const budget =
  'Observers noted that funding remained inadequate in every region of the country except one.'

const document = (id: string, texts: readonly (readonly [string, string])[]): Passage[] =>
  texts.map(([section, text], i) =>
    samplePassage({
      documentId: id,
      ordinal: i + 1,
      section,
      heading: section.toUpperCase(),
      text,
    }),
  )
const kinds = (left: Passage[], right: Passage[]) =>
  compareDocuments(left, right).sections.map(
    (section) => `${section.section}: ${section.rows.map((row) => row.kind).join(' ')}`,
  )

describe('compareDocuments', () => {
  it('says what stayed, changed, was dropped and is new, section by section', () => {
    const left = document('a', [
      ['prosecution', police],
      ['prosecution', courts],
      ['protection', shelter],
    ])
    const right = document('b', [
      ['prosecution', courts.replace('nine', 'ten')],
      ['protection', shelter],
      ['protection', budget],
    ])
    expect(kinds(left, right)).toEqual(['prosecution: dropped revised', 'protection: same new'])
    const { counts, words } = compareDocuments(left, right)
    expect(counts).toMatchObject({ same: 1, revised: 1, dropped: 1, new: 1 })
    expect(words).toEqual({ removed: 14, added: 15 })
  })

  it('puts the parts of a split passage, and a merged one, in one row', () => {
    const whole = document('a', [['protection', `${police} ${shelter}`]])
    const parts = document('b', [
      ['protection', police],
      ['protection', shelter],
    ])
    expect(kinds(whole, parts)).toEqual(['protection: split'])
    expect(kinds(parts, whole)).toEqual(['protection: merged'])
  })

  it('keeps a section that was removed where it stood', () => {
    const left = document('a', [
      ['summary', police],
      ['reproductive-rights', budget],
      ['protection', shelter],
    ])
    const right = document('b', [
      ['summary', police],
      ['protection', shelter],
    ])
    expect(kinds(left, right)).toEqual([
      'summary: same',
      'reproductive-rights: dropped',
      'protection: same',
    ])
  })

  it('marks a passage that moved to another section', () => {
    const left = document('a', [['prosecution', courts]])
    const right = document('b', [['protection', courts]])
    expect(compareDocuments(left, right).sections[0]!.rows[0]).toMatchObject({
      kind: 'same',
      moved: true,
    })
  })

  it('gives a diff whose spans cover both sides', () => {
    const left = document('a', [['protection', courts]])
    const right = document('b', [['protection', courts.replace('twelve', 'ten')]])
    const row = compareDocuments(left, right).sections[0]!.rows[0]!
    expect(
      row.diff.map((part) => joined(row.left).slice(part.left.start, part.left.end)).join(''),
    ).toBe(courts)
    expect(row.diff.filter((part) => part.kind === 'changed')).toHaveLength(1)
  })
})
