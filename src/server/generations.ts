/** Which generation answers. A new one takes over at once; an old one is closed when its last request is done. */
import type { Library } from './library.ts'

/** A generation held open for one request. */
export interface Lease {
  readonly library: Library
  release(): void
}

export interface Generations {
  /** The generation that serves, held until released; null while there is none yet. */
  acquire(): Lease | null
  /** Lets another generation serve; the former is closed once nobody reads it. */
  replace(library: Library): void
  /** Closes what is open. */
  close(): Promise<void>
}

interface Entry {
  readonly library: Library
  readers: number
  isCurrent: boolean
}

export function createGenerations(onError: (error: unknown) => void): Generations {
  let current: Entry | null = null

  const closeIfUnread = (entry: Entry) => {
    if (entry.readers === 0 && !entry.isCurrent) entry.library.close().catch(onError)
  }
  return {
    acquire() {
      const entry = current
      if (entry === null) return null
      entry.readers++
      let held = true
      const release = () => {
        if (!held) return
        held = false
        entry.readers--
        closeIfUnread(entry)
      }
      return { library: entry.library, release }
    },
    replace(library) {
      const former = current
      current = { library, readers: 0, isCurrent: true }
      if (former === null) return
      former.isCurrent = false
      closeIfUnread(former)
    },
    async close() {
      const last = current
      current = null
      await last?.library.close()
    },
  }
}

/** The same generation for ever: for tests, and for those who open one themselves. */
export function fixedGeneration(library: Library | null): Pick<Generations, 'acquire'> {
  return { acquire: () => library && { library, release: () => undefined } }
}
