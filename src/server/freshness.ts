/** Conditional requests: everything read from one corpus stays the same until the corpus changes. */
import type { MiddlewareHandler } from 'hono'
import type { Env } from './respond.tsx'

/** Whether an If-None-Match header names this tag; weak comparison, as RFC 9110 §13.1.2 asks. */
export function isNamed(header: string | undefined, tag: string): boolean {
  const opaque = tag.replace(/^W\//, '')
  return (header ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === opaque || one === '*')
}

/**
 * Tags what GET answers with the corpus version (pages also with their language and the build's files, which they
 * depend on) and answers 304 where the reader has it already.
 */
export function taggedWith(kind: 'page' | 'api'): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { version } = c.get('library').store.manifest
    const { locale } = c.get('ui')
    const tag =
      kind === 'api' ? `"${version}"` : `W/"${version}-${locale}-${c.get('files').version}"`
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (reading && isNamed(c.req.header('If-None-Match'), tag)) {
      return c.body(null, 304, { ETag: tag, 'Cache-Control': 'no-cache', Vary: 'Accept-Language' })
    }
    await next()
    if (reading && c.res.status === 200) {
      // Set on the response itself: Hono's c.header would make a stream of a finished one.
      const { headers } = c.res
      const isWeak = tag.startsWith('W/') || !headers.has('Content-Encoding')
      headers.set('ETag', isWeak ? tag : `W/${tag}`)
      headers.set('Cache-Control', 'no-cache')
    }
    return undefined
  }
}
