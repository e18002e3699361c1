/** Opens one generation for reading. A passage is one small read at a known offset; the last ones read are remembered. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { DocumentRecord, Passage, PassageId, Problem } from '../model.ts'
import { openKin } from './kin.ts'
import { decodeOffsets, type Offsets } from './offsets.ts'
import { createRecent } from '../recent.ts'
import { decodePassage } from './passage-line.ts'
import type { Manifest, PassageStore } from './store.ts'
import { openTombstones } from './tombstones.ts'
import { readVolumes } from './volumes.ts'
import { FORMAT_VERSION, type Checksums } from './writer.ts'

const REBUILD = 'Rebuild it with: pasaje ingest'
/** Bytes read at once when all passages are streamed. */
const CHUNK = 4 << 20
/** Passages remembered, a few kilobytes each: a search reads fifty, and searches of one reader share many. */
const MOST_PASSAGES = 4096

/** Reads a generation's manifest. UserError `index-damaged` where it is missing or unreadable. */
export function readManifest(folder: string): Manifest {
  return readJson(folder, 'manifest.json') as Manifest
}

/** The checksums a generation was written with. */
export function readChecksums(folder: string): Checksums {
  return readJson(folder, 'checksums.json') as Checksums
}

/**
 * Opens the generation in a folder.
 * UserError `index-version` where another version of Pasaje wrote it, `index-damaged` where a file is missing or broken.
 */
export function openStore(folder: string, analyzerVersion: string): PassageStore {
  const manifest = readManifest(folder)
  refuseOtherVersions(manifest, analyzerVersion)
  const documents = readJson(folder, 'documents.json') as DocumentRecord[]
  const problems = readJson(folder, 'problems.json') as Problem[]
  const offsets = readOffsets(folder)
  const lines = openLines(folder, offsets)
  const kin = guard(folder, 'kin.jsonl', () => openKin(folder))
  const firsts = firstPositions(documents)
  const recent = createRecent<PassageId, Passage | null>(MOST_PASSAGES)
  const find = (id: PassageId) => {
    for (const position of offsets.candidates(id)) {
      const passage = lines.parse(position)
      if (passage.id === id) return passage
    }
    return null
  }
  return {
    manifest,
    documents,
    problems,
    volumes: guard(folder, 'volumes.json', () => readVolumes(folder)),
    passage: (id) => recent.get(id, find),
    passagesOf(documentId) {
      const at = firsts.get(documentId)
      return at ? lines.between(at.first, at.first + at.count) : []
    },
    *all() {
      for (let from = 0; from < offsets.count;) {
        const limit = offsets.range(from).start + CHUNK
        let to = from + 1
        while (to < offsets.count && offsets.range(to).end <= limit) to++
        yield* lines.between(from, to)
        from = to
      }
    },
    versions: (id) => kin.of(id).versions,
    duplicates: (id) => kin.of(id).duplicates,
    tombstone: openTombstones(folder),
    close() {
      lines.close()
      kin.close()
    },
  }
}

function refuseOtherVersions(manifest: Manifest, analyzerVersion: string): void {
  const made = `${manifest.formatVersion}/${manifest.analyzerVersion}`
  const wanted = `${FORMAT_VERSION}/${analyzerVersion}`
  if (made !== wanted)
    throw new UserError(
      'index-version',
      `the index was made by another version of Pasaje (format/analyzer ${made}, this one reads ${wanted})`,
      REBUILD,
    )
}

function firstPositions(documents: readonly DocumentRecord[]) {
  const firsts = new Map<string, { first: number; count: number }>()
  let first = 0
  for (const { id, passages } of documents) {
    firsts.set(id, { first, count: passages })
    first += passages
  }
  return firsts
}

function readOffsets(folder: string): Offsets {
  const offsets = guard(folder, 'passages.offsets', (path) => decodeOffsets(readFileSync(path)))
  if (!offsets) throw damaged(folder, 'passages.offsets')
  return offsets
}

function openLines(folder: string, offsets: Offsets) {
  const file = guard(folder, 'passages.jsonl', (path) => openSync(path, 'r'))
  const read = (start: number, end: number) => {
    const bytes = Buffer.allocUnsafe(end - start)
    if (readSync(file, bytes, 0, end - start, start) < end - start)
      throw damaged(folder, 'passages.jsonl')
    return bytes
  }
  const parse = (line: Buffer) =>
    guard(folder, 'passages.jsonl', () => decodePassage(line.toString('utf8')))
  return {
    parse(position: number) {
      const { start, end } = offsets.range(position)
      return parse(read(start, end))
    },
    /** Passages at positions from..to, in one read. */
    between(from: number, to: number): Passage[] {
      if (from >= to) return []
      const base = offsets.range(from).start
      const bytes = read(base, offsets.range(to - 1).end)
      return Array.from({ length: to - from }, (_, i) => {
        const { start, end } = offsets.range(from + i)
        return parse(bytes.subarray(start - base, end - base))
      })
    },
    close: () => closeSync(file),
  }
}

function readJson(folder: string, name: string): unknown {
  return guard(folder, name, (path) => JSON.parse(readFileSync(path, 'utf8')) as unknown)
}

function guard<T>(folder: string, name: string, read: (path: string) => T): T {
  try {
    return read(join(folder, name))
  } catch (cause) {
    throw damaged(folder, name, cause)
  }
}

function damaged(folder: string, name: string, cause?: unknown): UserError {
  const message = `the index is damaged: ${join(folder, name)}`
  return new UserError('index-damaged', message, `${REBUILD} --force`, { cause })
}
