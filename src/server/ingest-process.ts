/** Ingesting in a process of its own, so that a server goes on answering meanwhile. */
import { spawn } from 'node:child_process'

export interface Folders {
  readonly corpus: string
  readonly index: string
}

/**
 * Runs `pasaje ingest` as this very program would run it; resolves to its exit code once it has ended. Its progress
 * and its problems go to standard error.
 */
export function ingestInProcess({ corpus, index }: Folders, isQuiet = false): Promise<number> {
  const [, program = ''] = process.argv
  const flags = ['ingest', '--corpus', corpus, '--index', index]
  const child = spawn(process.execPath, [...process.execArgv, program, ...flags], {
    stdio: ['ignore', 'ignore', isQuiet ? 'ignore' : 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
