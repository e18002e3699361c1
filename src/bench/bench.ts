/**
 * `npm run bench -- [--passages N] [--corpus DIR] [--peers a,b] [--json]`: Pasaje beside other engines over the same
 * passages and queries, each in a process of its own. Prints a table with ratios, or the JSON of DESIGN.md.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { build } from 'esbuild'
import { folderSource } from './folder-source.ts'
import { createQueries, sampleOf } from './queries.ts'
import { printTable, type EngineReport } from './report.ts'
import type { BenchSetup, BuildReport, QueryReport } from './worker.ts'

const all = ['pasaje', 'minisearch', 'sqlite-fts5', 'flexsearch', 'lunr', 'orama']
const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '20000' },
    corpus: { type: 'string' },
    peers: { type: 'string', default: all.join(',') },
    json: { type: 'boolean', default: false },
  },
})

const root = resolve(import.meta.dirname, '../..')
// The workers stand inside the checkout, where node_modules is found, and are plain JavaScript: no transpiler to start.
const code = join(root, 'node_modules/.cache/pasaje-bench')
const folder = mkdtempSync(join(tmpdir(), 'pasaje-bench-'))
try {
  await bundle()
  const engines: EngineReport[] = []
  const setup = writeSetup()
  for (const name of values.peers.split(',')) engines.push(await measure(name))
  const { passages } = setup
  process.stdout.write(
    values.json
      ? JSON.stringify({ passages, engines }, null, 1) + '\n'
      : printTable(setup, engines),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(code, { recursive: true, force: true })
}

async function bundle(): Promise<void> {
  await build({
    entryPoints: { worker: join(root, 'src/bench/worker.ts') },
    outdir: code,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  })
}

function writeSetup(): BenchSetup {
  const corpus = values.corpus === undefined ? null : resolve(values.corpus)
  const sample = corpus ? sampleOf(folderSource(corpus)) : sampleOf()
  const passages = corpus ? [...folderSource(corpus)].length : Number(values.passages)
  const setup: BenchSetup = { passages, corpus, queries: createQueries(sample) }
  writeFileSync(join(folder, 'bench.json'), JSON.stringify(setup))
  return setup
}

async function measure(name: string): Promise<EngineReport> {
  const own = join(folder, name)
  mkdirSync(own)
  try {
    process.stderr.write(`${name}: building …\n`)
    const built = await work<BuildReport | { skipped: string }>('build', name)
    if ('skipped' in built) return { name, skipped: built.skipped }
    process.stderr.write(`${name}: answering …\n`)
    return { name, ...built, ...(await work<QueryReport>('query', name)) }
  } catch (error) {
    return { name, failed: reasonOf(error as Error) }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** Runs a worker. Others than Pasaje may need more heap than Node gives by default: they get it. */
async function work<T>(task: 'build' | 'query', name: string): Promise<T> {
  const heap = name === 'pasaje' ? [] : ['--max-old-space-size=12000']
  const args = [...heap, join(code, 'worker.mjs'), task, name, join(folder, name)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as T
}

/** The line of a failed process's output that says what was wrong. */
function reasonOf({ message }: Error): string {
  const lines = message.split('\n')
  return lines.find((line) => /^\w*Error\b|heap out of memory/u.test(line)) ?? lines[0]!
}
