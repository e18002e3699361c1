/** The pages of the tools: trends, comparison of documents, the reader's collection, help. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { CollectionPage } from '../../../web/views/collection.tsx'
import { CompareChoice, ComparePage } from '../../../web/views/compare.tsx'
import { HelpPage } from '../../../web/views/help.tsx'
import { QuotesPage } from '../../../web/views/quotes.tsx'
import { mostTerms, TrendsPage } from '../../../web/views/trends.tsx'
import { compareDocuments, rowKinds } from '../../lineage/compare.ts'
import { checkQuotes } from '../../quotes/check.ts'
import { parseParameters } from '../../search/parameters.ts'
import { contexts } from '../../trends/contexts.ts'
import { trends } from '../../trends/trends.ts'
import { collected, moved, readItems } from '../collection.ts'
import { documentOf } from '../library.ts'
import { page, type Env } from '../respond.tsx'

type C = Context<Env>

/** Mentions shown of each term. */
const shownMentions = 40

const queryOf = (c: C) => new URL(c.req.url).searchParams

export function addToolPages(app: OpenAPIHono<Env>): void {
  app.get('/trends', (c) => trendsPage(c))
  app.get('/compare', comparison)
  app.get('/compare/:a/:b', (c) => comparePage(c))
  app.on(['GET', 'POST'], '/quotes', (c) => quotesPage(c))
  app.get('/collection', collectionPage)
  app.get('/help', (c) => page(c, <HelpPage ui={c.get('ui')} />))
}

async function trendsPage(c: C): Promise<Response> {
  const library = c.get('library')
  const query = queryOf(c)
  const terms = [...new Set(query.getAll('q').map((term) => term.trim()))]
    .filter((term) => term !== '')
    .slice(0, mostTerms)
  const exact = query.get('exact') === '1'
  const byCountry = query.get('by') === 'country'
  const { filters, collapse } = parseParameters(query)
  const options = { filters, exact, collapse, byCountry }
  const answer = terms.length === 0 ? null : await trends(library, terms, options)
  const found = await Promise.all(
    terms.map(async (term) => ({
      term,
      rows: await contexts(library, term, { ...options, offset: 0, limit: shownMentions }),
    })),
  )
  const ui = c.get('ui')
  return page(c, <TrendsPage {...{ ui, terms, exact, byCountry, answer, contexts: found }} />)
}

/** Which two to compare; once both are chosen, their page. */
function comparison(c: C): Response {
  const query = queryOf(c)
  const [a, b] = [query.get('a'), query.get('b')]
  if (a && b) {
    const hl = query.has('hl') ? `?hl=${query.get('hl')}` : ''
    return c.redirect(`/compare/${encodeURIComponent(a)}/${encodeURIComponent(b)}${hl}`, 303)
  }
  const documents = c
    .get('library')
    .store.documents.toSorted(
      (x, y) => (x.country ?? '').localeCompare(y.country ?? '') || (x.year ?? 0) - (y.year ?? 0),
    )
  return page(c, <CompareChoice ui={c.get('ui')} documents={documents} first={a} />)
}

async function comparePage(c: C): Promise<Response> {
  const library = c.get('library')
  const left = documentOf(library, c.req.param('a') ?? '')
  const right = documentOf(library, c.req.param('b') ?? '')
  if (!left || !right) return c.notFound()
  const wanted = queryOf(c).getAll('kind')
  const kinds = rowKinds.filter((kind) => wanted.includes(kind))
  const { store } = library
  const compared = compareDocuments(store.passagesOf(left.id), store.passagesOf(right.id))
  return page(c, <ComparePage {...{ ui: c.get('ui'), left, right, comparison: compared, kinds }} />)
}

/** A text comes as a form's body: it may be long, and is nobody's business in an address. */
async function quotesPage(c: C): Promise<Response> {
  const form = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : queryOf(c)
  const draft = form.get('text')?.trim() ?? ''
  const named = Number(form.get('year') ?? '')
  const year = Number.isInteger(named) && named > 0 ? named : null
  const report = draft === '' ? null : await checkQuotes(c.get('library'), draft, { year })
  return page(c, <QuotesPage {...{ ui: c.get('ui'), draft, year, report }} />)
}

function collectionPage(c: C): Response {
  const query = queryOf(c)
  const step = query.get('move')
  if (step !== null) return c.redirect(`/collection?${moved(query, step)}`, 303)
  const { items, missing } = collected(c.get('library'), readItems(query))
  const mine = query.get('mine') === '1'
  return page(c, <CollectionPage {...{ ui: c.get('ui'), items, missing, mine }} />)
}
