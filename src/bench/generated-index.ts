/** The generated corpus as an index that can be served: what an ingest would have written, without a file to read. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ANALYZER_VERSION, indexPassage } from '../analyze/analyzer.ts'
import { writeIndex } from '../engine/open.ts'
import type { DocumentRecord, IndexedPassage, Passage, PassageId } from '../model.ts'
import { beginGeneration, publishGeneration } from '../store/generation.ts'
import { createKinWriter } from '../store/kin.ts'
import { createVolumeCounter } from '../store/volumes.ts'
import { createStoreWriter } from '../store/writer.ts'
import { generatePassages } from './corpus.ts'
import { passageOf } from './peers/pasaje.ts'

/** Writes an index of so many generated passages into a folder. */
export async function writeGeneratedIndex(index: string, passages: number): Promise<void> {
  const name = `g-bench-${passages}`
  const folder = await beginGeneration(index, name)
  mkdirSync(join(folder, 'engine'))
  const store = createStoreWriter(folder)
  const volumes = createVolumeCounter()
  const groups = new Map<PassageId, PassageId[]>()
  const documents = new Map<string, { first: Passage; passages: number; words: number }>()

  function* indexed(): Generator<IndexedPassage> {
    for (const made of generatePassages(passages)) {
      const passage = passageOf(made)
      const terms = indexPassage(passage)
      const words = terms.positions.length
      store.addPassage(passage.id, Buffer.from(`${JSON.stringify(passage)}\n`))
      volumes.add(passage, words)
      const document = documents.get(passage.documentId) ?? {
        first: passage,
        passages: 0,
        words: 0,
      }
      document.passages++
      document.words += words
      documents.set(passage.documentId, document)
      if (passage.duplicateOf !== null) {
        const copies = groups.get(passage.duplicateOf) ?? []
        groups.set(passage.duplicateOf, [...copies, passage.id])
      }
      yield terms
    }
  }

  await writeIndex(join(folder, 'engine'), indexed())
  for (const document of documents.values()) store.addDocument(recordOf(document))
  store.seal([])
  volumes.write(folder)
  createKinWriter(folder, groups).finish()
  store.finish({
    version: `generated-${passages}`,
    created: new Date(0).toISOString(),
    analyzerVersion: ANALYZER_VERSION,
    pipelineVersion: 'generated',
  })
  await publishGeneration(index, folder, name)
}

function recordOf({
  first,
  passages,
  words,
}: {
  readonly first: Passage
  readonly passages: number
  readonly words: number
}): DocumentRecord {
  const unsaid = { by: 'none', evidence: '' } as const
  return {
    id: first.documentId,
    file: `${first.documentId}.txt`,
    title: `Report on ${first.country}, ${first.year}`,
    year: first.year,
    country: first.country,
    language: first.language,
    publisher: null,
    author: null,
    url: null,
    format: 'txt',
    encoding: 'utf-8',
    hash: '',
    pages: null,
    passages,
    words,
    damage: { repairs: 0, offers: 0, rate: 0 },
    labels: { title: unsaid, year: unsaid, country: unsaid, language: unsaid },
    furniture: [],
    headings: [],
  }
}
