/** lineage.jsonl: the versions of each passage that has some, one line a passage, found by id like passages themselves. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PassageId, Version } from '../model.ts'
import { decodeOffsets, encodeOffsets } from './offsets.ts'

const LINES = 'lineage.jsonl'
const OFFSETS = 'lineage.offsets'

/** Writes the versions into the folder of a generation. */
export function writeLineage(
  folder: string,
  versions: ReadonlyMap<PassageId, readonly Version[]>,
): void {
  const lines = [...versions].map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`))
  const offsets = [0]
  for (const line of lines) offsets.push(offsets.at(-1)! + line.length)
  writeFileSync(join(folder, LINES), Buffer.concat(lines))
  writeFileSync(join(folder, OFFSETS), encodeOffsets([...versions.keys()], offsets))
}

export interface Lineage {
  versions(id: PassageId): readonly Version[]
  close(): void
}

/** Opens what `writeLineage` wrote. Throws where a file is missing or broken. */
export function openLineage(folder: string): Lineage {
  const offsets = decodeOffsets(readFileSync(join(folder, OFFSETS)))
  if (offsets === null) throw new Error(`${OFFSETS} is damaged`)
  const file = openSync(join(folder, LINES), 'r')
  return {
    versions(id) {
      for (const position of offsets.candidates(id)) {
        const { start, end } = offsets.range(position)
        const bytes = Buffer.allocUnsafe(end - start)
        readSync(file, bytes, 0, end - start, start)
        const [known, versions] = JSON.parse(bytes.toString('utf8')) as [PassageId, Version[]]
        if (known === id) return versions
      }
      return []
    },
    close: () => closeSync(file),
  }
}
