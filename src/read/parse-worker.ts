/** The worker that reads PDFs and word processors' files, so that one that hangs or bursts can be stopped. */
import { parentPort } from 'node:worker_threads'
import type { Request } from './apart.ts'
import { parsePacked } from './packed.ts'
import { drawPages } from './pdf-pictures.ts'

const answer = (message: object) => parentPort?.postMessage(message, [])
const alive = () => answer({ kind: 'alive' })

parentPort?.on('message', async ({ bytes, drawing }: Request) => {
  try {
    if (drawing === null) answer({ kind: 'done', parsed: await parsePacked(bytes, alive) })
    else {
      await drawPages(bytes, drawing, alive)
      answer({ kind: 'done', parsed: null })
    }
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
