import { describe, expect, it } from 'vitest'
import { loadCiter } from '../load/citer.ts'
import { samplePassage } from '../lineage/sample-passage.ts'
import type { Passage } from '../model.ts'
import { toCslItem } from './item.ts'
import { quotationText } from './quotation.ts'
import { toBibtex, toRis } from './records.ts'
import { sampleDocument } from './sample-document.ts'
import { fingerprintOf, selectorsOf, sourceLink } from './selectors.ts'

const report = sampleDocument({
  title: '2021 Trafficking in Persons Report: Peru',
  publisher: 'U.S. Department of State',
  year: 2021,
})
const passage = (values: Partial<Passage>) =>
  samplePassage({
    documentId: 'tip',
    ordinal: 21,
    year: 2021,
    heading: 'PROSECUTION:',
    text: 'Police opened 10% more cases & closed none.',
    ...values,
  })
const access = { permalink: 'https://example.org/p/tip.21', date: '2026-11-22' }
const itemOf = (values: Partial<Passage>) => toCslItem(passage(values), report, access)
const cited = (values: Partial<Passage>, language: 'en' | 'es' = 'en') =>
  loadCiter().cite(passage(values), itemOf(values), language)
const repair = { rule: 'r', span: { start: 0, end: 1 }, before: 'x', after: 'y', confidence: 1 }

describe('a citation', () => {
  it.each([
    [
      'chicago',
      'U.S. Department of State, 2021 Trafficking in Persons Report: Peru (2021), 7, Prosecution, para. 21, accessed November 22, 2026, https://example.org/p/tip.21.',
      'U.S. Department of State. 2021 Trafficking in Persons Report: Peru. 2021. Accessed November 22, 2026. https://example.org/p/tip.21.',
    ],
    [
      'bluebook',
      'U.S. Department of State, 2021 Trafficking in Persons Report: Peru 7, § Prosecution, ¶ 21 (2021), https://example.org/p/tip.21 (last visited Nov 22, 2026)',
      null,
    ],
    [
      'apa',
      '(U.S. Department of State, 2021, p. 7, Prosecution section, para. 21)',
      'U.S. Department of State. (2021). 2021 Trafficking in Persons Report: Peru. https://example.org/p/tip.21',
    ],
  ] as const)('points at page, section and paragraph in %s', (style, note, bibliography) => {
    expect(cited({ page: 7 })[style]).toEqual({ note, bibliography })
  })

  it('does without page and heading', () => {
    const { chicago, apa } = cited({ heading: null })
    expect(chicago.note).toContain('(2021), para. 21, accessed')
    expect(apa.note).toBe('(U.S. Department of State, 2021, para. 21)')
  })

  it('speaks Spanish', () => {
    expect(cited({}, 'es').chicago.note).toContain('párr. 21, accedido 22 de noviembre de 2026')
  })

  it('says that the text was read by a machine', () => {
    const { chicago } = cited({ repairs: [repair, repair] })
    expect(chicago.note).toMatch(/\. \[Machine-read text; 2 repairs\.\]$/)
    expect(itemOf({ repairs: [repair] }).note).toContain('machine-read text; 1 repair')
  })

  it('follows the quotation letter for letter', () => {
    const text = quotationText(passage({}), cited({}).chicago)
    expect(text).toMatch(/^“Police opened 10% more cases & closed none\.”\n\nU\.S\. Department/)
  })
})

describe('a record', () => {
  it('escapes what BibTeX takes for syntax', () => {
    const record = toBibtex(itemOf({ page: 7 }))
    expect(record).toContain('@techreport{tip.21,')
    expect(record).toContain('author = {{U.S. Department of State}},')
    expect(record).toContain('abstract = {Police opened 10\\% more cases \\& closed none.},')
  })

  it('is one RIS line a field, whatever line ends the text has', () => {
    const record = toRis(itemOf({ text: 'one\r\nTY  - BOOK' }))
    expect(record.match(/^TY {2}- /gm)).toHaveLength(1)
    expect(record).toContain('AB  - one TY - BOOK')
    expect(record.endsWith('ER  - \r\n\r\n')).toBe(true)
  })
})

describe('a pointer into the source', () => {
  it('is the SHA-256 of the printed text', () => {
    expect(fingerprintOf('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('quotes the printed text with what stands around it', () => {
    const selectors = selectorsOf(
      passage({ text: 'repaired', printed: 'rcpaired' }),
      undefined,
      passage({}),
    )
    expect(selectors[0]).toMatchObject({
      exact: 'rcpaired',
      prefix: '',
      suffix: 'Police opened 10% more cases & c',
    })
    expect(selectors[1]).toEqual({ type: 'TextPositionSelector', start: 0, end: 8 })
  })

  it.each([
    [null, null],
    ['ftp://example.org/a', null],
    [
      'https://example.org/a#top',
      'https://example.org/a#:~:text=Police%20opened%2010%25%20more%20cases%20%26%20closed%20none.',
    ],
    ['https://example.org/a.pdf', 'https://example.org/a.pdf#page=7'],
  ])('links %s to %s', (url, link) => {
    expect(sourceLink(passage({ page: 7 }), url)).toBe(link)
  })
})
