import { describe, expect, it } from 'vitest'
import { generateQuotes, measureQuotes, seeded } from '../evaluate/quotes.ts'
import { samplePassage } from '../lineage/sample-passage.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { checkQuotes } from './check.ts'

const texts = [
  'Police opened forty new investigations and arrested sixty suspects during the reporting period of 2021.',
  'The courts convicted nine traffickers in the capital and sentenced them to twelve years each.',
  'The ministry ran three shelters for children and paid 1,250 families for schooling and medical care.',
]
const edition = (year: number, list: readonly string[]) =>
  list.map((text, i) => samplePassage({ documentId: `peru-${year}`, ordinal: i + 1, year, text }))
const repaired = samplePassage({
  documentId: 'peru-2019',
  ordinal: 1,
  year: 2019,
  printed: 'Los nifios recibieron apoyo del gobierno central.',
  text: 'Los niños recibieron apoyo del gobierno central.',
  repairs: [{ rule: 'r', span: { start: 6, end: 7 }, before: 'fi', after: 'ñ', confidence: 1 }],
})
const source = sampleContext([
  ...edition(2021, texts),
  ...edition(2022, [texts[1]!.replace('nine', 'ten'), texts[2]!]),
  repaired,
])
const check = async (draft: string, year: number | null = null) => {
  const { quotations } = await checkQuotes(source, draft, { year })
  return quotations.map(({ status, matches }) => `${status} ${matches[0]?.id ?? ''}`.trim())
}

describe('checkQuotes', () => {
  it.each([
    [
      'exact',
      'It says that “The courts convicted nine traffickers in the capital.”',
      ['exact peru-2021.2'],
    ],
    [
      'altered',
      'It says “courts convicted eleven traffickers in the capital”',
      ['altered peru-2021.2'],
    ],
    ['repaired', '«Los niños recibieron apoyo del gobierno»', ['repaired peru-2019.1']],
    ['as printed', '«Los nifios recibieron apoyo del gobierno»', ['exact peru-2019.1']],
    ['not found', '“Completely different words stand here today”', ['not-found']],
    ['without marks', 'The ministry ran three shelters for children', ['exact peru-2022.2']],
    [
      'of the year that the draft names',
      'The 2021 report: “ran three shelters for children and paid 1,250 families”.',
      ['exact peru-2021.3'],
    ],
    [
      'from another year than the draft names',
      'In the 2022 report, “arrested sixty suspects during the reporting period”.',
      ['other-year peru-2021.1'],
    ],
    [
      'over the end of a passage',
      '“during the reporting period of 2021. The courts convicted nine traffickers”',
      ['exact peru-2021.1'],
    ],
    [
      'several, in their order',
      '“convicted ten traffickers in the capital” and “convicted nine traffickers in the capital”',
      ['exact peru-2022.1', 'exact peru-2021.2'],
    ],
  ])('finds a quotation %s', async (_name, draft, expected) => {
    expect(await check(draft)).toEqual(expected)
  })

  it('shows what was altered', async () => {
    const { quotations } = await checkQuotes(
      source,
      '“paid 1,520 families for schooling and medical care”',
    )
    const [{ diff, quotation, matches }] = quotations as [(typeof quotations)[0]]
    const changed = diff.filter((part) => part.kind !== 'equal')
    expect(changed).toHaveLength(1)
    expect(changed[0]!.figure).toBe(true)
    expect(quotation.text.slice(changed[0]!.left.start, changed[0]!.left.end)).toBe('1,520')
    expect(matches[0]!.found).toContain('1,250')
  })

  it('takes the year it is told', async () => {
    expect(await check('arrested sixty suspects during the reporting period', 2022)).toEqual([
      'other-year peru-2021.1',
    ])
  })

  it('never calls an altered quotation exact, and finds where it is from', async () => {
    const passages = [...source.store.all()]
    const quotes = generateQuotes(passages, 60, seeded(7))
    const { failures, ...measures } = await measureQuotes(source, quotes)
    expect(failures).toEqual([])
    expect(measures).toEqual({
      unaltered: 30,
      confirmed: 30,
      altered: 30,
      falselyExact: 0,
      traced: 30,
      trueElsewhere: 0,
    })
  })
})
