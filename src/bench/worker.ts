/**
 * One measurement in a process of its own: `worker build|query PEER FOLDER`, the corpus in `bench.json` of the folder above.
 * Prints one line of JSON. Times are CPU time of the whole process (garbage collection and other threads too), because
 * wall time on a shared machine measures the neighbours.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generatePassages, type BenchPassage } from './corpus.ts'
import { folderSource } from './folder-source.ts'
import type { BenchQuery, OpenPeer, Peer, QueryClass } from './peer.ts'
import { percentilesOf, type Percentiles } from './percentiles.ts'

/** What the command tells its workers. */
export interface BenchSetup {
  readonly passages: number
  /** Folder of text files instead of the generator. */
  readonly corpus: string | null
  readonly queries: readonly BenchQuery[]
}

export interface BuildReport {
  readonly buildPerSecond: number
  readonly diskMb: number
  readonly peakRssMb: number
}

export interface QueryReport {
  readonly coldStartMs: number
  readonly rssMb: number
  readonly queries: Partial<Record<QueryClass, Percentiles & { facets: Percentiles }>>
}

/** Each engine is loaded alone, so that none pays for another's code. */
const peers: Record<string, () => Promise<Peer>> = {
  pasaje: async () => (await import('./peers/pasaje.ts')).pasaje,
  minisearch: async () => (await import('./peers/minisearch.ts')).minisearch,
  'sqlite-fts5': async () => (await import('./peers/sqlite.ts')).sqlite,
  flexsearch: async () => (await import('./peers/flexsearch.ts')).flexsearch,
  lunr: async () => (await import('./peers/lunr.ts')).lunrPeer,
  orama: async () => (await import('./peers/orama.ts')).orama,
}

/** CPU milliseconds after which a class is not asked another round. */
const BUDGET = 1500
const ROUNDS = 10
const SAMPLE_MS = 3

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const mb = (bytes: number) => Math.round(bytes / 1e5) / 10

const [task, name = '', folder = ''] = process.argv.slice(2)
const setup = JSON.parse(readFileSync(join(folder, '../bench.json'), 'utf8')) as BenchSetup
const peer = await peers[name]!()
const report = task === 'build' ? await build() : await query()
process.stdout.write(JSON.stringify(report) + '\n')

async function build(): Promise<BuildReport | { skipped: string }> {
  const missing = await peer.missing()
  if (missing) return { skipped: missing }
  const source = setup.corpus ? folderSource(setup.corpus) : generatePassages(setup.passages)
  const made = { milliseconds: 0, passages: 0 }
  const begin = cpu()
  await peer.build(untimed(source, made), folder)
  const seconds = (cpu() - begin - made.milliseconds) / 1000
  const files = readdirSync(folder).filter((file) => file !== 'facets.json')
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  return {
    buildPerSecond: Math.round(made.passages / seconds),
    diskMb: mb(bytes),
    peakRssMb: mb(process.resourceUsage().maxRSS * 1024),
  }
}

/** Hands passages on in batches, and takes the time of making them off the bill. */
function* untimed(
  source: Iterator<BenchPassage>,
  made: { milliseconds: number; passages: number },
): Generator<BenchPassage> {
  for (;;) {
    const begin = cpu()
    const batch: BenchPassage[] = []
    while (batch.length < 500) {
      const next = source.next()
      if (next.done) break
      batch.push(next.value)
    }
    made.milliseconds += cpu() - begin
    made.passages += batch.length
    if (batch.length === 0) return
    yield* batch
  }
}

async function query(): Promise<QueryReport> {
  const open = await peer.open(folder)
  await open.facets(setup.queries[0]!)
  // CPU since the process began: starting Node, loading code, opening the index, one answer.
  const coldStartMs = Math.round(cpu())
  const rssMb = mb(process.memoryUsage().rss)
  const queries: QueryReport['queries'] = {}
  for (const kind of new Set(setup.queries.map((one) => one.kind))) {
    if (open.lacks?.includes(kind)) continue
    const list = setup.queries.filter((one) => one.kind === kind)
    const top = await measure(list, (one) => open.top(one))
    queries[kind] = { ...top, facets: await measure(list, (one) => open.facets(one)) }
  }
  return { coldStartMs, rssMb, queries }
}

/**
 * Percentiles over all queries of a class: each is asked once to warm up and once to be measured, whatever it takes, so that a
 * slow engine answers the same queries as a quick one; then again as often as the budget allows. Reading the CPU clock is a
 * system call that takes as long as a quick answer, so a sample is a query asked often enough to fill `SAMPLE_MS`.
 */
async function measure(
  queries: readonly BenchQuery[],
  ask: (query: BenchQuery) => ReturnType<OpenPeer['top']>,
): Promise<Percentiles> {
  const repeats = new Map<BenchQuery, number>()
  for (const one of queries) {
    const begin = cpu()
    await ask(one)
    repeats.set(one, Math.min(50, Math.max(1, Math.ceil(SAMPLE_MS / (cpu() - begin)))))
  }
  const samples: number[] = []
  const last = cpu() + BUDGET
  do {
    for (const [one, times] of repeats) {
      const begin = cpu()
      for (let i = 0; i < times; i++) await ask(one)
      samples.push((cpu() - begin) / times)
    }
  } while (samples.length < ROUNDS * queries.length && cpu() < last)
  return percentilesOf(samples)
}
