import { describe, expect, it } from 'vitest'
import { samplePassage } from '../lineage/sample-passage.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { parseParameters } from '../search/parameters.ts'
import { search } from '../search/search.ts'
import { exportResults } from './export.ts'
import { csvLine, exportFormats, type ExportFormat } from './formats.ts'

const text = (i: number) => `Officials identified ${i} victims, “boys” and girls; =SUM(A1)`
const context = sampleContext(
  Array.from({ length: 1203 }, (_, i) =>
    samplePassage({ documentId: `d${i % 3}`, ordinal: i + 1, year: 2019 + (i % 3), text: text(i) }),
  ),
)
const exported = async (format: ExportFormat, query: string) => {
  const parameters = parseParameters(new URLSearchParams(query))
  const options = { format, origin: 'https://example.org', date: '2026-01-31' }
  let whole = ''
  for await (const piece of exportResults(context, parameters, options)) whole += piece
  return whole
}

describe('exportResults', () => {
  it('has every result of the search in its order, beyond any page', async () => {
    const lines = (await exported('jsonl', 'q=victims')).trim().split('\n')
    const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id)
    const parameters = parseParameters(new URLSearchParams('q=victims'))
    const { total, results } = await search(context, { ...parameters, perPage: 5000 })
    expect(ids).toHaveLength(total)
    expect(ids).toEqual(results.map((result) => result.id))
  })

  it('gives each row its permalink, fingerprint, corpus version and query', async () => {
    const [line] = (await exported('jsonl', 'q=victims&year=2019&sort=year')).split('\n')
    expect(JSON.parse(line!)).toMatchObject({
      id: 'd0.1',
      permalink: 'https://example.org/p/d0.1',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      corpusVersion: 'sample',
      query: 'q=victims&year=2019&sort=year',
    })
  })

  it('begins a CSV with the byte order mark and ends its lines as spreadsheets do', async () => {
    const csv = await exported('csv', 'q=victims&year=2019')
    expect(csv.startsWith('\uFEFFid,permalink,document,')).toBe(true)
    expect(csv.match(/\r\n/g)).toHaveLength(402)
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('disarms a cell that begins with %j', (cell) => {
    expect(csvLine([cell]).replaceAll('"', '')).toBe(`'${cell}\r\n`)
  })

  it.each([
    ['ris', /^TY {2}- RPRT\r$/gm],
    ['bibtex', /^@techreport\{/gm],
  ] as const)('writes one record a result as %s', async (format, record) => {
    expect((await exported(format, 'q=victims&year=2019')).match(record)).toHaveLength(401)
  })

  it('writes CSL-JSON that parses, its notes carrying the proof', async () => {
    const items = JSON.parse(await exported('csl-json', 'q=victims&year=2019')) as {
      note: string
    }[]
    expect(items).toHaveLength(401)
    expect(items[0]!.note).toMatch(/SHA-256 [0-9a-f]{64}\. Corpus version sample\. Query q=victims/)
  })

  it.each(exportFormats)('is well-formed as %s where nothing is found', async (format) => {
    const whole = await exported(format, 'q=zzzzqqqq&exact=1')
    if (format === 'csl-json') expect(JSON.parse(whole)).toEqual([])
    expect(whole.split('\n').length).toBeLessThan(5)
  })
})
