/**
 * What an ingest costs, stage by stage, beside MiniSearch indexing the same passages in the same run.
 *
 *     npm run evaluate:ingest -- [FOLDER] [--times 10]
 *
 * `--times` measures a larger corpus made of the folder's reports (see variations.ts). CPU seconds of one process, user
 * and system; a machine that is busy inflates both sides alike, so the ratios hold.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import MiniSearch from 'minisearch'
import { ingestFolder } from '../ingest/folder.ts'
import type { Stages } from '../ingest/stages.ts'
import { loadStages } from '../pipeline.ts'
import { listCorpus } from '../read/corpus.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { currentGeneration } from '../store/generation.ts'
import { openStore } from '../store/reader.ts'
import { writeVariations } from './variations.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '1' } },
})
const given = positionals[0] ?? sharedPath('eval/corpora/hrr-en')
if (!given) throw new Error('Name a folder of documents')
const times = Number(values.times)

/** CPU seconds spent so far, but for what reading this clock took: four times a passage that is a tenth of all. */
const seconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 - ++reads * CLOCK
}
let reads = 0
/** What one reading takes. */
const CLOCK = clockCost()

function clockCost(): number {
  const readings = 20_000
  const before = process.cpuUsage()
  for (let i = 0; i < readings; i++) process.cpuUsage()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6 / readings
}

/** Runs it and adds the CPU seconds it took to the stage's. */
function clock() {
  const spent = new Map<string, number>()
  const add = (stage: string, start: number) =>
    spent.set(stage, (spent.get(stage) ?? 0) + seconds() - start)
  const timed =
    <A extends readonly unknown[], R>(stage: string, run: (...args: A) => R) =>
    (...args: A): R => {
      const start = seconds()
      const result = run(...args)
      add(stage, start)
      return result
    }
  /** Of what is awaited before anything else is done. */
  const timedLater =
    <A extends readonly unknown[], R>(stage: string, run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const start = seconds()
      const result = await run(...args)
      add(stage, start)
      return result
    }
  /** Of what gives others turns; what is done with each piece is not its own work. */
  const timedPieces = <A extends readonly unknown[], R>(
    stage: string,
    run: (...args: A) => AsyncIterable<R>,
  ) =>
    async function* (...args: A): AsyncGenerator<R> {
      let start = seconds()
      for await (const piece of run(...args)) {
        add(stage, start)
        yield piece
        start = seconds()
      }
      add(stage, start)
    }
  return { spent, timed, timedLater, timedPieces }
}

async function measure(folder: string) {
  const stages = loadStages(folder)
  const { spent, timed, timedLater, timedPieces } = clock()
  const clocked: Stages = {
    ...stages,
    ingest: timedLater('segment, repair, label', stages.ingest),
    index: timed('analyse', stages.index),
    print: timed('read words as numbers', stages.print),
    amendmentsOf: timed('find repeated passages', stages.amendmentsOf),
    lineageOf: timedPieces('link the years', stages.lineageOf),
  }
  const index = await mkdtemp(join(tmpdir(), 'pasaje-evaluate-'))
  try {
    const start = seconds()
    const report = await ingestFolder({ corpus: folder, index, stages: clocked })
    const first = seconds() - start
    const memory = process.resourceUsage().maxRSS / 1024
    const again = seconds()
    await ingestFolder({ corpus: folder, index, stages })
    const second = seconds() - again
    const miniSearch = indexAlone(index, stages.analyzerVersion)
    return { spent, first, second, report, memory, miniSearch }
  } finally {
    await rm(index, { recursive: true })
  }
}

/** CPU seconds of MiniSearch as it comes, on the texts of the same passages. */
function indexAlone(index: string, analyzerVersion: string): number {
  const store = openStore(currentGeneration(index)!, analyzerVersion)
  const texts = [...store.all()].map(({ id, text }) => ({ id, text }))
  store.close()
  const start = seconds()
  new MiniSearch({ fields: ['text'] }).addAll(texts)
  return seconds() - start
}

async function print(corpus: string): Promise<void> {
  const { files } = await listCorpus(corpus)
  const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1e6
  const { spent, first, second, report, memory, miniSearch } = await measure(corpus)
  const known = [...spent.values()].reduce((sum, s) => sum + s, 0)
  const row = (name: string, s: number) => {
    const cells = [
      name.padEnd(40),
      `${s.toFixed(2).padStart(8)} s`,
      `${(megabytes / s).toFixed(2).padStart(8)} MB/s`,
      `${(s / miniSearch).toFixed(2).padStart(7)} × MiniSearch`,
    ]
    console.log(cells.join(' '))
  }
  const size = `${megabytes.toFixed(2)} MB, ${files.length} documents`
  console.log(`${size}, ${report.passages} passages, ${memory.toFixed(0)} MB of memory at most\n`)
  for (const [stage, s] of spent) row(stage, s)
  row('read, store, write the index', first - known)
  row('first run in all', first)
  row('MiniSearch, the same passages', miniSearch)
  const share = ((100 * second) / first).toFixed(1)
  console.log(`\nsecond run, nothing changed: ${second.toFixed(3)} s, ${share} % of the first`)
}

if (times > 1) {
  const larger = await mkdtemp(join(tmpdir(), 'pasaje-larger-'))
  try {
    await writeVariations(given, larger, times)
    await print(larger)
  } finally {
    await rm(larger, { recursive: true })
  }
} else await print(given)
