/** A ceiling on requests from one address, so that one script does not slow down everybody else. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { problemResponse } from './problem.ts'

export interface RateLimit {
  /** Requests that may come at once. */
  readonly burst: number
  /** Requests a second in the long run. */
  readonly perSecond: number
}

/** Generous for a reader (a page is at most four requests), a wall for a loop. */
export const defaultRate: RateLimit = { burst: 200, perSecond: 20 }

/** Addresses remembered at most; the longest silent is forgotten first. */
const mostAddresses = 10_000

/** One's own machine is never limited; nor is a request without an address (a test). */
function addressOf(c: Context): string | null {
  if (!c.env?.incoming) return null
  const address = getConnInfo(c).remote.address ?? ''
  return /^(::ffff:)?127\.|^::1$/.test(address) ? null : address
}

/** Token bucket by address; answers 429 with Retry-After when it is empty. */
export function limitRate(rate: RateLimit, now: () => number = Date.now): MiddlewareHandler {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return async (c, next) => {
    const address = addressOf(c)
    if (address === null) return next()
    const before = buckets.get(address) ?? { tokens: rate.burst, at: now() }
    const gained = ((now() - before.at) / 1000) * rate.perSecond
    const tokens = Math.min(rate.burst, before.tokens + gained)
    buckets.delete(address)
    buckets.set(address, { tokens: Math.max(0, tokens - 1), at: now() })
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value!)
    if (tokens >= 1) return next()
    c.header('Retry-After', String(Math.ceil((1 - tokens) / rate.perSecond)))
    return problemResponse(c, 429, {
      code: 'too-many-requests',
      detail: 'Too many requests from one address',
      remedy: 'Wait as long as Retry-After says; GET /api/v1/export gives all results at once',
    })
  }
}
