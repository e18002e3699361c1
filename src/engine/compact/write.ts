/**
 * Writes a compact index into a folder: from passages alone, or from changed passages and the index before them.
 *
 * Passages are collected in runs of bounded size, each written as a temporary segment, and the runs merged; so what
 * memory a build takes is that of one run and of the columns. With `previous`, passages that have not changed stay in the
 * segments that hold them (update.ts decides which of those are merged), whatever else those held is deleted.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { IndexedPassage, LanguageTag, NumberedTerms } from '../../model.ts'
import { createColumnWriter, type ColumnWriter } from './column-writer.ts'
import { createIndexFile } from './file-writer.ts'
import { openIndexFile, type IndexFile } from './file.ts'
import { HEAD, type HeadMeta } from './index-folder.ts'
import { DELETED, mergeSegments, type MergeInput } from './merge.ts'
import { createList, numbers, push, type NumberList } from './numbers.ts'
import { createNumbering } from './numbering.ts'
import { createRun, type Run } from './run.ts'
import { openSegment } from './segment.ts'
import { createSegmentWriter } from './segment-writer.ts'
import { openPrevious, type Base, type Kept, type Previous, type Stamped } from './update.ts'

/** A passage whose terms may be in the previous index already, under the same stamp and in the same language. */
export interface PassageTerms extends Stamped {
  /** Makes the terms. */
  index(): NumberedTerms
}

type Columnar = Pick<IndexedPassage, 'id' | 'facets' | 'group'>

export interface WriteOptions {
  /** Version of the analyzer that made the terms: an index of another is refused when opened. */
  readonly analyzer: string
  /** Folder of the index to take unchanged passages from; null where there is none. */
  readonly previous?: string | null
  /** How many (term, position) pairs a run holds; 4 million take some 60 MB. */
  readonly runTokens?: number
}

/** Terms are given first, columns when they are known: passages are ranked in the order given, the same for both. */
export interface IndexWriter {
  /** Takes the terms of a passage, each id once; the number of its words, made or taken over. */
  addTerms(passage: PassageTerms): number
  /** Takes what the next of the passages is filtered by. */
  addColumns(columns: Columnar): void
  /** Writes the index; every passage has both by now. */
  finish(): Promise<void>
  /** Ends without an index. To be called in any case, after `finish` too. */
  close(): void
}

const RUN_TOKENS = 4_000_000
/** Passages added before others get a turn. */
const TURN = 512

interface WrittenRun {
  readonly path: string
  readonly ranks: Uint32Array
}

interface Build {
  readonly folder: string
  readonly runTokens: number
  readonly columns: ColumnWriter
  readonly previous: Previous | null
  readonly written: WrittenRun[]
  /** By rank, what columns keep of a passage's terms. */
  readonly lengths: NumberList
  readonly words: NumberList
  readonly stamps: string[]
  run: Run
  ranks: NumberList
}

/** Writes all passages. */
export async function writeCompact(
  folder: string,
  passages: Iterable<IndexedPassage>,
  options: WriteOptions,
): Promise<void> {
  const writer = createCompactWriter(folder, options)
  try {
    const number = createNumbering()
    let count = 0
    for (const passage of passages) {
      const { id, facets } = passage
      const language = facets.lang as LanguageTag
      writer.addTerms({ id, language, stamp: '', index: () => number(passage) })
      writer.addColumns(passage)
      if (++count % TURN === 0) await setImmediate()
    }
    await writer.finish()
  } finally {
    writer.close()
  }
}

/**
 * Writes `compact.bin`, and links the segments it builds on, into an existing folder. A previous index that cannot be
 * read, or that another analyzer made, is as good as none.
 */
export function createCompactWriter(folder: string, options: WriteOptions): IndexWriter {
  const build: Build = {
    folder,
    runTokens: options.runTokens ?? RUN_TOKENS,
    columns: createColumnWriter(),
    previous: openPrevious(options.previous ?? null, options.analyzer),
    written: [],
    lengths: createList(),
    words: createList(),
    stamps: [],
    run: createRun(),
    ranks: createList(),
  }
  return {
    addTerms: (passage) => addTerms(build, passage),
    addColumns({ id, facets, group }) {
      const rank = build.columns.passages
      const length = build.lengths.values[rank]!
      const words = build.words.values[rank]!
      build.columns.add({ id, facets, group, stamp: build.stamps[rank]!, length, words })
    },
    async finish() {
      await writeHead(build, options.analyzer)
      clear(build)
    },
    close() {
      clear(build)
      build.previous?.close()
    },
  }
}

