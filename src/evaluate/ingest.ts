/**
 * What an ingest costs, stage by stage, beside MiniSearch indexing the same passages in the same run.
 *
 *     npm run evaluate:ingest -- FOLDER
 *
 * CPU seconds of one process, user and system; a machine that is busy inflates both sides alike, so the ratios hold.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { ingestFolder } from '../ingest/folder.ts'
import type { Stages } from '../ingest/stages.ts'
import type { Passage } from '../model.ts'
import { loadStages } from '../pipeline.ts'
import { listCorpus } from '../read/corpus.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { currentGeneration } from '../store/generation.ts'
import { openStore } from '../store/reader.ts'

const corpus = process.argv[2] ?? sharedPath('eval/corpora/hrr-en')
if (!corpus) throw new Error('Name a folder of documents')

const seconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Runs it and adds the CPU seconds it took to the stage's. */
function clock() {
  const spent = new Map<string, number>()
  const timed =
    <A extends readonly unknown[], R>(stage: string, run: (...args: A) => R) =>
    (...args: A): R => {
      const start = seconds()
      const result = run(...args)
      spent.set(stage, (spent.get(stage) ?? 0) + seconds() - start)
      return result
    }
  /** Of what gives others turns; nothing else runs meanwhile. */
  const timedTurns = async <R>(stage: string, run: () => Promise<R>): Promise<R> => {
    const start = seconds()
    const result = await run()
    spent.set(stage, (spent.get(stage) ?? 0) + seconds() - start)
    return result
  }
  return { spent, timed, timedTurns }
}

/** Passages are read from the cache as the stage asks for them; that is not its own work. */
const gathered =
  <R>(run: (passages: Iterable<Passage>) => R) =>
  (passages: Iterable<Passage>): R =>
    run([...passages])

async function measure(folder: string) {
  const stages = loadStages(folder)
  const { spent, timed, timedTurns } = clock()
  const clocked: Stages = {
    ...stages,
    ingest: timed('segment, repair, label', stages.ingest),
    amendmentsOf: gathered(timed('find repeated passages', stages.amendmentsOf)),
    lineageOf: gathered((passages) =>
      timedTurns('link the years', () => stages.lineageOf(passages)),
    ),
    index: timed('analyse', stages.index),
  }
  const index = await mkdtemp(join(tmpdir(), 'pasaje-evaluate-'))
  try {
    const start = seconds()
    const report = await ingestFolder({ corpus: folder, index, stages: clocked })
    const first = seconds() - start
    const again = seconds()
    await ingestFolder({ corpus: folder, index, stages })
    const second = seconds() - again
    return { spent, first, second, report, miniSearch: indexAlone(index, stages.analyzerVersion) }
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

const { files } = await listCorpus(corpus)
const megabytes = files.reduce((sum, file) => sum + file.bytes, 0) / 1e6
const { spent, first, second, report, miniSearch } = await measure(corpus)
const known = [...spent.values()].reduce((sum, s) => sum + s, 0)
const row = (name: string, s: number) =>
  console.log(
    `${name.padEnd(40)}${s.toFixed(2).padStart(8)} s ${(megabytes / s).toFixed(2).padStart(8)} MB/s ${(s / miniSearch).toFixed(2).padStart(7)} × MiniSearch`,
  )
console.log(`${megabytes.toFixed(2)} MB, ${files.length} documents, ${report.passages} passages\n`)
for (const [stage, s] of spent) row(stage, s)
row('read, store, write the index', first - known)
row('first run in all', first)
row('MiniSearch, the same passages', miniSearch)
console.log(
  `\nsecond run, nothing changed: ${second.toFixed(3)} s, ${((100 * second) / first).toFixed(1)} % of the first`,
)
