/** POST /api/v1/brief: gathered passages as a document to hand in. Takes the form of the page, or the same as JSON. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { BriefPage } from '../../../web/views/brief.tsx'
import { headingOf, type Brief } from '../../brief/brief.ts'
import { UserError } from '../../errors.ts'
import { collected, readItems } from '../collection.ts'
import { detailOf } from '../detail.ts'
import type { Env } from '../respond.tsx'
import { problemContent } from '../schemas.ts'

const formats = ['docx', 'html', 'csv'] as const

const bodyShape = z
  .object({
    format: z.enum(formats),
    items: z.array(z.object({ id: z.string(), note: z.string().default('') })).max(300),
  })
  .openapi('BriefRequest')

const route = createRoute({
  method: 'post',
  path: '/api/v1/brief',
  summary: 'Passages with citations as DOCX, HTML or CSV',
  request: { body: { content: { 'application/json': { schema: bodyShape } } } },
  responses: {
    200: { description: 'The brief, as a file' },
    400: problemContent('Nothing to put into it, or a format that there is not'),
  },
})

export function addBriefRoutes(app: OpenAPIHono<Env>): void {
  app.openAPIRegistry.registerPath(route)
  app.post(route.path, async (c) => fileOf(c, await requestOf(c)))
}

type BriefRequest = z.infer<typeof bodyShape>

async function requestOf(c: Context<Env>): Promise<BriefRequest> {
  const isJson = c.req.header('Content-Type')?.includes('json') ?? false
  const parsed = bodyShape.safeParse(isJson ? await c.req.json() : formShape(await c.req.text()))
  if (parsed.success && parsed.data.items.length > 0) return parsed.data
  throw new UserError(
    'bad-request',
    'there is nothing to put into the brief',
    `Send format (${formats.join(', ')}) and items: [{ id, note }]`,
  )
}

function formShape(body: string) {
  const form = new URLSearchParams(body)
  return { format: form.get('format'), items: readItems(form) }
}

function briefOf(c: Context<Env>, request: BriefRequest): Brief {
  const { t, locale, corpus } = c.get('ui')
  const { items } = collected(c.get('library'), request.items)
  const entries = items.map(({ passage, document, note }) => {
    const { citations, permalink, fingerprint } = detailOf(c, passage)
    return { passage, document, note, citation: citations.chicago.note, permalink, fingerprint }
  })
  const words = {
    title: t.briefTitle,
    note: t.note,
    citation: t.cite,
    link: t.permalink,
    corpusVersion: t.corpusVersion(corpus.version),
    repaired: t.repairedNote,
  }
  return { language: locale, words, entries }
}

async function fileOf(c: Context<Env>, request: BriefRequest): Promise<Response> {
  const brief = briefOf(c, request)
  const send = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
    c.body(body, 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="pasaje.${request.format}"`,
    })
  if (request.format === 'csv') {
    const { briefToCsv } = await import('../../brief/table.ts')
    return send(briefToCsv(brief), 'text/csv; charset=utf-8')
  }
  if (request.format === 'html') {
    const view = <BriefPage brief={brief} headingOf={headingOf} />
    return send(`<!doctype html>${String(view)}`, 'text/html; charset=utf-8')
  }
  const { briefToDocx } = await import('../../brief/docx.ts')
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return send(await briefToDocx(brief), type)
}
