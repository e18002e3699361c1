/** `npm run measure:pages`: server time to HTML and bytes over the wire, on the shipped corpus. CPU time: other work does not count. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openContext } from '../context.ts'
import { ingestFolder } from '../ingest/folder.ts'
import { loadStages } from '../pipeline.ts'
import { createApp } from './app.tsx'
import { fixedGeneration } from './generations.ts'
import { createLibrary } from './library.ts'
import { loadStaticFiles } from './static-files.ts'

const rounds = 60
/** The first answers also compile the code: they are not counted. */
const warmUp = 10

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const index = await mkdtemp(join(tmpdir(), 'pasaje-measure-'))
const corpus = join(import.meta.dirname, '../../corpus')
await ingestFolder({ corpus, index, stages: loadStages(corpus) })
const library = createLibrary(await openContext(index))
const files = await loadStaticFiles()
const app = createApp({ generations: fixedGeneration(library), files })
const [first] = (await library.search(new URLSearchParams({ q: 'refugio' }))).results
const [left, right] = library.store.documents

const pages = [
  '/',
  '/?q=victims',
  '/?q=shelters&year=2021',
  '/?q=refugio&hl=es',
  `/p/${first!.id}?q=refugio`,
  `/d/${first!.document.id}`,
  `/compare/${left!.id}/${right!.id}`,
  '/trends?q=police',
  '/about',
]
const still = gzipSync(files.css.body).length + gzipSync(files.js.body).length

console.log(
  'page                                      p50 CPU ms   p95   kB with styles and script',
)
for (const path of pages) {
  const times: number[] = []
  let html = ''
  for (let round = 0; round < rounds + warmUp; round++) {
    const started = process.cpuUsage()
    html = await (await app.request(path)).text()
    const { user, system } = process.cpuUsage(started)
    if (round >= warmUp) times.push((user + system) / 1000)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const [middle, slow] = [percentile(sorted, 0.5), percentile(sorted, 0.95)]
  const weight = (gzipSync(html).length + still) / 1000
  console.log(
    `${path.slice(0, 40).padEnd(40)} ${middle.toFixed(1).padStart(7)} ${slow.toFixed(1).padStart(8)} ${weight.toFixed(1).padStart(8)}`,
  )
}
console.log(`script ${(gzipSync(files.js.body).length / 1000).toFixed(1)} kB gzipped`)
await library.close()
await rm(index, { recursive: true, force: true })
