/** What every response carries and every request may not exceed. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { problemResponse } from './problem.ts'

/** The largest body taken: a long draft whose quotations are to be checked. */
export const largestBody = 2 * 1024 * 1024

/** Only our own files, nothing inline, no framing. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // The pages are also served over plain HTTP on one's own machine: a proxy that speaks HTTPS adds HSTS.
  strictTransportSecurity: false,
  referrerPolicy: 'no-referrer',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

export const smallBodies: MiddlewareHandler = bodyLimit({
  maxSize: largestBody,
  onError: (c) =>
    problemResponse(c, 413, {
      code: 'too-large',
      detail: 'The text is larger than 2 MiB',
      remedy: 'Send it in parts',
    }),
})
