/**
 * `npm run bench:search -- [--index DIR] [--queries 1000]`: whole searches of an index, from the query as typed to the
 * twenty results with snippets and marks, on the MiniSearch engine and on the compact one. Prints CPU milliseconds.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { indexPassage } from '../analyze/analyzer.ts'
import { openContext } from '../context.ts'
import { createMiniSearchEngine } from '../engine/minisearch.ts'
import { parseParameters } from '../search/parameters.ts'
import { search, type SearchContext } from '../search/search.ts'
import { percentilesOf } from './percentiles.ts'
import { readerQueries } from './reader-queries.ts'

const { values } = parseArgs({
  options: {
    index: { type: 'string', default: 'index' },
    queries: { type: 'string', default: '1000' },
  },
})

const context = await openContext(resolve(values.index))
const passages = [...context.store.all()]
const miniSearch = createMiniSearchEngine(passages.map(indexPassage))
// Every 25th is enough to have the words as often as all have them.
const texts = passages.flatMap(({ text }, at) => (at % 25 === 0 ? [text] : []))
for (const engine of [miniSearch, context.engine]) {
  const { p50, p95, p99 } = await measure({ ...context, engine }, readerQueries(texts))
  const times = [p50, p95, p99].map((time) => time.toFixed(1))
  process.stdout.write(
    `${engine.name.padEnd(10)} ${passages.length} passages: p50 ${times[0]} p95 ${times[1]} p99 ${times[2]} ms\n`,
  )
}
await context.close()

async function measure(searched: SearchContext, query: () => string) {
  const ask = () => search(searched, parseParameters(new URLSearchParams({ q: query() })))
  const queries = Number(values.queries)
  for (let at = 0; at < queries / 4; at++) await ask()
  const samples: number[] = []
  for (let at = 0; at < queries; at++) {
    const before = process.cpuUsage()
    await ask()
    const { user, system } = process.cpuUsage(before)
    samples.push((user + system) / 1000)
  }
  return percentilesOf(samples)
}
