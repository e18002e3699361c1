/**
 * Passages that once were and are no more: a link to one can still say what stood there.
 *
 * tombstones.jsonl is carried from generation to generation; a passage that comes back leaves it.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import type { Passage, PassageId } from '../model.ts'
import type { Tombstone } from '../store/store.ts'
import { TOMBSTONES } from '../store/tombstones.ts'

/**
 * Writes the tombstones of a new generation from those of the old and from its passages that are not among `ids`.
 * Reads the old files line by line and by their own names, so that any former version's will do.
 */
export async function carryTombstones(
  old: { readonly folder: string; readonly version: string } | null,
  folder: string,
  ids: ReadonlySet<PassageId>,
): Promise<void> {
  const out = createWriteStream(join(folder, TOMBSTONES))
  const bury = (tombstone: Tombstone) => {
    if (!ids.has(tombstone.id)) out.write(`${JSON.stringify(tombstone)}\n`)
  }
  if (old) {
    for await (const line of linesOf(join(old.folder, TOMBSTONES)))
      bury(JSON.parse(line) as Tombstone)
    for await (const line of linesOf(join(old.folder, 'passages.jsonl'))) {
      const { id, documentId, ordinal, section, year, printed } = JSON.parse(line) as Passage
      bury({ id, documentId, ordinal, section, year, printed, lastVersion: old.version })
    }
  }
  out.end()
  await finished(out)
}

async function* linesOf(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') }))
    if (line !== '') yield line
}
