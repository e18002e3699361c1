/** GET /api/v1/trends: terms by year, as JSON or CSV. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { parseParameters } from '../../search/parameters.ts'
import { contexts } from '../../trends/contexts.ts'
import { trendsCsv } from '../../trends/table.ts'
import { trends } from '../../trends/trends.ts'
import type { Env } from '../respond.tsx'
import { choice, problemContent } from '../schemas.ts'

const { year, section, lang, doc, country, year_min, year_max, exact, collapse } = choice

const counts = { mentions: z.int(), passages: z.int(), words: z.int(), per100k: z.number() }

const answer = z
  .object({
    terms: z.array(
      z.object({
        term: z.string(),
        country: z.string().nullable().optional(),
        years: z.array(z.object({ year: z.int(), ...counts })),
        undated: z.object(counts).nullable(),
        contexts: z.array(z.looseObject({ id: z.string() })).optional(),
      }),
    ),
    corpus: z.object({ version: z.string() }),
    counted: z.object({ exact: z.boolean(), duplicates: z.enum(['once', 'each']) }),
  })
  .openapi('Trends')

const route = createRoute({
  method: 'get',
  path: '/api/v1/trends',
  summary: 'Terms by year: mentions, passages, words, mentions in 100,000 words',
  request: {
    query: z.object({
      q: z.union([z.string(), z.array(z.string())]).openapi({
        type: 'array',
        items: { type: 'string' },
        description:
          'A term, repeatable: a word in all its forms, several side by side, "as spelled", begin*',
      }),
      year,
      section,
      lang,
      doc,
      country,
      year_min,
      year_max,
      exact,
      collapse,
      by: z.enum(['country']).optional().openapi({ description: 'A series for each country' }),
      contexts: z
        .string()
        .regex(/^\d{1,4}$/)
        .optional()
        .openapi({ type: 'integer', description: 'Mentions of each term to give in context' }),
      format: z.enum(['json', 'csv']).optional(),
    }),
  },
  responses: {
    200: {
      description: 'The counts',
      content: { 'application/json': { schema: answer }, 'text/csv': { schema: z.string() } },
    },
    400: problemContent('A parameter that cannot be read'),
  },
})

export function addTrendsRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(route, async (c) => {
    const library = c.get('library')
    const query = new URL(c.req.url).searchParams
    const { filters, collapse: once, exact: literal } = parseParameters(query)
    const byCountry = query.get('by') === 'country'
    const options = { filters, collapse: once, exact: literal, byCountry }
    const terms = query.getAll('q').filter((term) => term.trim() !== '')
    const found = await trends(library, terms, options)
    if (query.get('format') === 'csv') {
      c.header('Content-Disposition', 'attachment; filename="trends.csv"')
      return c.body(trendsCsv(found), 200, { 'Content-Type': 'text/csv; charset=utf-8' }) as never
    }
    const limit = Number(query.get('contexts') ?? 0)
    if (limit === 0) return c.json(found) as never
    const series = await Promise.all(
      found.terms.map(async (one) => {
        const rows = await contexts(library, one.term, { ...options, offset: 0, limit })
        return { ...one, contexts: rows }
      }),
    )
    return c.json({ ...found, terms: series }) as never
  })
}
