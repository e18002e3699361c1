/** Documents and passages as JSON. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { DocumentRecord } from '../../model.ts'
import { toListedBody, toPassageBody } from '../../passages/detail.ts'
import { resolvePassage, type Resolution } from '../../passages/resolve.ts'
import { detailOf } from '../detail.ts'
import type { Tombstone } from '../../store/store.ts'
import { documentOf } from '../library.ts'
import { problemResponse } from '../problem.ts'
import type { Env } from '../respond.tsx'
import {
  changedPassage,
  documentBody,
  documentList,
  passageBody,
  problemContent,
} from '../schemas.ts'

const byId = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) })

const passageRoute = createRoute({
  method: 'get',
  path: '/api/v1/passages/{id}',
  summary: 'One passage with its context, versions and citations',
  request: {
    params: byId,
    query: z.object({
      f: z.string().optional().openapi({ description: 'Fingerprint that the passage should have' }),
    }),
  },
  responses: {
    200: {
      description: 'The passage; where its words changed, what they were and the nearest that are',
      content: { 'application/json': { schema: z.union([passageBody, changedPassage]) } },
    },
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

export function addCorpusRoutes(app: OpenAPIHono<Env>): void {
  app.openapi(passageRoute, (c) => {
    const library = c.get('library')
    const { id } = c.req.valid('param')
    const found = resolvePassage(library.store, id, c.req.valid('query').f ?? null)
    if (found.state === 'unknown') return missing(c, `There is no passage ${id}`)
    if (found.state === 'gone') return gone(c, found.tombstone)
    if (found.state === 'changed') return c.json(changedBody(c, found)) as never
    const { passage, fingerprintMatches } = found
    const state = { state: 'present', fingerprintMatches }
    return c.json({ ...state, ...toPassageBody(detailOf(c, passage)) }) as never
  })
  app.openapi(documentsRoute, (c) =>
    c.json({ documents: c.get('library').store.documents.map(outlineOf) }, 200),
  )
  app.openapi(documentRoute, (c) => {
    const library = c.get('library')
    const { id } = c.req.valid('param')
    const document = documentOf(library, id)
    if (document === null) return missing(c, `There is no document ${id}`)
    const { store } = library
    const passages = store.passagesOf(id).map((passage) => toListedBody(store, passage))
    return c.json({ ...outlineOf(document), passages }) as never
  })
}

/** A passage whose words changed: never the new words under the old id, but both, and the difference. */
function changedBody(c: Context<Env>, found: Extract<Resolution, { state: 'changed' }>) {
  const { tombstone, nearest, diff, similarity } = found
  const notice = `The words of this passage are no longer in the document; last in corpus version ${tombstone.lastVersion}`
  return {
    state: 'changed',
    notice,
    id: tombstone.id,
    was: tombstone,
    nearest: toPassageBody(detailOf(c, nearest)),
    similarity,
    diff,
  }
}

/** A passage nothing like which is in its document any more. */
function gone(c: Context<Env>, tombstone: Tombstone): never {
  return problemResponse(c, 410, {
    code: 'gone',
    detail: `The words of passage ${tombstone.id} were last in corpus version ${tombstone.lastVersion}`,
    remedy: `Search for its words, or read /d/${tombstone.documentId}`,
  }) as never
}

function missing(c: Parameters<typeof problemResponse>[0], detail: string): never {
  return problemResponse(c, 404, {
    code: 'not-found',
    detail,
    remedy: 'See /api/v1/documents for what there is',
  }) as never
}
