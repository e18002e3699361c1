/** GET /api/v1/passages/{id}/{format}: one passage as a file for a reference manager. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { CslItem } from '../../cite/item.ts'
import { toBibtex, toCslJson, toRis } from '../../cite/records.ts'
import { detailOf } from '../detail.ts'
import { problemResponse } from '../problem.ts'
import type { Env } from '../respond.tsx'
import { problemContent } from '../schemas.ts'

const formats = ['ris', 'bibtex', 'csl-json'] as const

interface Printer {
  readonly type: string
  readonly extension: string
  print(item: CslItem): string
}

const printers: Readonly<Record<(typeof formats)[number], Printer>> = {
  ris: { type: 'application/x-research-info-systems', extension: 'ris', print: toRis },
  bibtex: { type: 'application/x-bibtex', extension: 'bib', print: toBibtex },
  'csl-json': {
    type: 'application/vnd.citationstyles.csl+json',
    extension: 'json',
    print: (item) => toCslJson([item]),
  },
}

const route = createRoute({
  method: 'get',
  path: '/api/v1/passages/{id}/{format}',
  summary: 'One passage for a reference manager',
  request: { params: z.object({ id: z.string(), format: z.enum(formats) }) },
  responses: {
    200: { description: 'RIS, BibTeX or CSL-JSON' },
    400: problemContent('There is no such format'),
    404: problemContent('There is no such passage'),
  },
})

export function addCitationRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(route, (c) => {
    const { id, format } = c.req.valid('param')
    const passage = c.get('library').store.passage(id)
    if (passage === null) {
      return problemResponse(c, 404, {
        code: 'not-found',
        detail: `There is no passage ${id}`,
        remedy: 'See /api/v1/documents for what there is',
      })
    }
    const { type, extension, print } = printers[format]
    return c.body(print(detailOf(c, passage).item), 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${id.replaceAll(/[^\w.-]/g, '_')}.${extension}"`,
    })
  })
}
