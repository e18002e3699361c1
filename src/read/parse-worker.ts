/** The worker that reads PDFs and word processors' files, so that one that hangs or bursts can be stopped. */
import { parentPort } from 'node:worker_threads'
import { parsePacked } from './packed.ts'

const answer = (message: object) => parentPort?.postMessage(message, [])
const alive = () => answer({ kind: 'alive' })

parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    answer({ kind: 'parsed', parsed: await parsePacked(bytes, alive) })
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
