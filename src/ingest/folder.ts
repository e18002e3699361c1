/**
 * A folder becomes an index: what changed is read, everything is written as a new generation, the pointer is swapped.
 *
 * Until the swap the old index serves. Documents go by one at a time: each is written to the cache as it is made, its
 * terms go to the engine at once and its passages from the cache to the store, so that memory holds one document and
 * what is kept of each passage to compare it with others.
 */
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { listCorpus, type CorpusFile } from '../read/corpus.ts'
import { hashFile } from '../read/file-hash.ts'
import { currentGeneration, sweepGenerations } from '../store/generation.ts'
import { readManifest } from '../store/reader.ts'
import { FORMAT_VERSION } from '../store/writer.ts'
import { cacheKey, openCache, type Cache } from './cache.ts'
import { beginWriting, type Entry } from './generation.ts'
import { takeLock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import { makeOutcomes, type MakingOptions } from './outcomes.ts'
import { createMeter } from './progress.ts'
import { readReport, type IngestReport } from './report.ts'

export interface IngestOptions extends MakingOptions {
  readonly corpus: string
  readonly index: string
  /** Has scanned pages recognised; what was recognised once stays so. */
  readonly ocr?: boolean
}

/**
 * Brings an index up to date with a folder; returns what was done.
 * UserError `corpus-missing`, `corpus-empty`, `manifest-invalid`, `ingest-running`, `index-unwritable`.
 */
export async function ingestFolder(options: IngestOptions): Promise<IngestReport> {
  const started = performance.now()
  const listing = await listCorpus(options.corpus)
  if (listing.files.length === 0) throw emptyCorpus(options.corpus)
  try {
    await makeFolder(options.index)
    const release = await takeLock(options.index)
    try {
      const report = await bringUpToDate(options, listing)
      return { ...report, milliseconds: Math.round(performance.now() - started) }
    } finally {
      await release()
    }
  } catch (error) {
    throw unwritable(options.index, error) ?? error
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
  if (stages.extrasVersion) made.push(stages.extrasVersion)
  const version = cacheKey([...made, listing.problems]).slice(0, 16)
  const old = currentVersion(index)
  const kept = old?.version === version && !force ? await readReport(old.folder) : null
  if (kept && !(kept.unsettled > 0))
    return { ...kept, ...namesOf(options), unchanged: true, made: 0, reused: entries.length }
  const writer = await beginWriting({ ...options, cache, version, old })
  try {
    const read = await makeOutcomes(entries, cache, options, writer)
    const common = {
      ...namesOf(options),
      ...read.counts,
      unchanged: false,
      milliseconds: 0,
      problems: [...listing.problems, ...(stages.problems?.() ?? []), ...read.problems],
    }
    if (!read.any)
      return { ...common, version: null, documents: [], passages: 0, words: 0, removed: 0 }
    const report = await writer.publish(common)
    cache.keepOnly(new Set([...entries.map((entry) => entry.key), ...read.keys]))
    await sweepGenerations(index, Date.now())
    return report
  } finally {
    await writer.close()
  }
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

/** What a file system says that will not take an index, for people. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  EIO: 'the disk fails',
}

function unwritable(index: string, error: unknown): UserError | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const refusal = refusals[code]
  if (refusal === undefined) return null
  const remedy = 'Make room or name another folder with --index DIR; the old index is as it was'
  const message = `the index cannot be written to ${index}: ${refusal}`
  return new UserError('index-unwritable', message, remedy, { cause: error })
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
