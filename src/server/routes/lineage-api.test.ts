import { describe, expect, it } from 'vitest'
import { samplePassage } from '../../lineage/sample-passage.ts'
import { sampleContext } from '../../testing/sample-context.ts'
import { createApp } from '../app.tsx'
import { fixedGeneration } from '../generations.ts'
import { createLibrary } from '../library.ts'

const courts =
  'The courts convicted nine traffickers in the capital and sentenced them to long terms.'
const shelter =
  'The ministry ran three shelters for children and paid for their schooling and care.'
const edition = (year: number, texts: readonly string[]) =>
  texts.map((text, i) => samplePassage({ documentId: `peru-${year}`, ordinal: i + 1, year, text }))
const tombstone = (id: string, printed: string) => ({
  id,
  documentId: 'peru-2021',
  ordinal: 1,
  section: 'protection',
  year: 2021,
  printed,
  lastVersion: 'v0',
})
const context = sampleContext(
  [...edition(2021, [courts, shelter]), ...edition(2022, [courts.replace('nine', 'ten')])],
  {
    tombstones: [
      tombstone('peru-2021.old', courts.replace('nine', 'eight')),
      tombstone('peru-2021.lost', 'Nothing remotely like this remains.'),
    ],
  },
)
const files = {
  css: { url: '/a.css', type: 'text/css', body: '' },
  js: { url: '/a.js', type: 'text/javascript', body: '' },
  version: '0',
}
const library = createLibrary({ ...context, close: async () => {} })
const app = createApp({ generations: fixedGeneration(library), files })
const get = async (path: string) => app.request(`/api/v1${path}`)
/** The parts of answers that tests reach into. */
interface Body {
  readonly fingerprint: string
  readonly fingerprintMatches: boolean
  readonly terms: readonly { years: readonly unknown[]; contexts: readonly { match: string }[] }[]
  readonly quotations: readonly unknown[]
  readonly counts: object
}
const json = async (path: string) => (await (await get(path)).json()) as Body

describe('GET /passages/{id}', () => {
  it('has printed text, context, versions, fingerprint, selectors and citations', async () => {
    const body = await (await get('/passages/peru-2021.1')).json()
    expect(body).toMatchObject({
      id: 'peru-2021.1',
      printed: courts,
      versions: [{ id: 'peru-2022.1', year: 2022, language: 'en', relation: 'revised' }],
      duplicates: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      context: { before: [], after: [{ id: 'peru-2021.2' }] },
      selectors: [{ type: 'TextQuoteSelector', exact: courts }, { type: 'TextPositionSelector' }],
      citations: { chicago: {}, bluebook: {}, apa: {}, csl: { type: 'report' } },
    })
  })

  it('says whether a fingerprint is that of the printed text', async () => {
    const { fingerprint } = await json('/passages/peru-2021.1')
    const state = async (f: string) =>
      (await json(`/passages/peru-2021.1?f=${f}`)).fingerprintMatches
    expect(await state(fingerprint)).toBe(true)
    expect(await state(fingerprint.slice(0, 12))).toBe(true)
    expect(await state('0'.repeat(64))).toBe(false)
  })

  it('shows what changed words became, and 410 where nothing is like them', async () => {
    const changed = await get('/passages/peru-2021.old')
    expect(changed.status).toBe(200)
    expect(await changed.json()).toMatchObject({ state: 'changed', nearest: { id: 'peru-2021.1' } })
    expect((await get('/passages/peru-2021.lost')).status).toBe(410)
    expect((await get('/passages/peru-2021.never')).status).toBe(404)
  })
})

describe('GET /trends', () => {
  it('counts by year, as JSON and as CSV', async () => {
    const { terms } = await json('/trends?q=convicted&q=shelters&contexts=1')
    const counts = { mentions: 1, passages: 1, words: 28, per100k: 3571.43 }
    expect(terms[0]!.years[0]).toEqual({ year: 2021, ...counts })
    expect(terms[1]!.contexts[0]!.match).toBe('shelters')
    const csv = await get('/trends?q=convicted&format=csv')
    expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(await csv.text()).toContain('convicted,,2021,1,1,28,3571.43,0,once,sample\r\n')
  })
})

describe('POST /quotes', () => {
  it.each([
    ['application/json', JSON.stringify({ text: '“convicted nine traffickers in the capital”' })],
    ['text/plain', '“convicted nine traffickers in the capital”'],
  ])('takes %s', async (type, body) => {
    const init = { method: 'POST', headers: { 'Content-Type': type }, body }
    const report = (await (await app.request('/api/v1/quotes', init)).json()) as Body
    expect(report.quotations).toMatchObject([{ status: 'exact', matches: [{ id: 'peru-2021.1' }] }])
  })

  it('explains a body that it cannot read', async () => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '[1]' }
    const response = await app.request('/api/v1/quotes', init)
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  })
})

describe('GET /export', () => {
  it('streams all results', async () => {
    const response = await get('/export?q=convicted&format=jsonl')
    expect((await response.text()).trim().split('\n')).toHaveLength(2)
    expect((await get('/export?format=xls')).status).toBe(400)
  })
})

describe('GET /compare/{a}/{b}', () => {
  it('aligns two documents', async () => {
    const body = await json('/compare/peru-2021/peru-2022')
    expect(body.counts).toMatchObject({ revised: 1, dropped: 1, new: 0 })
    expect((await get('/compare/peru-2021/nowhere')).status).toBe(404)
  })

  it.each(['csv', 'html', 'docx'])('makes a %s to attach', async (format) => {
    const response = await get(`/compare/peru-2021/peru-2022?format=${format}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(response.headers.get('Content-Disposition')).toContain(`peru-2021-peru-2022.${format}`)
    const text = new TextDecoder().decode(bytes)
    if (format === 'docx') expect(text.startsWith('PK')).toBe(true)
    if (format === 'csv') expect(text).toContain('protection,revised,0,')
    if (format === 'html') expect(text).toContain('<del>nine</del>')
  })
})
