/** Documents and passages as JSON. */
import { createHash } from 'node:crypto'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { DocumentRecord, Passage } from '../../model.ts'
import { documentOf, neighbours, type Library } from '../library.ts'
import { problemResponse } from '../problem.ts'
import type { Env } from '../respond.tsx'
import { documentBody, documentList, passageBody, problemContent } from '../schemas.ts'

const byId = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) })

const passageRoute = createRoute({
  method: 'get',
  path: '/api/v1/passages/{id}',
  summary: 'One passage with its context, versions and citations',
  request: { params: byId },
  responses: {
    200: { description: 'The passage', content: { 'application/json': { schema: passageBody } } },
    404: problemContent('There is no such passage'),
    410: problemContent('There was such a passage'),
  },
})

const documentsRoute = createRoute({
  method: 'get',
  path: '/api/v1/documents',
  summary: 'The documents',
  responses: {
    200: {
      description: 'All documents',
      content: { 'application/json': { schema: documentList } },
    },
  },
})

const documentRoute = createRoute({
  method: 'get',
  path: '/api/v1/documents/{id}',
  summary: 'One document with all its passages',
  request: { params: byId },
  responses: {
    200: { description: 'The document', content: { 'application/json': { schema: documentBody } } },
    404: problemContent('There is no such document'),
  },
})

/** What a list says of a document. */
function outlineOf(document: DocumentRecord) {
  const { id, title, year, country, language, passages } = document
  return { id, title, year, country, language, passages, url: `/d/${id}` }
}

/** SHA-256 of the printed text, hex: proof that a passage is still the one that was quoted. */
export function fingerprintOf(passage: Passage): string {
  return createHash('sha256').update(passage.printed).digest('hex')
}

const brief = ({ id, ordinal, language, text }: Passage) => ({ id, ordinal, language, text })

/** The JSON of one passage. */
export function passageJson(library: Library, passage: Passage) {
  const document = documentOf(library, passage.documentId)
  const { before, after } = neighbours(library, passage, 2)
  return {
    ...passage,
    url: `/p/${passage.id}`,
    document: document && outlineOf(document),
    context: { before: before.map(brief), after: after.map(brief) },
    fingerprint: fingerprintOf(passage),
  }
}

export function addCorpusRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(passageRoute, (c) => {
    const library = c.get('library')
    const { id } = c.req.valid('param')
    const passage = library.store.passage(id)
    if (passage === null) return missing(c, `There is no passage ${id}`)
    return c.json(passageJson(library, passage)) as never
  })
  app.openapi(documentsRoute, (c) =>
    c.json({ documents: c.get('library').store.documents.map(outlineOf) }, 200),
  )
  app.openapi(documentRoute, (c) => {
    const library = c.get('library')
    const { id } = c.req.valid('param')
    const document = documentOf(library, id)
    if (document === null) return missing(c, `There is no document ${id}`)
    return c.json({ ...outlineOf(document), passages: library.store.passagesOf(id) }) as never
  })
}

function missing(c: Parameters<typeof problemResponse>[0], detail: string): never {
  return problemResponse(c, 404, {
    code: 'not-found',
    detail,
    remedy: 'See /api/v1/documents for what there is',
  }) as never
}
