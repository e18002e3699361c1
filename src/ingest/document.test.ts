import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Passage, SourceDocument } from '../model.ts'
import { loadTaxonomy } from '../load/taxonomy.ts'
import { readPrint } from '../lineage/print.ts'
import { amend, amendmentsOf } from './duplicates.ts'
import { ingestDocument, type DocumentTools } from './document.ts'

const root = join(import.meta.dirname, '../..')
/** The gold's file numbers, and the same files under the names they have in corpus/. */
const seeds = {
  '000': 'tip-2022-peru-en.txt',
  '001': 'tip-2021-peru-en.txt',
  '002': 'tip-2021-peru-en-excerpt.txt',
  '003': 'tip-2015-peru-en-webpage.txt',
  '004': 'tip-2019-peru-es.txt',
} as const

interface GoldRow {
  readonly file: string
  readonly section: string
  readonly lang: string
  readonly year: string
  readonly kind: string
  readonly is_passage: string
  readonly first8: string
  readonly last8: string
  readonly words: string
}

const gold = rowsOf<GoldRow>('seed-passages.tsv').filter((row) => row.is_passage === '1')

function rowsOf<T>(name: string): T[] {
  const [head, ...lines] = readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
    .trimEnd()
    .split('\n')
  const columns = head!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as T
  })
}

function seedDocument(file: keyof typeof seeds, name: string): SourceDocument {
  return {
    id: name.replace(/\.txt$/, ''),
    file: name,
    format: 'text',
    encoding: 'utf-8',
    hash: '',
    text: readFileSync(join(root, 'corpus', seeds[file]), 'utf8'),
    pages: [],
    marks: [],
    declared: {},
  }
}

const tools = { taxonomy: loadTaxonomy() }
const ends = (text: string) => {
  const words = text.split(' ')
  return `${words.slice(0, 8).join(' ')} … ${words.slice(-8).join(' ')}`
}
const passagesOf = (file: keyof typeof seeds, name: string): readonly Passage[] =>
  ingestDocument(seedDocument(file, name), tools).passages

describe.each([
  ['their own names', (file: keyof typeof seeds) => seeds[file]],
  ['names that say nothing', (file: keyof typeof seeds) => `${file}_e769e8d10a42be52.txt`],
])('the five seed reports under %s', (_, nameOf) => {
  const files = ['000', '001', '002', '003', '004'] as const
  const amendments = amendmentsOf(
    files.flatMap((file) => passagesOf(file, nameOf(file)).map(readPrint)),
  )
  for (const file of files) {
    const rows = gold.filter((row) => row.file === file)
    const passages = passagesOf(file, nameOf(file))

    it(`${file}: come out as the ${rows.length} passages a person marked`, () => {
      expect(passages.map((passage) => ends(passage.printed))).toEqual(
        rows.map((row) => `${row.first8} … ${row.last8}`),
      )
      // Dashes standing alone count as words for some and not for others.
      passages.forEach((passage, index) =>
        expect(
          Math.abs(passage.printed.split(' ').length - Number(rows[index]!.words)),
        ).toBeLessThan(3),
      )
    })

    it(`${file}: have the language and the year a person gave them`, () => {
      expect(passages.map((passage) => [passage.language, passage.year])).toEqual(
        rows.map((row) => [row.lang, Number(row.year)]),
      )
    })

    it(`${file}: stand in the section a person gave them`, () => {
      const amended = passages.map((passage) => amend(passage, amendments.get(passage.id)))
      expect(amended.map((passage) => passage.section)).toEqual(rows.map((row) => row.section))
    })
  }

  it('finds the excerpt inside the report it is from, and nothing else twice', () => {
    const [report, excerpt] = [nameOf('001'), nameOf('002')].map((name) => name.slice(0, -4))
    const pairs = [...amendments].map(([id, { duplicateOf }]) => [id, duplicateOf])
    const ids = passagesOf('002', nameOf('002')).map((passage) => passage.id)
    expect(pairs).toEqual(ids.map((id) => [id, id.replace(excerpt!, report!)]))
  })
})

const twice =
  'PROTECTION\n\nThe law of 1998 protects.\n\nA court convicted two.\n\nThe law of 1998 protects.\n'
const ids = (printed: string, extra: Partial<DocumentTools> = {}) =>
  ingestDocument(
    { ...seedDocument('000', 'a.txt'), text: printed },
    { ...tools, ...extra },
  ).passages.map((passage) => passage.id)

const report = (text: string) =>
  ingestDocument({ ...seedDocument('000', 'a.txt'), text }, tools).document

describe('a year on the line under the title', () => {
  const sentence = 'The government respected the rights of its citizens in 2018, as in 2017.'

  it('is the edition, and furniture', () => {
    const document = report(`Country reports on Freedonia\n2019\n\n${sentence}\n`)
    expect(document.year).toBe(2019)
    expect(document.furniture.map(({ printed }) => printed)).toContain('2019')
  })

  it('is no edition once the text has begun', () => {
    expect(report(`Country reports\n\n${sentence} ${sentence}\n\n2019\n`).year).toBeNull()
  })
})

describe('a heading inside its paragraph', () => {
  const prose = 'Courts heard the appeals of three men and sent them back to prison.'
  const text = `Prison Conditions\n\n${prose}\n\nAdministration: ${prose}\n\nNobody answered. ${prose}\n\nRecommendations: ${prose}\n\nTrial Procedures\n\n${prose} Twice.`
  const { passages } = ingestDocument({ ...seedDocument('000', 'a.txt'), text }, tools)

  it('is the heading of its passage and of those after it, up to the next', () => {
    expect(passages.map(({ heading }) => heading)).toEqual([
      'Prison Conditions',
      'Administration',
      'Administration',
      'Recommendations',
      'Trial Procedures',
    ])
  })

  it('stays in the text, and in the section it divides unless it opens a known one', () => {
    expect(passages[1]!.text).toBe(`Administration: ${prose}`)
    expect(text.slice(passages[1]!.source.start, passages[1]!.source.end)).toBe(passages[1]!.text)
    expect(passages.map(({ section }) => section)).toEqual([
      'prison-conditions',
      'prison-conditions',
      'prison-conditions',
      'recommendations',
      'trial-procedures',
    ])
  })
})

describe('a passage id', () => {
  it('stays when a repair rule is new', () => {
    const upper = {
      vocabulary: { clean: [], unread: [] },
      repair: (printed: string) => ({ text: printed.toUpperCase(), repairs: [], offers: [] }),
    }
    expect(ids(twice, { createRepairer: () => upper })).toEqual(ids(twice))
  })

  it('stays when neighbours come, go or change places', () => {
    const moved = 'A court convicted two.\n\nSomething new is said.\n\nThe law of 1998 protects.\n'
    const kept = ids(moved).filter((id) => ids(twice).includes(id))
    expect(kept.toSorted()).toEqual(ids(twice).slice(0, 2).toSorted())
  })

  it('stays when spacing, case and line breaks change, and moves when a word does', () => {
    expect(ids('The  LAW of\n1998 protects.')).toEqual([ids(twice)[0]])
    expect(ids('The law of 1999 protects.')).not.toEqual([ids(twice)[0]])
  })

  it('is told apart by a counter where the same is said twice', () => {
    expect(ids(twice)[2]).toBe(`${ids(twice)[0]}-2`)
  })
})
