/** Writes one generation: documents.json, passages.jsonl, its offsets, and last the manifest. */
import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { DocumentRecord, PassageId, Problem } from '../model.ts'
import { encodeOffsets } from './offsets.ts'
import type { Manifest } from './store.ts'

/** Raise when a file of the store changes its form; a reader refuses every other number. */
export const FORMAT_VERSION = 4

const BUFFERED = 1 << 20

/** SHA-256 of each file of a generation but the manifest and the list itself. */
export type Checksums = Readonly<Record<string, string>>

export interface StoreWriter {
  /** Begins a document: what is added next are its passages. */
  addDocument(document: DocumentRecord): void
  /** Adds a passage in reading order: its line (passage-line.ts), and the end of it. */
  addPassage(id: PassageId, line: Uint8Array): void
  /** Closes the passages: from here on they can be read. Nothing can be added after. */
  seal(problems: readonly Problem[]): void
  /** Writes checksums of everything in the folder and the manifest, which makes it a generation. */
  finish(manifest: Omit<Manifest, 'passages' | 'documents' | 'words' | 'formatVersion'>): Manifest
}

/** A writer into an empty folder. */
export function createStoreWriter(folder: string): StoreWriter {
  const documents: DocumentRecord[] = []
  const ids: string[] = []
  const lines = createLineWriter(join(folder, 'passages.jsonl'))
  return {
    addDocument: (document) => documents.push(document),
    addPassage(id, line) {
      ids.push(id)
      lines.write(line)
    },
    seal(problems) {
      lines.close()
      writeFileSync(join(folder, 'passages.offsets'), encodeOffsets(ids, lines.offsets))
      writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents))
      writeFileSync(join(folder, 'problems.json'), JSON.stringify(problems))
    },
    finish(manifest) {
      const known = new Map([['passages.jsonl', lines.digest()]])
      writeFileSync(join(folder, 'checksums.json'), JSON.stringify(checksumsOf(folder, known)))
      const words = documents.reduce((sum, document) => sum + document.words, 0)
      const counts = { passages: ids.length, documents: documents.length, words }
      const whole = { ...manifest, formatVersion: FORMAT_VERSION, ...counts }
      writeDurably(join(folder, 'manifest.json'), JSON.stringify(whole, null, 2))
      return whole
    },
  }
}

/** Checksums of the files in a generation, sub-folders too; `known` saves reading what was hashed on the way out. */
export function checksumsOf(folder: string, known?: ReadonlyMap<string, string>): Checksums {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => name !== 'manifest.json' && name !== 'checksums.json')
    .toSorted()
  return Object.fromEntries(files.map((n) => [n, known?.get(n) ?? sha256(join(folder, n))]))
}

/** Of a file of any size, in pieces. */
function sha256(path: string): string {
  const file = openSync(path, 'r')
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(BUFFERED)
  for (let read = 1; read > 0;) {
    read = readSync(file, piece)
    hash.update(piece.subarray(0, read))
  }
  closeSync(file)
  return hash.digest('hex')
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w')
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
}

/** Lines gathered into large writes; `offsets` holds where each begins, and where the file ends. */
function createLineWriter(path: string) {
  const file = openSync(path, 'w')
  const hash: Hash = createHash('sha256')
  const offsets = [0]
  const pending = Buffer.allocUnsafe(BUFFERED)
  let filled = 0
  const put = (bytes: Uint8Array) => {
    hash.update(bytes)
    writeFileSync(file, bytes)
  }
  const flush = () => {
    put(pending.subarray(0, filled))
    filled = 0
  }
  return {
    offsets,
    write(line: Uint8Array) {
      offsets.push(offsets.at(-1)! + line.length)
      if (filled + line.length > BUFFERED) flush()
      if (line.length > BUFFERED) return put(line)
      pending.set(line, filled)
      filled += line.length
    },
    close() {
      flush()
      fsyncSync(file)
      closeSync(file)
    },
    digest: () => hash.digest('hex'),
  }
}
