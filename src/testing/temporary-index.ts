/** A corpus, or some of its files, as an index in a folder of its own, for tests that ask it. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingestFolder } from '../ingest/folder.ts'
import { loadStages } from '../pipeline.ts'

export interface TemporaryIndex {
  readonly folder: string
  remove(): Promise<void>
}

const shipped = join(import.meta.dirname, '../../corpus')

/** Of the shipped reports, unless another corpus is named; of the files whose names begin so. */
export async function temporaryIndex(from = shipped, beginning = ''): Promise<TemporaryIndex> {
  const root = await mkdtemp(join(tmpdir(), 'pasaje-test-'))
  const [corpus, folder] = [join(root, 'corpus'), join(root, 'index')]
  const filter = (path: string) =>
    path === from || path.slice(from.length + 1).startsWith(beginning)
  await cp(from, corpus, { recursive: true, filter })
  await ingestFolder({ corpus, index: folder, stages: loadStages(corpus) })
  return { folder, remove: () => rm(root, { recursive: true, force: true }) }
}
