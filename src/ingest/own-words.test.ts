import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ANALYZER_VERSION } from '../analyze/analyzer.ts'
import { loadStages } from '../pipeline.ts'
import { currentGeneration } from '../store/generation.ts'
import { openStore } from '../store/reader.ts'
import { ingestFolder } from './folder.ts'
import type { Stages } from './stages.ts'

const damaged =
  'La investigacién de la regién de Sanagoran llegé a la poblacién de Sanagoran segun la fiscalia.\n'
const clean =
  'La población de Sanagorán dio información según el año. La región de Sanagorán está más allá de la montaña.\n'
const other =
  'La estación de la capital está más allá de la montaña, según la población de la región.\n'

let root: string
let made: string[]
const put = (file: string, text: string) => writeFile(join(root, 'corpus', file), text)

/** Ingests; returns the files that were made, and what the damaged one then says. */
async function ingest(): Promise<{ made: string[]; text: string }> {
  const corpus = join(root, 'corpus')
  const real = loadStages(corpus)
  const stages: Stages = {
    ...real,
    ingest(document, ownWords) {
      made.push(document.file)
      return real.ingest(document, ownWords)
    },
  }
  made = []
  await ingestFolder({ corpus, index: join(root, 'index'), stages })
  const store = openStore(currentGeneration(join(root, 'index'))!, ANALYZER_VERSION)
  const text = store.passagesOf('damaged')[0]!.text
  store.close()
  return { made, text }
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pasaje-own-'))
  await mkdir(join(root, 'corpus'))
  await put('damaged.txt', damaged)
})
afterEach(() => rm(root, { recursive: true }))

it('reads a damaged document by the words that a clean one shows', async () => {
  expect((await ingest()).text).toContain('de Sanagoran según')
  await put('clean.txt', clean)
  const again = await ingest()
  expect(again.text).toContain('de Sanagorán según')
  expect(again.made).toEqual(['clean.txt', 'damaged.txt'])
})

it('reads nothing anew where the words that matter stay the same', async () => {
  await put('clean.txt', clean)
  await ingest()
  await put('other.txt', other)
  expect((await ingest()).made).toEqual(['other.txt'])
  expect((await ingest()).made).toEqual([])
})

it('forgets the words of a document that is gone', async () => {
  await put('clean.txt', clean)
  await ingest()
  await rm(join(root, 'corpus/clean.txt'))
  expect((await ingest()).text).toContain('de Sanagoran según')
})
