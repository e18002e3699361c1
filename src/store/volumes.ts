/** volumes.json: how many words there are of each kind, counted once at ingest. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Passage } from '../model.ts'
import type { VolumeRow } from './store.ts'

const FILE = 'volumes.json'

/** Where a passage stands. */
type Placed = Pick<
  Passage,
  'documentId' | 'year' | 'country' | 'language' | 'section' | 'duplicateOf'
>

/** Gathers volumes as passages go by. */
export function createVolumeCounter(): {
  add(passage: Placed, words: number): void
  write(folder: string): void
} {
  const rows = new Map<string, { -readonly [K in keyof VolumeRow]: VolumeRow[K] }>()
  return {
    add({ documentId, year, country, language, section, duplicateOf }, words) {
      const place = `${country ?? '\u0000'}\u0000${section ?? '\u0000'}`
      const key = `${documentId}\u0000${year}\u0000${language}\u0000${place}`
      let row = rows.get(key)
      if (row === undefined) {
        row = { documentId, year, country, language, section, words: 0, copiedWords: 0 }
        rows.set(key, row)
      }
      row.words += words
      if (duplicateOf !== null) row.copiedWords += words
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
