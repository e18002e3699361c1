/**
 * A folder becomes an index: what changed is read, everything is written as a new generation, the pointer is swapped.
 *
 * Until the swap the old index serves. Documents go by one at a time: each is written to the cache as it is made, and
 * from there to the store and the engine, so that memory holds one document and the columns of the index.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Passage, PassageId, Problem } from '../model.ts'
import { listCorpus, type CorpusFile } from '../read/corpus.ts'
import { hashFile, readCorpusFile } from '../read/reading.ts'
import {
  beginGeneration,
  currentGeneration,
  publishGeneration,
  sweepGenerations,
} from '../store/generation.ts'
import { readManifest } from '../store/reader.ts'
import { writeKin } from '../store/kin.ts'
import { createVolumeCounter } from '../store/volumes.ts'
import { createStoreWriter, FORMAT_VERSION } from '../store/writer.ts'
import { cacheKey, openCache, type Cache } from './cache.ts'
import { amend, type Amendment } from './duplicates.ts'
import { takeLock } from './lock.ts'
import { createMeter, type IngestProgress } from './progress.ts'
import { describeDocument, readReport, writeReport } from './report.ts'
import type { DocumentReport, IngestReport } from './report.ts'
import type { Stages } from './stages.ts'
import { carryTombstones } from './tombstones.ts'

export interface IngestOptions {
  readonly corpus: string
  readonly index: string
  /** Makes everything anew, whatever is known. */
  readonly force?: boolean
  /** Has scanned pages recognised; what was recognised once stays so. */
  readonly ocr?: boolean
  readonly onProgress?: (progress: IngestProgress) => void
  readonly stages: Stages
}

/** A file and the key of what it comes to. */
interface Entry extends CorpusFile {
  readonly key: string
  readonly ocr: boolean
}

/**
 * Brings an index up to date with a folder; returns what was done.
 * UserError `corpus-missing`, `corpus-empty`, `manifest-invalid`, `ingest-running`.
 */
export async function ingestFolder(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now()
  const listing = await listCorpus(options.corpus)
  if (listing.files.length === 0) throw emptyCorpus(options.corpus)
  await mkdir(options.index, { recursive: true })
  const release = await takeLock(options.index)
  try {
    const report = await bringUpToDate(options, listing)
    return { ...report, milliseconds: Math.round(performance.now() - started) }
  } finally {
    await release()
  }
}

async function bringUpToDate(
  options: IngestOptions,
  listing: Awaited<ReturnType<typeof listCorpus>>,
): Promise<IngestReport> {
  const { stages, index, force = false } = options
  const cache = openCache(index)
  const entries = await keysOf(listing.files, cache, options)
  const made = [FORMAT_VERSION, stages.analyzerVersion, entries.map((entry) => entry.key)]
  const version = cacheKey([...made, listing.problems]).slice(0, 16)
  const old = currentVersion(index)
  const kept = old?.version === version && !force ? await readReport(old.folder) : null
  if (kept)
    return { ...kept, ...namesOf(options), unchanged: true, made: 0, reused: entries.length }
  const read = await makeOutcomes(entries, cache, options)
  const problems = [...listing.problems, ...read.problems]
  const common = {
    ...namesOf(options),
    ...read.counts,
    unchanged: false,
    milliseconds: 0,
    problems,
  }
  if (!read.any)
    return { ...common, version: null, documents: [], passages: 0, words: 0, removed: 0 }
  const report = await writeGeneration({ entries, cache, version, old, common, options })
  cache.keepOnly(new Set(entries.map((entry) => entry.key)))
  await sweepGenerations(index, Date.now())
  return report
}

const namesOf = ({ corpus, index }: IngestOptions) => ({
  corpus: resolve(corpus),
  index: resolve(index),
})

function emptyCorpus(corpus: string): UserError {
  return new UserError(
    'corpus-empty',
    `there are no documents in ${corpus}`,
    'Put reports there (.txt, .pdf, .docx, .html, .md …), or name another folder with --corpus DIR',
  )
}

async function keysOf(
  files: readonly CorpusFile[],
  cache: Cache,
  { stages, ocr = false, force = false, onProgress }: IngestOptions,
): Promise<Entry[]> {
  const meter = createMeter('check', files, onProgress)
  const entries: Entry[] = []
  for (const file of files) {
    const parts = [stages.pipelineVersion, file.id, file.file, file.declared, await hashFile(file)]
    const plain = cacheKey(parts)
    const recognised = `${plain}-ocr`
    const isRecognised = /\.pdf$/i.test(file.file) && (ocr || (!force && cache.has(recognised)))
    entries.push({ ...file, key: isRecognised ? recognised : plain, ocr: isRecognised })
    meter(file)
  }
  return entries
}

