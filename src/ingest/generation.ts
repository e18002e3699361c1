/** Writes one generation of an index from what its documents came to, in one pass, and points to it. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { IngestedDocument, Passage, PassageId } from '../model.ts'
import type { CorpusFile } from '../read/corpus.ts'
import { beginGeneration, publishGeneration } from '../store/generation.ts'
import { writeKin } from '../store/kin.ts'
import { createVolumeCounter } from '../store/volumes.ts'
import { createStoreWriter } from '../store/writer.ts'
import type { Cache } from './cache.ts'
import { amend } from './duplicates.ts'
import { createMeter, type IngestProgress } from './progress.ts'
import { describeDocument, readReport, writeReport } from './report.ts'
import type { DocumentReport, IngestReport } from './report.ts'
import type { Stages } from './stages.ts'
import { carryTombstones } from './tombstones.ts'

/** A file and the key of what it comes to. */
export interface Entry extends CorpusFile {
  readonly key: string
  readonly ocr: boolean
}

export interface Writing {
  readonly index: string
  readonly stages: Stages
  readonly force?: boolean
  readonly onProgress?: (progress: IngestProgress) => void
  readonly entries: readonly Entry[]
  readonly cache: Cache
  readonly version: string
  /** The generation that serves until this one is written. */
  readonly old: { readonly folder: string; readonly version: string } | null
  readonly common: Pick<
    IngestReport,
    'corpus' | 'index' | 'made' | 'reused' | 'unchanged' | 'milliseconds' | 'problems'
  >
}

/** Writes the outcomes of all entries, which are in the cache; returns the report that is kept with them. */
export async function writeGeneration(writing: Writing): Promise<IngestReport> {
  const { index, stages, force = false, version, old, common } = writing
  const name = `g-${version}-${Date.now().toString(36)}`
  const folder = await beginGeneration(index, name)
  const { documents, ids, groups, passages } = createPass(writing, folder)
  await mkdir(join(folder, 'engine'))
  const previous = old && !force ? join(old.folder, 'engine') : null
  await stages.writeIndex(join(folder, 'engine'), passages.indexed(), previous)
  const finish = passages.seal()
  // What each passage is elsewhere: in other years, and the copies of its group.
  writeKin(folder, await stages.lineageOf(passages.amended()), groups)
  await carryTombstones(old, folder, ids)
  const words = documents.reduce((sum, document) => sum + document.words, 0)
  const removed = old ? await missingSince(old.folder, documents) : 0
  const report = { ...common, version, documents, passages: ids.size, words, removed }
  await writeReport(folder, report)
  finish()
  await publishGeneration(index, folder, name)
  return report
}

/** The documents as they go by: each is written to the store on its way to the engine. */
function createPass(writing: Writing, folder: string) {
  const { entries, cache, stages, version, common } = writing
  const documents: DocumentReport[] = []
  const ids = new Set<PassageId>()
  /** The copies of each group's first passage. */
  const groups = new Map<PassageId, PassageId[]>()
  const writer = createStoreWriter(folder)
  const volumes = createVolumeCounter()
  const amendments = stages.amendmentsOf(passagesIn(entries, cache))
  const amended = (passages: readonly Passage[]) =>
    passages.map((passage) => amend(passage, amendments.get(passage.id)))
  const meter = createMeter('index', entries, writing.onProgress)
  const store = ({ document, passages }: IngestedDocument) => {
    writer.add(document, passages)
    documents.push(describeDocument(document, passages))
    for (const { id, duplicateOf } of passages) {
      ids.add(id)
      if (duplicateOf === null) continue
      const copies = groups.get(duplicateOf)
      if (copies) copies.push(id)
      else groups.set(duplicateOf, [id])
    }
  }
  function* indexed() {
    for (const entry of entries) {
      const ingested = cache.get(entry.key)?.ingested
      if (!ingested) continue
      const passages = amended(ingested.passages)
      store({ ...ingested, passages })
      for (const passage of passages)
        yield {
          ...stages.columns(passage),
          // A key says all that a document's passages come from, so equal keys are equal terms.
          stamp: entry.key,
          index: () => stages.index(passage),
          counted: (count: number) => volumes.add(passage, count),
        }
      meter(entry)
    }
  }
  return {
    documents,
    ids,
    groups,
    passages: {
      indexed,
      *amended() {
        for (const { key } of entries) yield* amended(cache.get(key)?.ingested?.passages ?? [])
      },
      /** Makes what was stored readable; returns what makes the folder a generation once all else is in it. */
      seal() {
        writer.seal(common.problems)
        volumes.write(folder)
        const { analyzerVersion, pipelineVersion } = stages
        const created = new Date().toISOString()
        return () => writer.finish({ version, created, analyzerVersion, pipelineVersion })
      },
    },
  }
}

function* passagesIn(entries: readonly Entry[], cache: Cache): Generator<Passage> {
  for (const entry of entries) yield* cache.get(entry.key)?.ingested?.passages ?? []
}

async function missingSince(old: string, documents: readonly DocumentReport[]): Promise<number> {
  const here = new Set(documents.map((document) => document.id))
  const before = (await readReport(old))?.documents ?? []
  return before.filter((document) => !here.has(document.id)).length
}
