/** The shipped corpus as an index in a folder of its own, for tests that ask it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingestFolder } from '../ingest/folder.ts'
import { loadStages } from '../pipeline.ts'

export interface ShippedIndex {
  readonly folder: string
  remove(): Promise<void>
}

export async function shippedIndex(): Promise<ShippedIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'pasaje-shipped-'))
  const corpus = join(import.meta.dirname, '../../corpus')
  await ingestFolder({ corpus, index: folder, stages: loadStages(corpus) })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