/** The generation that serves and its version, where it can still be read. */
function currentVersion(index: string): { folder: string; version: string } | null {
  const folder = currentGeneration(index)
  try {
    return folder === null ? null : { folder, version: readManifest(folder).version }
  } catch {
    return null
  }
}

/** Sees to it that every file's outcome is in the cache. */
async function makeOutcomes(entries: readonly Entry[], cache: Cache, options: IngestOptions) {
  const { stages, force = false } = options
  const meter = createMeter('read', entries, options.onProgress)
  const problems: Problem[] = []
  let [made, reused, any] = [0, 0, false]
  for (const entry of entries) {
    let outcome = force ? null : cache.get(entry.key)
    if (outcome) reused++
    else {
      made++
      const reading = await readCorpusFile(entry, entry)
      const ingested = reading.document && stages.ingest(reading.document)
      outcome = { ingested, problems: [...reading.problems, ...(ingested?.problems ?? [])] }
      cache.put(entry.key, outcome)
    }
    problems.push(...outcome.problems)
    any ||= (outcome.ingested?.passages.length ?? 0) > 0
    meter(entry)
  }
  return { problems, any, counts: { made, reused } }
}

interface Writing {
  readonly entries: readonly Entry[]
  readonly cache: Cache
  readonly version: string
  readonly old: { readonly folder: string; readonly version: string } | null
  readonly common: Pick<
    IngestReport,
    'corpus' | 'index' | 'made' | 'reused' | 'unchanged' | 'milliseconds' | 'problems'
  >
  readonly options: IngestOptions
}

async function writeGeneration(writing: Writing): Promise<IngestReport> {
  const { entries, cache, version, old, common, options } = writing
  const { stages, index } = options
  const name = `g-${version}-${Date.now().toString(36)}`
  const folder = await beginGeneration(index, name)
  const writer = createStoreWriter(folder)
  const documents: DocumentReport[] = []
  const ids = new Set<string>()
  const volumes = createVolumeCounter()
  const amendments = stages.amendmentsOf(passagesIn(entries, cache))
  const meter = createMeter('index', entries, options.onProgress)
  const indexed = function* () {
    for (const entry of entries) {
      const ingested = cache.get(entry.key)?.ingested
      if (!ingested) continue
      const passages = ingested.passages.map((p) => amend(p, amendments.get(p.id)))
      writer.add(ingested.document, passages)
      documents.push(describeDocument(ingested.document, passages))
      for (const passage of passages) {
        ids.add(passage.id)
        yield {
          ...stages.columns(passage),
          // A key says all that a document's passages come from, so equal keys are equal terms.
          stamp: entry.key,
          index: () => stages.index(passage),
          counted: (count: number) => volumes.add(passage, count),
        }
      }
      meter(entry)
    }
  }
  await mkdir(join(folder, 'engine'))
  const previous = old && !options.force ? join(old.folder, 'engine') : null
  await stages.writeIndex(join(folder, 'engine'), indexed(), previous)
  writer.seal(common.problems)
  volumes.write(folder)
  writeKinOf(folder, stages, () => amendedIn(entries, cache, amendments))
  await carryTombstones(old, folder, ids)
  const { analyzerVersion, pipelineVersion } = stages
  const words = documents.reduce((sum, document) => sum + document.words, 0)
  const removed = old ? await missingSince(old.folder, documents) : 0
  const report = { ...common, version, documents, passages: ids.size, words, removed }
  await writeReport(folder, report)
  writer.finish({ version, created: new Date().toISOString(), analyzerVersion, pipelineVersion })
  await publishGeneration(index, folder, name)
  return report
}

/** The relatives of every passage: other years, and the copies of its group. */
function writeKinOf(folder: string, stages: Stages, passages: () => Iterable<Passage>): void {
  const groups = new Map<PassageId, PassageId[]>()
  for (const { id, duplicateOf } of passages()) {
    if (duplicateOf !== null) groups.set(duplicateOf, [...(groups.get(duplicateOf) ?? []), id])
  }
  writeKin(folder, stages.lineageOf(passages()), groups)
}

function* amendedIn(
  entries: readonly Entry[],
  cache: Cache,
  amendments: ReadonlyMap<PassageId, Amendment>,
): Generator<Passage> {
  for (const passage of passagesIn(entries, cache)) yield amend(passage, amendments.get(passage.id))
}

function* passagesIn(entries: readonly Entry[], cache: Cache): Generator<Passage> {
  for (const entry of entries) yield* cache.get(entry.key)?.ingested?.passages ?? []
}

async function missingSince(old: string, documents: readonly DocumentReport[]): Promise<number> {
  const here = new Set(documents.map((document) => document.id))
  const before = (await readReport(old))?.documents ?? []
  return before.filter((document) => !here.has(document.id)).length
}
