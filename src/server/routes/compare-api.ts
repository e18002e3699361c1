/** GET /api/v1/compare/{a}/{b}: two documents side by side, as JSON or as a file to attach. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { chartToCsv } from '../../chart/csv.ts'
import { chartToDocx } from '../../chart/docx.ts'
import { chartToHtml } from '../../chart/html.ts'
import type { Chart } from '../../chart/chart.ts'
import { compareDocuments } from '../../lineage/compare.ts'
import { documentOf } from '../library.ts'
import { problemResponse } from '../problem.ts'
import type { Env } from '../respond.tsx'
import { problemContent } from '../schemas.ts'

const formats = ['json', 'csv', 'html', 'docx'] as const
const document = (name: string) => z.string().openapi({ param: { name, in: 'path' } })

const counts = z.record(z.string(), z.int())
const comparison = z
  .object({
    counts,
    passages: z.tuple([z.int(), z.int()]).openapi({
      type: 'array',
      items: { type: 'integer' },
      minItems: 2,
      maxItems: 2,
    }),
    words: z.object({ removed: z.int(), added: z.int() }),
    sections: z.array(
      z.looseObject({ section: z.string().nullable(), counts, rows: z.array(z.looseObject({})) }),
    ),
  })
  .openapi('Comparison')

const route = createRoute({
  method: 'get',
  path: '/api/v1/compare/{a}/{b}',
  summary: 'Two documents, aligned passage by passage: unchanged, changed, dropped, new',
  request: {
    params: z.object({ a: document('a'), b: document('b') }),
    query: z.object({ format: z.enum(formats).optional() }),
  },
  responses: {
    200: {
      description: 'The comparison',
      content: {
        'application/json': { schema: comparison },
        'text/csv': { schema: z.string() },
        'text/html': { schema: z.string() },
      },
    },
    404: problemContent('There is no such document'),
  },
})

export function addCompareRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(route, async (c) => {
    const library = c.get('library')
    const { a, b } = c.req.valid('param')
    const [left, right] = [documentOf(library, a), documentOf(library, b)]
    if (!left || !right) return missing(c, left ? b : a)
    const { store } = library
    const compared = compareDocuments(store.passagesOf(left.id), store.passagesOf(right.id))
    const { format = 'json' } = c.req.valid('query')
    if (format === 'json') return c.json({ a: left.id, b: right.id, ...compared }) as never
    const { origin, locale: language } = c.get('ui')
    const { version } = store.manifest
    const date = new Date().toISOString().slice(0, 10)
    const chart = { left, right, comparison: compared, origin, version, date, language }
    return file(c, chart, format) as never
  })
}

async function file(
  c: Context<Env>,
  chart: Chart,
  format: 'csv' | 'html' | 'docx',
): Promise<Response> {
  const name = `${chart.left.id}-${chart.right.id}.${format}`.replaceAll(/[^\w.-]/g, '_')
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  if (format === 'csv') {
    return c.body(chartToCsv(chart), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
  }
  if (format === 'html') return c.html(chartToHtml(chart)) as Response
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return c.body(await chartToDocx(chart), 200, { 'Content-Type': type })
}

function missing(c: Context<Env>, id: string): never {
  return problemResponse(c, 404, {
    code: 'not-found',
    detail: `There is no document ${id}`,
    remedy: 'See /api/v1/documents for what there is',
  }) as never
}
