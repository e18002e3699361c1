/** GET /api/v1/export: every result of a search, streamed. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { exportResults } from '../../export/export.ts'
import { exportFormats, printers, type ExportFormat } from '../../export/formats.ts'
import { parseParameters } from '../../search/parameters.ts'
import type { Env } from '../respond.tsx'
import { choice, problemContent } from '../schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/export',
  summary: 'All results of a search: CSV, JSON Lines, RIS, BibTeX or CSL-JSON',
  request: {
    query: z.object({
      ...choice,
      format: z.enum(exportFormats).optional().openapi({ description: 'csv by default' }),
    }),
  },
  responses: {
    200: {
      description: 'One row or record a result, with permalink, fingerprint, corpus version, query',
      content: Object.fromEntries(
        exportFormats.map((format) => [
          printers[format].type.split(';')[0]!,
          { schema: z.string() },
        ]),
      ),
    },
    400: problemContent('A parameter that cannot be read'),
  },
})

export function addExportRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(route, (c) => {
    const query = new URL(c.req.url).searchParams
    const format = (query.get('format') ?? 'csv') as ExportFormat
    const { type, extension } = printers[format]
    const { origin } = c.get('ui')
    const date = new Date().toISOString().slice(0, 10)
    const pieces = exportResults(c.get('library'), parseParameters(query), { format, origin, date })
    return c.body(toStream(pieces), 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="pasaje.${extension}"`,
    }) as never
  })
}

/** Pieces as bytes, each made when the reader is ready for it. */
function toStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
