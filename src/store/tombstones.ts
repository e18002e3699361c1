/** Reads what is kept of passages that once were and are no more; ingest carries the file from generation to generation. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PassageId } from '../model.ts'
import type { Tombstone } from './store.ts'

export const TOMBSTONES = 'tombstones.jsonl'

/** The tombstone of an id, or null. The file is read at the first call: only a broken link ever asks. */
export function openTombstones(folder: string): (id: PassageId) => Tombstone | null {
  let lines: ReadonlyMap<PassageId, string> | null = null
  return (id) => {
    lines ??= readLines(join(folder, TOMBSTONES))
    const line = lines.get(id)
    return line === undefined ? null : (JSON.parse(line) as Tombstone)
  }
}

/** Lines by id. A generation without the file has buried nothing. */
function readLines(path: string): Map<PassageId, string> {
  const lines = new Map<PassageId, string>()
  for (const line of fileOr(path, '').split('\n')) {
    if (line !== '') lines.set((JSON.parse(line) as Tombstone).id, line)
  }
  return lines
}

function fileOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
