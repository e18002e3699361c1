/** The server as a function of what it serves: it opens no port, so that a test needs none. */
import { OpenAPIHono, type Hook } from '@hono/zod-openapi'
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { NoticePage } from '../../web/views/notice.tsx'
import { UserError } from '../errors.ts'
import { taggedWith } from './freshness.ts'
import type { Generations } from './generations.ts'
import { headers, smallBodies } from './hardening.ts'
import { problemResponse, statusOf } from './problem.ts'
import { defaultRate, limitRate, type RateLimit } from './rate-limit.ts'
import { page, uiOf, type Env } from './respond.tsx'
import { addCitationRoutes } from './routes/citation-api.ts'
import { addCompareRoutes } from './routes/compare-api.ts'
import { addExportRoutes } from './routes/export-api.ts'
import { addQuoteRoutes } from './routes/quotes-api.ts'
import { addTrendsRoutes } from './routes/trends-api.ts'
import { addBriefRoutes } from './routes/brief-api.tsx'
import { addCorpusRoutes } from './routes/corpus-api.ts'
import { addDiscoveryRoutes } from './routes/discovery.ts'
import { addPages } from './routes/pages.tsx'
import { addSearchRoutes } from './routes/search-api.ts'
import { addToolPages } from './routes/tool-pages.tsx'
import type { StaticFiles } from './static-files.ts'

export interface AppOptions {
  readonly generations: Pick<Generations, 'acquire'>
  readonly files: StaticFiles
  /** Told of errors that are ours. */
  readonly onError?: (error: unknown) => void
  readonly rate?: RateLimit
}

const isApi = (c: Context) => c.req.path.startsWith('/api/')

/** The whole server: pages, API, static files. */
export function createApp({
  generations,
  files,
  onError,
  rate = defaultRate,
}: AppOptions): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>({ defaultHook: refuse })
  app.use(compress())
  app.use(headers)
  app.use(limitRate(rate))
  app.use(smallBodies)
  addStaticFiles(app, files)
  app.use(holdGeneration(generations, files))
  addHealth(app)
  app.use('/api/*', taggedWith('api'))
  app.get('*', async (c, next) => (isApi(c) ? next() : taggedWith('page')(c, next)))
  addSearchRoutes(app)
  addCorpusRoutes(app)
  addCitationRoutes(app)
  addDiscoveryRoutes(app)
  addTrendsRoutes(app)
  addQuoteRoutes(app)
  addExportRoutes(app)
  addCompareRoutes(app)
  addBriefRoutes(app)
  addPages(app)
  addToolPages(app)
  app.notFound((c) => notFound(c))
  app.onError((error, c) => failed(error, c as Context<Env>, onError))
  return app
}

/** A request that its schema does not accept: the first thing wrong with it, in words. */
const refuse: Hook<unknown, Env, string, Response | undefined> = (result, c) => {
  if (result.success) return undefined
  const issue = result.error.issues[0]
  return problemResponse(c, 400, {
    code: 'bad-request',
    detail: `${issue?.path.join('.') ?? 'request'}: ${issue?.message ?? 'not understood'}`,
    remedy: 'See /api/v1/openapi.json for what is accepted',
  })
}

function addStaticFiles(app: OpenAPIHono<Env>, files: StaticFiles): void {
  for (const file of [files.css, files.js]) {
    app.get(file.url, (c) =>
      c.body(file.body, 200, {
        'Content-Type': file.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    )
  }
}

/** Holds the present generation open until the response has been sent; without one, answers that it is not ready. */
function holdGeneration(
  generations: AppOptions['generations'],
  files: StaticFiles,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const lease = generations.acquire()
    c.set('files', files)
    c.set('ui', uiOf(c, lease?.library ?? null, files))
    if (lease === null) return notReady(c)
    c.set('library', lease.library)
    const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>
    if (outgoing) outgoing.once('close', lease.release)
    try {
      return await next()
    } finally {
      if (!outgoing) lease.release()
    }
  }
}

function addHealth(app: OpenAPIHono<Env>): void {
  app.get('/api/v1/health', (c) => {
    const { version, passages, documents } = c.get('library').store.manifest
    c.header('Cache-Control', 'no-store')
    return c.json({ status: 'ready', corpus: { version, passages, documents } })
  })
}

function notReady(c: Context<Env>): Response {
  c.header('Retry-After', '2')
  if (isApi(c)) {
    return problemResponse(c, 503, {
      code: 'loading',
      detail: 'The index is being opened',
      remedy: 'Try again in a moment',
    })
  }
  const ui = c.get('ui')
  return page(c, <NoticePage ui={ui} title={ui.t.loadingTitle} text={ui.t.loadingText} />, 503)
}

function notFound(c: Context<Env>): Response {
  if (isApi(c)) {
    return problemResponse(c, 404, {
      code: 'not-found',
      detail: `There is nothing at ${c.req.path}`,
      remedy: 'See /api/v1/openapi.json for the addresses there are',
    })
  }
  const ui = c.get('ui')
  const ways = [{ path: '/', name: ui.t.navSearch }]
  return page(
    c,
    <NoticePage ui={ui} title={ui.t.notFoundTitle} text={ui.t.notFoundText} ways={ways} />,
    404,
  )
}

/** A user's mistake is explained; ours is reported and owned up to, without a stack trace. */
function failed(error: unknown, c: Context<Env>, onError: AppOptions['onError']): Response {
  if (error instanceof HTTPException && error.status < 500) {
    return problemResponse(c, error.status, {
      code: 'bad-request',
      detail: error.message || 'The request cannot be read',
      remedy: 'See /api/v1/openapi.json for what is accepted',
    })
  }
  const isTheirs = error instanceof UserError
  if (!isTheirs) onError?.(error)
  const status = isTheirs ? statusOf(error) : 500
  const ui = c.get('ui')
  if (isApi(c) || !ui) {
    return problemResponse(c, status, {
      code: isTheirs ? error.code : 'internal',
      detail: isTheirs ? error.message : 'The fault is ours',
      remedy: isTheirs ? error.remedy : 'Try again; if it stays, report it with the address',
    })
  }
  const title = status === 404 ? ui.t.notFoundTitle : ui.t.errorTitle
  const text = isTheirs ? `${error.message}. ${error.remedy}` : ui.t.errorText
  return page(c, <NoticePage ui={ui} title={title} text={text} />, status)
}
