/**
 * `npm run bench:http -- [--passages N | --index DIR --corpus DIR] [--requests 2000] [--connections 4] [--pages]`: whole
 * search requests to a served index: 20 results with snippets, highlights and facets, gzip. N passages are generated.
 * Every query is another: one to three words of passages, as often as passages have them; so nothing is answered from
 * memory but what real readers share too. The last line is of a hundred queries that were all asked before.
 *
 * Prints requests a second, wall milliseconds, and on Linux the server's own CPU time a request, which is what a busy
 * machine changes least: 1000 ÷ it = requests a second on one core. Wall times are of one request at a time; then the
 * connections ask together. `--pages` asks for the page that people see instead of JSON.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeGeneratedIndex } from './generated-index.ts'
import { percentilesOf } from './percentiles.ts'
import { readerQueries } from './reader-queries.ts'

const { values } = parseArgs({
  options: {
    passages: { type: 'string' },
    index: { type: 'string', default: 'index' },
    corpus: { type: 'string', default: 'corpus' },
    requests: { type: 'string', default: '2000' },
    connections: { type: 'string', default: '4' },
    pages: { type: 'boolean', default: false },
  },
})

/** Queries that are asked over and over. */
const ASKED_AGAIN = 100

const generated = values.passages === undefined ? null : mkdtempSync(join(tmpdir(), 'pasaje-http-'))
if (generated) await writeGeneratedIndex(generated, Number(values.passages))

const main = resolve(import.meta.dirname, '../../dist/pasaje.js')
const folders = ['--index', generated ?? values.index, '--corpus', values.corpus]
const server = spawn(process.execPath, [main, 'serve', ...folders, '--port', '0'])
try {
  const [line] = (await once(server.stdout, 'data')) as [Buffer]
  const url = /http:\S+/u.exec(line.toString())?.[0]
  if (!url) throw new Error(`the server said: ${line.toString()}`)
  await measure(url)
} finally {
  server.kill()
  if (generated) rmSync(generated, { recursive: true })
}

async function measure(url: string): Promise<void> {
  const requests = Number(values.requests)
  const connections = Number(values.connections)
  const query = readerQueries(await textsOf(url))
  await askAll(url, query, { requests: requests / 4, connections: 1 })
  await report(url, query, { requests, connections: 1 })
  await report(url, query, { requests, connections })
  const asked = Array.from({ length: ASKED_AGAIN }, query)
  const again = inTurn(asked)
  await askAll(url, again, { requests: asked.length, connections: 1 })
  await report(url, again, { requests, connections }, 'asked before')
}

function inTurn(queries: readonly string[]): () => string {
  let next = 0
  return () => queries[next++ % queries.length]!
}

interface Load {
  readonly requests: number
  readonly connections: number
}

async function report(
  url: string,
  query: () => string,
  load: Load,
  kind = 'all different',
): Promise<void> {
  const before = serverCpu()
  const begin = performance.now()
  const { p50, p95, p99 } = percentilesOf(await askAll(url, query, load))
  const perSecond = Math.round((1000 * load.requests) / (performance.now() - begin))
  const cpu = before === null ? null : (serverCpu()! - before) / load.requests
  const core = cpu === null ? '' : `, CPU ${cpu.toFixed(2)} ms: ${Math.round(1000 / cpu)}/s a core`
  const times = [p50, p95, p99].map((time) => time.toFixed(1))
  process.stdout.write(
    `${load.requests} requests ${kind}, ${load.connections} at a time: p50 ${times[0]} p95 ${times[1]} p99 ${times[2]} ms, ${perSecond}/s${core}\n`,
  )
}

/** Wall milliseconds of each request. */
async function askAll(url: string, query: () => string, load: Load): Promise<number[]> {
  const samples: number[] = []
  const path = values.pages ? '/' : '/api/v1/search'
  let left = load.requests
  const askOn = async () => {
    while (left-- > 0) {
      const begin = performance.now()
      await (await ask(url + path, query())).arrayBuffer()
      samples.push(performance.now() - begin)
    }
  }
  await Promise.all(Array.from({ length: load.connections }, askOn))
  return samples
}

async function ask(address: string, q: string): Promise<Response> {
  const response = await fetch(`${address}?q=${encodeURIComponent(q)}&per_page=20`)
  if (!response.ok) throw new Error(`${response.status} for ${q}`)
  return response
}

/** Texts of passages: of the first, and of what some of their words find. */
async function textsOf(url: string): Promise<string[]> {
  const found = async (q: string) => {
    const response = await ask(`${url}/api/v1/search`, q)
    const { results } = (await response.json()) as { results: { text: string }[] }
    return results.map(({ text }) => text)
  }
  const first = await found('')
  const more = await Promise.all(
    first.slice(0, 20).map((text) => found(text.split(' ').slice(3, 6).join(' '))),
  )
  return [...first, ...more.flat()]
}

/** CPU milliseconds of the server so far; null where /proc is not there to say. */
function serverCpu(): number | null {
  const path = `/proc/${server.pid}/stat`
  if (!existsSync(path)) return null
  const fields = readFileSync(path, 'utf8').split(' ')
  // Ticks of a hundredth of a second, in user and in system mode.
  return (Number(fields[13]) + Number(fields[14])) * 10
}
