/**
 * Reads a file in a worker that is stopped where it hangs, and lost where it runs out of memory, without harm to the
 * rest. One worker serves file after file.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Parsed } from './parsed.ts'
import type { Drawing } from './pdf-pictures.ts'

/** A reader that has not got on for this long never will: a page takes a hundredth. */
const SILENCE_MS = 60_000
const MEMORY_MB = 768

/** What the worker is asked: to read a file or, where that is said, to draw pages of it. */
export interface Request {
  readonly bytes: Uint8Array
  readonly drawing: Drawing | null
}

type Answer =
  | { readonly kind: 'alive' }
  | { readonly kind: 'done'; readonly parsed: Parsed | null }
  | { readonly kind: 'failed'; readonly message: string }

/** The reader hung or ran out of memory, which says little of the file. */
export class ReaderLost extends Error {}

let idle: Worker | null = null

/** Reads a PDF, DOCX, ODT or EPUB. Throws an Error that says why where nothing can be made of it, `ReaderLost` among them. */
export async function parseApart(bytes: Uint8Array, silence = SILENCE_MS): Promise<Parsed> {
  return (await ask({ bytes, drawing: null }, silence))!
}

/** Draws pages of a PDF. Throws as `parseApart` does. */
export async function drawApart(bytes: Uint8Array, drawing: Drawing): Promise<void> {
  await ask({ bytes, drawing }, SILENCE_MS)
}

async function ask(request: Request, silence: number): Promise<Parsed | null> {
  const worker = idle ?? (await startWorker())
  idle = null
  worker.ref()
  return new Promise<Parsed | null>((give, reject) => {
    const settle = (isSound: boolean) => {
      clearTimeout(timer)
      worker.off('message', listen).off('error', lose).off('exit', lose).unref()
      if (isSound) idle = worker
      else void worker.terminate()
    }
    const lose = (cause: Error | number | string) => {
      settle(false)
      const failure = cause instanceof Error ? cause.message : `it ended with ${cause}`
      reject(new ReaderLost(typeof cause === 'string' ? cause : `its reader failed: ${failure}`))
    }
    const listen = (answer: Answer) => {
      timer.refresh()
      if (answer.kind === 'alive') return
      settle(true)
      if (answer.kind === 'done') give(answer.parsed)
      else reject(new Error(answer.message))
    }
    const timer = setTimeout(() => lose('reading it took too long'), silence)
    worker.on('message', listen).once('error', lose).once('exit', lose)
    worker.postMessage(request, [])
  })
}

/** The built program has the worker beside it; a checkout builds it when it is first needed. */
async function startWorker(): Promise<Worker> {
  const isSource = import.meta.url.endsWith('.ts')
  return new Worker(
    isSource ? await buildWorker() : new URL('./parse-worker.js', import.meta.url),
    {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // What parsers say of a file on the way is nothing its reader could use.
      stderr: true,
      stdout: true,
    },
  )
}

let built: Promise<string> | undefined

/** Where the worker is, built from source. In node_modules, where what it imports is found. */
function buildWorker(): Promise<string> {
  built ??= import('esbuild').then(async ({ build }) => {
    const outfile = resolve(`node_modules/.cache/pasaje/parse-worker-${process.pid}.mjs`)
    const source = fileURLToPath(new URL('./parse-worker.ts', import.meta.url))
    const how = { bundle: true, format: 'esm', platform: 'node', packages: 'external' } as const
    await build({ ...how, entryPoints: [source], outfile })
    return outfile
  })
  return built
}
