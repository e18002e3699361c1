/**
 * What each file came to, kept by what it was made of: its bytes, its name, what is declared of it, and the pipeline.
 *
 * Written as each document is finished, so that an ingest that was killed goes on where it stopped.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { IngestedDocument, Problem } from '../model.ts'

/** A file's outcome: the document, or null and the problems that say why. */
export interface Outcome {
  readonly ingested: IngestedDocument | null
  readonly problems: readonly Problem[]
}

export interface Cache {
  has(key: string): boolean
  get(key: string): Outcome | null
  put(key: string, outcome: Outcome): void
  /** Forgets all but these keys. */
  keepOnly(keys: ReadonlySet<string>): void
}

/** The key of everything a document's passages depend on. */
export function cacheKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

/** The cache in an index folder. A broken entry counts as none. */
export function openCache(index: string): Cache {
  const folder = join(index, 'cache')
  mkdirSync(folder, { recursive: true })
  const path = (key: string) => join(folder, `${key}.json`)
  return {
    has: (key) => existsSync(path(key)),
    get(key) {
      try {
        return JSON.parse(readFileSync(path(key), 'utf8')) as Outcome
      } catch {
        return null
      }
    },
    put(key, outcome) {
      const fresh = `${path(key)}.${process.pid}`
      writeFileSync(fresh, JSON.stringify(outcome))
      renameSync(fresh, path(key))
    },
    keepOnly(keys) {
      for (const name of readdirSync(folder))
        if (!keys.has(name.replace(/\.json$/, ''))) rmSync(join(folder, name), { force: true })
    },
  }
}