/** Removes the temporary segments. */
function clear(build: Build): void {
  for (const { path } of build.written.splice(0)) rmSync(path, { force: true })
}

function addTerms(build: Build, passage: PassageTerms): number {
  const rank = build.words.length
  const { length, words } = build.previous?.keep(passage, rank) ?? makeTerms(build, rank, passage)
  push(build.lengths, length)
  push(build.words, words)
  build.stamps.push(passage.stamp)
  if (build.run.tokens >= build.runTokens) flush(build)
  return words
}

function makeTerms(build: Build, rank: number, passage: PassageTerms): Kept {
  const terms = passage.index()
  push(build.ranks, rank)
  return { length: build.run.add(terms), words: terms.numbers.length }
}

/** Writes the run as a temporary segment and begins the next. */
function flush(build: Build): void {
  const path = join(build.folder, `run-${build.written.length}.tmp`)
  const file = createIndexFile(path)
  const writer = createSegmentWriter(file, { fuzzy: false })
  file.finish(writer.finish(build.run.write(writer)), null)
  build.written.push({ path, ranks: numbers(build.ranks) })
  build.run = createRun()
  build.ranks = createList()
}

async function writeHead(build: Build, analyzer: string): Promise<void> {
  const total = build.columns.passages
  const news = build.written.reduce((sum, { ranks }) => sum + ranks.length, build.run.passages)
  const { bases, merged } = build.previous?.divide(news) ?? { bases: [], merged: [] }
  const file = createIndexFile(join(build.folder, HEAD))
  const writer = createSegmentWriter(file, { fuzzy: true })
  const isWhole = build.run.passages === total
  if (!isWhole && build.run.passages > 0) flush(build)
  const opened: IndexFile[] = []
  try {
    const inputs = build.written.map(({ path, ranks }) => {
      const run = openIndexFile(path)
      opened.push(run)
      return { segment: openSegment(run), map: ranks }
    })
    const own = ownNumbers([...merged, ...inputs], total)
    const sentences = isWhole
      ? build.run.write(writer)
      : await mergeSegments(renumber([...merged, ...inputs], own), writer)
    const terms = writer.finish(sentences)
    const columns = build.columns.finish()
    const meta: HeadMeta = { analyzer, columns: columns.meta, bases: bases.map(nameOf) }
    const sections = { ...terms, ...columns.sections, ...mapSections(own, bases) }
    for (const base of bases) base.link(build.folder)
    file.finish(sections, meta)
  } catch (error) {
    file.abandon()
    throw error
  } finally {
    opened.forEach((run) => run.close())
  }
}

interface OwnNumbers {
  /** For each rank the number in the head's own segment, or DELETED where another segment holds it. */
  readonly ofRank: Uint32Array
  readonly ranks: Uint32Array
}

/** The head's own passages are numbered in the order of their ranks. */
function ownNumbers(inputs: readonly MergeInput[], total: number): OwnNumbers {
  const ofRank = new Uint32Array(total).fill(DELETED)
  for (const { map } of inputs) for (const rank of map) if (rank !== DELETED) ofRank[rank] = 0
  const ranks = createList()
  for (let rank = 0; rank < total; rank++) {
    if (ofRank[rank] === DELETED) continue
    ofRank[rank] = ranks.length
    push(ranks, rank)
  }
  return { ofRank, ranks: numbers(ranks) }
}

function renumber(inputs: readonly MergeInput[], { ofRank }: OwnNumbers): MergeInput[] {
  return inputs.map(({ segment, map }) => ({
    segment,
    map: map.map((rank) => (rank === DELETED ? DELETED : ofRank[rank]!)),
  }))
}

function nameOf({ file, checksum }: Base): HeadMeta['bases'][number] {
  return { file, checksum }
}

function mapSections(own: OwnNumbers, bases: readonly Base[]): Record<string, Uint32Array> {
  const sections: Record<string, Uint32Array> = {}
  for (const [index, base] of bases.entries()) {
    sections[`map.${index}`] = base.map
    if (base.liveDf) sections[`df.${index}`] = base.liveDf
  }
  return bases.length > 0 ? { ...sections, map: own.ranks } : sections
}
