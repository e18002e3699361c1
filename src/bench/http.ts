/**
 * `npm run bench:http -- --index DIR [--corpus DIR] [--requests 400]`: whole search requests to a served index, one after
 * another: 20 results with snippets, highlights and facets. Prints wall milliseconds and requests a second, and on Linux
 * the server's own CPU time a request, which is what a busy machine does not change.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createRandom } from '../testing/random.ts'
import { percentilesOf } from './percentiles.ts'

const { values } = parseArgs({
  options: {
    index: { type: 'string', default: 'index' },
    corpus: { type: 'string', default: 'corpus' },
    requests: { type: 'string', default: '400' },
  },
})

const main = resolve(import.meta.dirname, '../../dist/pasaje.js')
const folders = ['--index', values.index, '--corpus', values.corpus]
const server = spawn(process.execPath, [main, 'serve', ...folders, '--port', '0'])
try {
  const [line] = (await once(server.stdout, 'data')) as [Buffer]
  const url = /http:\S+/u.exec(line.toString())?.[0]
  if (!url) throw new Error(`the server said: ${line.toString()}`)
  process.stdout.write(await measure(`${url}/api/v1/search`, Number(values.requests)))
} finally {
  server.kill()
}

async function measure(api: string, requests: number): Promise<string> {
  const words = await wordsOf(api)
  const random = createRandom(3)
  const query = () =>
    Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => words[Math.floor(random() * words.length)],
    ).join(' ')
  for (let warm = 0; warm < requests / 4; warm++) await ask(api, query())
  const samples: number[] = []
  const before = serverCpu()
  for (let request = 0; request < requests; request++) {
    const begin = performance.now()
    await ask(api, query())
    samples.push(performance.now() - begin)
  }
  const { p50, p95, p99 } = percentilesOf(samples)
  const perSecond = Math.round((1000 * requests) / samples.reduce((sum, time) => sum + time, 0))
  const cpu =
    before === null ? '' : `, server CPU ${((serverCpu()! - before) / requests).toFixed(1)} ms`
  return `${requests} requests: p50 ${p50} p95 ${p95} p99 ${p99} ms, ${perSecond}/s${cpu}\n`
}

async function ask(api: string, q: string): Promise<{ results: { text: string }[] }> {
  const response = await fetch(`${api}?q=${encodeURIComponent(q)}&per_page=20`)
  if (!response.ok) throw new Error(`${response.status} for ${q}`)
  return (await response.json()) as { results: { text: string }[] }
}

/** Words of passages, as often as they have them. */
async function wordsOf(api: string): Promise<string[]> {
  const { results } = await ask(api, '')
  const found = await Promise.all(
    results.slice(0, 5).map(({ text }) => ask(api, text.split(' ').slice(0, 3).join(' '))),
  )
  const texts = [...results, ...found.flatMap((answer) => answer.results)]
  return texts.flatMap(({ text }) => text.match(/\p{L}{4,}/gu) ?? [])
}

/** CPU milliseconds of the server so far; null where /proc is not there to say. */
function serverCpu(): number | null {
  const path = `/proc/${server.pid}/stat`
  if (!existsSync(path)) return null
  const fields = readFileSync(path, 'utf8').split(' ')
  // Ticks of a hundredth of a second, in user and in system mode.
  return (Number(fields[13]) + Number(fields[14])) * 10
}
