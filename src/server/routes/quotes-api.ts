/** POST /api/v1/quotes: a sentence or a whole draft, as JSON or plain text. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { UserError } from '../../errors.ts'
import { checkQuotes } from '../../quotes/check.ts'
import type { Env } from '../respond.tsx'
import { problemContent } from '../schemas.ts'

const span = z.object({ start: z.int(), end: z.int() })

const report = z
  .object({
    quotations: z.array(
      z.object({
        quotation: z.object({ text: z.string(), span, kind: z.enum(['marked', 'block']) }),
        status: z
          .enum(['exact', 'repaired', 'altered', 'other-year', 'not-found'])
          .openapi({ description: 'repaired: exact in the repaired text, not as printed' }),
        matches: z.array(z.looseObject({ id: z.string(), url: z.string(), found: z.string() })),
        diff: z.array(z.looseObject({ kind: z.string(), left: span, right: span })),
        stated: z.array(z.int()),
      }),
    ),
    counts: z.record(z.string(), z.int()),
    corpus: z.object({ version: z.string() }),
  })
  .openapi('QuoteReport')

const draft = z.object({
  text: z.string().openapi({ description: 'A quotation, or a draft with quotations in it' }),
  year: z.int().nullable().optional().openapi({ description: 'The edition it claims to quote' }),
})

const route = createRoute({
  method: 'post',
  path: '/api/v1/quotes',
  summary: 'Whether quotations are exact, altered, from another year, or not found',
  request: {
    body: {
      content: { 'application/json': { schema: draft }, 'text/plain': { schema: z.string() } },
    },
  },
  responses: {
    200: {
      description: 'Every quotation of the text; every paragraph where none stands in marks',
      content: { 'application/json': { schema: report } },
    },
    400: problemContent('The body cannot be read'),
    413: problemContent('The text is too large'),
  },
})

export function addQuoteRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(route, async (c) => {
    const { text, year } = await readBody(c.req)
    return c.json(await checkQuotes(c.get('library'), text, { year: year ?? null })) as never
  })
}

/** The draft of a request: JSON where it says so or looks so, else the body as it is. */
async function readBody(request: {
  header(name: string): string | undefined
  text(): Promise<string>
}): Promise<z.infer<typeof draft>> {
  const body = await request.text()
  const type = request.header('Content-Type') ?? ''
  if (!type.includes('json')) return { text: body }
  const read = draft.safeParse(parsed(body))
  if (read.success) return read.data
  throw new UserError(
    'bad-request',
    'The body is not {"text": "…"}',
    'Send {"text": "…"} as application/json, or the text itself as text/plain',
  )
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
