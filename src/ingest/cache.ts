/**
 * What each file came to, kept by what it was made of: its bytes, its name, what is declared of it, and the pipeline.
 *
 * Written as each document is finished, so that an ingest that was killed goes on where it stopped. A passage is a line
 * here as it is in the store, which takes it from here.
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
import type { DocumentRecord, Passage, Problem, Vocabulary } from '../model.ts'
import { decodePassage, encodePassage } from '../store/passage-line.ts'

/** A file's outcome: the document and its passages, or null and the problems that say why. */
export interface Outcome {
  readonly document: DocumentRecord | null
  readonly passages: readonly Passage[]
  readonly problems: readonly Problem[]
  readonly vocabulary: Vocabulary
  /** How often the file's reader was lost: it hung or ran out of memory. */
  readonly tries?: number
}

export interface Cache {
  has(key: string): boolean
  get(key: string): Outcome | null
  put(key: string, outcome: Outcome): void
  /** The passages of an outcome as lines of the store, each with its end. */
  lines(key: string): readonly Uint8Array[]
  /** Forgets all but these keys. */
  keepOnly(keys: ReadonlySet<string>): void
}

/** The key of everything a document's passages depend on. */
export function cacheKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

/** Bytes of outcomes kept at hand, for an ingest goes through them twice. */
const AT_HAND = 64 << 20

/** The cache in an index folder. A broken entry counts as none. */
export function openCache(index: string): Cache {
  const folder = join(index, 'cache')
  mkdirSync(folder, { recursive: true })
  const path = (key: string) => join(folder, `${key}${ENDING}`)
  const atHand = new Map<string, Buffer>()
  let left = AT_HAND
  const keep = (key: string, bytes: Buffer) => {
    left += (atHand.get(key)?.length ?? 0) - bytes.length
    if (left >= 0) atHand.set(key, bytes)
    else left += bytes.length
  }
  const read = (key: string): Buffer => {
    const known = atHand.get(key)
    if (known) return known
    const bytes = readFileSync(path(key))
    keep(key, bytes)
    return bytes
  }
  return {
    has: (key) => existsSync(path(key)),
    get(key) {
      try {
        const [head, ...lines] = linesOf(read(key)).map((line) => line.toString('utf8'))
        const outcome = JSON.parse(head!) as Omit<Outcome, 'passages'>
        return { ...outcome, passages: lines.map(decodePassage) }
      } catch {
        return null
      }
    },
    put(key, { passages, ...head }) {
      const fresh = `${path(key)}.${process.pid}`
      const bytes = toLines([JSON.stringify(head), ...passages.map(encodePassage)])
      writeFileSync(fresh, bytes)
      renameSync(fresh, path(key))
      keep(key, bytes)
    },
    lines: (key) => linesOf(read(key)).slice(1),
    keepOnly(keys) {
      for (const name of readdirSync(folder))
        if (!name.endsWith(ENDING) || !keys.has(name.slice(0, -ENDING.length)))
          rmSync(join(folder, name), { force: true })
    },
  }
}

const ENDING = '.jsonl'

/** Room for the lines of most documents, used again for each. */
const ROOM = 4 << 20
const room = Buffer.allocUnsafe(ROOM)

/** Lines as bytes, without ever being one long string. */
function toLines(lines: readonly string[]): Buffer {
  let bytes = room
  let filled = 0
  for (const each of lines) {
    const line = `${each}\n`
    // No unit of UTF-16 takes more than three bytes.
    const length = line.length < ROOM ? 3 * line.length : Buffer.byteLength(line)
    if (filled + length > bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, filled)], 2 * (filled + length))
    filled += bytes.write(line, filled)
  }
  return Buffer.from(bytes.subarray(0, filled))
}

const LINE_END = 10

/** Each with its end. Throws where the last has none: the file is cut short. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_END, start) + 1
    if (end === 0) throw new Error('a line has no end')
    lines.push(bytes.subarray(start, end))
    start = end
  }
  return lines
}
