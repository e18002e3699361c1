/** Errors as RFC 9457 problem details: what is wrong, and what to do about it. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorCode, UserError } from '../errors.ts'

export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly remedy: string
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  413: 'Too large',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not ready',
}

const statuses: Readonly<Partial<Record<ErrorCode, ContentfulStatusCode>>> = {
  'not-found': 404,
  'file-missing': 404,
}

export function problemOf(
  status: number,
  { code, detail, remedy }: { code: string; detail: string; remedy: string },
): ProblemDetails {
  return {
    type: `urn:pasaje:problem:${code}`,
    title: titles[status] ?? 'Error',
    status,
    detail,
    remedy,
  }
}

/** The response for a problem, as application/problem+json. */
export function problemResponse(
  c: Context,
  status: ContentfulStatusCode,
  what: { code: string; detail: string; remedy: string },
): Response {
  return c.body(JSON.stringify(problemOf(status, what)), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

/** The status of a mistake of the user's: 404 for what is not there, 400 for the rest. */
export function statusOf(error: UserError): ContentfulStatusCode {
  return statuses[error.code] ?? 400
}
