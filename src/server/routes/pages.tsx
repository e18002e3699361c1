/** The pages: each fetches what it shows and hands it to a view. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { canonical, facetNames } from '../../../web/address.ts'
import { AboutPage } from '../../../web/views/about.tsx'
import { DocumentPage } from '../../../web/views/document.tsx'
import { FrontPage } from '../../../web/views/front.tsx'
import { ResultsPage } from '../../../web/views/results.tsx'
import { documentOf, matchesIn, titleOf, type Library } from '../library.ts'
import { page, rememberedPage, type Env } from '../respond.tsx'
import { passagePage } from './passage-page.tsx'

type C = Context<Env>

const parametersOf = (c: C) => new URL(c.req.url).searchParams

export function addPages(app: OpenAPIHono<Env>): void {
  app.get('/', (c) => {
    const parameters = canonical(parametersOf(c))
    return parameters.size === 0 && !parametersOf(c).has('all') ? front(c) : results(c, parameters)
  })
  app.get('/p/:id', passagePage)
  app.get('/d/:id', (c) => document(c))
  app.get('/about', (c) => about(c))
}

async function about(c: C): Promise<Response> {
  const library = c.get('library')
  const { manifest, documents, problems } = library.store
  const known = new URLSearchParams({ section: '-', collapse: '0', per_page: '1' })
  const { facets } = await library.search(known)
  const sectioned = new Map(facets.doc.map(({ value, count }) => [String(value), count]))
  return page(c, <AboutPage {...{ ui: c.get('ui'), manifest, documents, problems, sectioned }} />)
}

async function front(c: C): Promise<Response> {
  const library = c.get('library')
  const answer = await library.search(new URLSearchParams({ per_page: '1' }))
  const sections = answer.facets.section.flatMap(({ value, count }) =>
    typeof value === 'string' && value !== '' ? [{ section: value, count }] : [],
  )
  const documents = library.store.documents.toSorted(
    (a, b) => (b.year ?? 0) - (a.year ?? 0) || a.title.localeCompare(b.title),
  )
  return page(
    c,
    <FrontPage
      ui={c.get('ui')}
      documents={documents}
      sections={sections}
      examples={await examplesOf(c)}
    />,
  )
}

const examples = new WeakMap<Library, Map<string, readonly string[]>>()

/** The examples that find something in this corpus; looked for once. */
async function examplesOf(c: C): Promise<readonly string[]> {
  const library = c.get('library')
  const { locale, t } = c.get('ui')
  const known = examples.get(library) ?? new Map<string, readonly string[]>()
  examples.set(library, known)
  const before = known.get(locale)
  if (before) return before
  const totals = await Promise.all(
    t.frontExamples.map((q) => library.search(new URLSearchParams({ q, per_page: '1' }))),
  )
  const found = t.frontExamples.filter((_, i) => totals[i]!.total > 0)
  known.set(locale, found)
  return found
}

async function results(c: C, parameters: URLSearchParams): Promise<Response> {
  const library = c.get('library')
  const all = parametersOf(c)
  const within = Object.fromEntries(
    facetNames.flatMap((name) => {
      const wanted = all.get(`in_${name}`)
      return wanted ? [[name, wanted]] : []
    }),
  )
  return rememberedPage(c, async () => {
    const answer = await library.search(parameters)
    const shown = { ui: c.get('ui'), parameters, answer, within, titles: titleOf(library) }
    return <ResultsPage {...shown} />
  })
}

async function document(c: C): Promise<Response> {
  const library = c.get('library')
  const record = documentOf(library, c.req.param('id')!)
  if (!record) return c.notFound()
  const q = parametersOf(c).get('q')?.trim() ?? ''
  const passages = library.store.passagesOf(record.id)
  const hits = q === '' ? new Map() : await matchesIn(library, record.id, q)
  return page(c, <DocumentPage {...{ ui: c.get('ui'), document: record, passages, q, hits }} />)
}
