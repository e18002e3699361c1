/**
 * Writes one generation of an index in two passes.
 *
 * The first goes by while documents are made: the terms of a passage go to the engine, and what is kept to compare it
 * with all others (its print) stays in memory. Once the whole corpus has shown what repeats what, the second takes each
 * passage's line from the cache to the store.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { IndexWriter } from '../engine/compact/write.ts'
import type { Print } from '../lineage/print.ts'
import type { DocumentRecord, PassageId } from '../model.ts'
import type { CorpusFile } from '../read/corpus.ts'
import { beginGeneration, publishGeneration } from '../store/generation.ts'
import { createKinWriter } from '../store/kin.ts'
import { createVolumeCounter } from '../store/volumes.ts'
import { decodePassage, encodePassage } from '../store/passage-line.ts'
import { createStoreWriter } from '../store/writer.ts'
import type { Cache, Outcome } from './cache.ts'
import { amend, amendedFacts } from './duplicates.ts'
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
  readonly cache: Cache
  readonly version: string
  /** The generation that serves until this one is written. */
  readonly old: { readonly folder: string; readonly version: string } | null
}

export interface GenerationWriter {
  /** Takes the next file's outcome, which is in the cache. */
  add(entry: Entry, outcome: Outcome): void
  /** Writes what was added and points to it; returns the report that is kept with it. */
  publish(common: Common): Promise<IngestReport>
  /** Ends without a generation. To be called in any case, after `publish` too. */
  close(): Promise<void>
}

type Common = Pick<
  IngestReport,
  'corpus' | 'index' | 'made' | 'reused' | 'unsettled' | 'unchanged' | 'milliseconds' | 'problems'
>

interface Added {
  readonly entry: Entry
  readonly document: DocumentRecord
  readonly prints: readonly Print[]
  /** Number of words of each passage, as the analyzer parts them. */
  readonly words: readonly number[]
}

/** Begins a generation beside the one that serves. */
export async function beginWriting(writing: Writing): Promise<GenerationWriter> {
  const { index, stages, force = false, version, old } = writing
  const name = `g-${version}-${Date.now().toString(36)}`
  const folder = await beginGeneration(index, name)
  await mkdir(join(folder, 'engine'))
  const previous = old && !force ? join(old.folder, 'engine') : null
  const engine = stages.createIndexWriter(join(folder, 'engine'), previous)
  const added: Added[] = []
  return {
    add(entry, { document, passages }) {
      if (document === null) return
      const words = passages.map((passage) =>
        engine.addTerms({
          id: passage.id,
          language: passage.language,
          // A key says all that a document's passages come from, so equal keys are equal terms.
          stamp: entry.key,
          index: () => stages.index(passage),
        }),
      )
      added.push({ entry, document, prints: passages.map(stages.print), words })
    },
    async publish(common) {
      const report = await write({ ...writing, folder, engine, added, common })
      await publishGeneration(index, folder, name)
      return report
    },
    async close() {
      engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Written extends Writing {
  readonly folder: string
  readonly engine: IndexWriter
  readonly added: readonly Added[]
  readonly common: Common
}

async function write(writing: Written): Promise<IngestReport> {
  const { folder, engine, stages, version, old, common } = writing
  const { documents, prints, groups, finishStore } = await storePassages(writing)
  await engine.finish()
  await writeKin(writing, prints, groups)
  await carryTombstones(old, folder, new Set(prints.map((print) => print.id)))
  const words = documents.reduce((sum, document) => sum + document.words, 0)
  const removed = old ? await missingSince(old.folder, documents) : 0
  const report = { ...common, version, documents, passages: prints.length, words, removed }
  await writeReport(folder, report)
  const { analyzerVersion, pipelineVersion } = stages
  finishStore({ version, created: new Date().toISOString(), analyzerVersion, pipelineVersion })
  return report
}

/** Lays over the passages what the corpus showed, and writes them to the store, their columns to the engine. */
async function storePassages(writing: Written) {
  const { added, cache, stages, folder, engine, common, onProgress } = writing
  const documents: DocumentReport[] = []
  const prints: Print[] = []
  /** The copies of each group's first passage. */
  const groups = new Map<PassageId, PassageId[]>()
  const store = createStoreWriter(folder)
  const volumes = createVolumeCounter()
  const amendments = stages.amendmentsOf(allPrints(added))
  const files = added.map(({ entry }) => entry)
  const meter = createMeter('index', files, onProgress)
  for (const { entry, document, prints: own, words } of added) {
    const lines = cache.lines(entry.key)
    const first = prints.length
    store.addDocument(document)
    for (const [at, print] of own.entries()) {
      const amendment = amendments.get(print.id)
      const amended = amendment ? { ...print, ...amendedFacts(print, amendment) } : print
      const line = amendment ? amendedLine(lines[at]!, amendment) : lines[at]!
      store.addPassage(print.id, line)
      engine.addColumns(stages.columns(amended))
      volumes.add(amended, words[at]!)
      addToGroup(groups, amended)
      prints.push(amended)
    }
    documents.push(describeDocument(document, prints.slice(first)))
    meter(entry)
    await setImmediate()
  }
  store.seal(common.problems)
  volumes.write(folder)
  return { documents, prints, groups, finishStore: store.finish }
}

function* allPrints(added: readonly Added[]): Generator<Print> {
  for (const { prints } of added) yield* prints
}

function amendedLine(line: Uint8Array, amendment: Parameters<typeof amend>[1]): Uint8Array {
  const passage = decodePassage(Buffer.from(line).toString('utf8'))
  return Buffer.from(`${encodePassage(amend(passage, amendment))}\n`)
}

function addToGroup(groups: Map<PassageId, PassageId[]>, { id, duplicateOf }: Print): void {
  if (duplicateOf === null) return
  const copies = groups.get(duplicateOf)
  if (copies) copies.push(id)
  else groups.set(duplicateOf, [id])
}

/** What each passage is elsewhere: in other years, and the copies of its group. */
async function writeKin(
  { added, cache, stages, folder }: Written,
  prints: readonly Print[],
  groups: ReadonlyMap<PassageId, readonly PassageId[]>,
): Promise<void> {
  const keys = new Map(added.map(({ entry, document }) => [document.id, entry.key]))
  const passagesOf = (documentId: string) => cache.get(keys.get(documentId)!)?.passages ?? []
  const kin = createKinWriter(folder, groups)
  for await (const batch of stages.lineageOf(prints, passagesOf)) kin.add(batch)
  kin.finish()
}

async function missingSince(old: string, documents: readonly DocumentReport[]): Promise<number> {
  const here = new Set(documents.map((document) => document.id))
  const before = (await readReport(old))?.documents ?? []
  return before.filter((document) => !here.has(document.id)).length
}
