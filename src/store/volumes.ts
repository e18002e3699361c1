/** volumes.json: how many words there are of each kind, counted once at ingest. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Passage } from '../model.ts'
import type { VolumeRow } from './store.ts'

const FILE = 'volumes.json'

/** Gathers volumes as passages go by. */
export function createVolumeCounter(): {
  add(passage: Passage, words: number): void
  write(folder: string): void
} {
  const rows = new Map<string, VolumeRow>()
  return {
    add({ documentId, year, country, language, section, duplicateOf }, words) {
      const kind = { documentId, year, country, language, section }
      const key = JSON.stringify(kind)
      const known = rows.get(key) ?? { ...kind, words: 0, copiedWords: 0 }
      rows.set(key, {
        ...kind,
        words: known.words + words,
        copiedWords: known.copiedWords + (duplicateOf === null ? 0 : words),
      })
    },
    write(folder) {
      writeFileSync(join(folder, FILE), JSON.stringify([...rows.values()]))
    },
  }
}

/** Reads what a counter wrote. Throws where the file is missing or broken. */
export function readVolumes(folder: string): VolumeRow[] {
  return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as VolumeRow[]
}
