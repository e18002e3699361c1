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

/** Characters of outcomes kept at hand, for an ingest goes through them several times; some 150 MB of objects. */
const AT_HAND = 32 << 20

/** The cache in an index folder. A broken entry counts as none. */
export function openCache(index: string): Cache {
  const folder = join(index, 'cache')
  mkdirSync(folder, { recursive: true })
  const path = (key: string) => join(folder, `${key}.json`)
  const atHand = new Map<string, Outcome>()
  let room = AT_HAND
  const keep = (key: string, outcome: Outcome, length: number) => {
    if (atHand.has(key) || length > room) return outcome
    room -= length
    atHand.set(key, outcome)
    return outcome
  }
  return {
    has: (key) => existsSync(path(key)),
    get(key) {
      const known = atHand.get(key)
      if (known) return known
      try {
        const text = readFileSync(path(key), 'utf8')
        return keep(key, JSON.parse(text) as Outcome, text.length)
      } catch {
        return null
      }
    },
    put(key, outcome) {
      const fresh = `${path(key)}.${process.pid}`
      const text = JSON.stringify(outcome)
      writeFileSync(fresh, text)
      renameSync(fresh, path(key))
      atHand.delete(key)
      keep(key, outcome, text.length)
    },
    keepOnly(keys) {
      for (const name of readdirSync(folder))
        if (!keys.has(name.replace(/\.json$/, ''))) rmSync(join(folder, name), { force: true })
    },
  }
}
