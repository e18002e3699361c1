/** The port: opens it, keeps slow and endless requests from holding it, closes it gracefully. */
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { UserError } from '../errors.ts'

export interface Listening {
  /** 'http://127.0.0.1:8080' */
  readonly url: string
  /** Takes no new connections, lets running requests end, at most ten seconds. */
  close(): Promise<void>
}

interface Address {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
}

type Fetch = Parameters<typeof serve>[0]['fetch']

/** How long running requests may still take once the server closes. */
const graceMs = 10_000

/** A pasted page of ten thousand letters, each written %C3%B3 in an address, is answered and not refused. */
const maxHeaderSize = 128 * 1024

/** Opens the port. UserError `usage` where it is taken or not allowed. */
export function listen(fetch: Fetch, { host, port }: Address): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        hostname: host,
        port,
        serverOptions: {
          requestTimeout: 30_000,
          headersTimeout: 10_000,
          keepAliveTimeout: 5_000,
          maxHeaderSize,
        },
      },
      (info) => {
        const name = host.includes(':') ? `[${host}]` : host
        resolve({ url: `http://${name}:${info.port}`, close: () => closeGently(server as Server) })
      },
    ) as Server
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
  })
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: `port ${port} is taken`,
    EACCES: `port ${port} may not be opened by this user`,
    EADDRNOTAVAIL: `${host} is not an address of this machine`,
    ENOTFOUND: `${host} is not an address of this machine`,
  }
  const reason = reasons[error.code ?? '']
  if (reason === undefined) return error
  return new UserError('usage', reason, 'Choose another with --port N or --host ADDRESS', {
    cause: error,
  })
}

async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}
