/** What happens on disk while the server runs: a new generation, or a changed corpus. */
import { watch, type FSWatcher } from 'node:fs'

export interface Watching {
  stop(): void
}

/** A burst of events is one change: files are copied in many writes. */
const settleMs = 400

/**
 * Calls back after files in a folder changed, once they have settled; never twice at once, and once more where
 * something changed meanwhile.
 */
export function watchFolder(folder: string, onChange: () => Promise<void>): Watching {
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let isDue = false
  let isStopped = false

  const run = async () => {
    if (isStopped) return
    if (isRunning) {
      isDue = true
      return
    }
    isRunning = true
    await onChange()
    isRunning = false
    if (isDue) {
      isDue = false
      await run()
    }
  }
  const watcher: FSWatcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(run, settleMs)
  })
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
      watcher.close()
    },
  }
}
