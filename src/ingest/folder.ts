/**
 * A folder becomes an index: what changed is read, everything is written as a new generation, the pointer is swapped.
 *
 * Until the swap the old index serves. Documents go by one at a time: each is written to the cache as it is made, its
 * terms go to the engine at once and its passages from the cache to the store, so that memory holds one document and
 * what is kept of each passage to compare it with others.
 */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Problem, Vocabulary } from '../model.ts'
import { listCorpus, type CorpusFile } from '../read/corpus.ts'
import { hashFile, readCorpusFile } from '../read/reading.ts'
import { currentGeneration, sweepGenerations } from '../store/generation.ts'
import { readManifest } from '../store/reader.ts'
import { FORMAT_VERSION } from '../store/writer.ts'
import { cacheKey, openCache, type Cache, type Outcome } from './cache.ts'
import { beginWriting, type Entry, type GenerationWriter } from './generation.ts'
import { takeLock } from './lock.ts'
import { createMeter, type IngestProgress } from './progress.ts'
import { readReport, type IngestReport } from './report.ts'
import type { Stages } from './stages.ts'

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
  if (stages.extrasVersion) made.push(stages.extrasVersion)
  const version = cacheKey([...made, listing.problems]).slice(0, 16)
  const old = currentVersion(index)
  const kept = old?.version === version && !force ? await readReport(old.folder) : null
  if (kept)
    return { ...kept, ...namesOf(options), unchanged: true, made: 0, reused: entries.length }
  const writer = await beginWriting({ ...options, cache, version, old })
  try {
    const read = await makeOutcomes(entries, cache, options, writer)
    const common = {
      ...namesOf(options),
      ...read.counts,
      unchanged: false,
      milliseconds: 0,
      problems: [...listing.problems, ...read.problems],
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

/**
 * Sees to it that every file's outcome is in the cache, and hands it to the writer: at once until the first damaged
 * document, from there on when all clean ones have shown their words. `keys` are those of the outcomes handed over.
 */
async function makeOutcomes(
  entries: readonly Entry[],
  cache: Cache,
  options: IngestOptions,
  writer: GenerationWriter,
) {
  const { stages, force = false } = options
  const meter = createMeter('read', entries, options.onProgress)
  const problems: Problem[] = []
  const vocabularies: Vocabulary[] = []
  let [made, reused, any, held] = [0, 0, false, entries.length]
  for (const [at, entry] of entries.entries()) {
    const known = force ? null : cache.get(entry.key)
    if (known) reused++
    else made++
    const outcome = known ?? (await makeOutcome(entry, stages))
    if (!known) cache.put(entry.key, outcome)
    vocabularies.push(outcome.vocabulary)
    if (outcome.vocabulary.unread.length > 0) held = Math.min(held, at)
    if (at < held) writer.add(entry, outcome)
    problems.push(...outcome.problems)
    any ||= outcome.passages.length > 0
    meter(entry)
  }
  const ownWords = held < entries.length ? stages.ownWordsFor(vocabularies) : new Map()
  const waiting = entries.slice(held).map((entry, i) => withOwnWords(entry, ownWords.get(held + i)))
  for (const each of waiting)
    writer.add(each.entry, await outcomeWithOwnWords(each, cache, options))
  const keys = waiting.map(({ entry }) => entry.key)
  return { problems, any, keys, counts: { made, reused } }
}

interface Informed {
  readonly entry: Entry
  readonly words?: ReadonlyMap<string, number>
}

/**
 * A damaged document's entry under a key that also names the words of the clean ones that matter to it, so that it is
 * made again when these change and not else. All keys follow from the plain ones, which make the version.
 */
function withOwnWords(entry: Entry, words: ReadonlyMap<string, number> | undefined): Informed {
  if (!words) return { entry }
  return { entry: { ...entry, key: `${entry.key}-${cacheKey([...words]).slice(0, 8)}` }, words }
}

async function outcomeWithOwnWords(
  { entry, words }: Informed,
  cache: Cache,
  { stages, force = false }: IngestOptions,
): Promise<Outcome> {
  const known = force && words ? null : cache.get(entry.key)
  if (known) return known
  const outcome = await makeOutcome(entry, stages, words)
  cache.put(entry.key, outcome)
  return outcome
}

async function makeOutcome(
  entry: Entry,
  stages: Stages,
  ownWords?: ReadonlyMap<string, number>,
): Promise<Outcome> {
  const { document: source, problems: complaints } = await readCorpusFile(entry, entry)
  if (!source)
    return { document: null, passages: [], problems: complaints, vocabulary: noVocabulary }
  const { problems, ...ingested } = stages.ingest(source, ownWords)
  return { ...ingested, problems: [...complaints, ...problems] }
}

const noVocabulary: Vocabulary = { clean: [], unread: [] }
