import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentGeneration } from '../store/generation.ts'
import type { IngestReport } from './report.ts'

const program = ['--import', 'tsx', 'src/cli/main.ts']
let root: string
const folders = () => ['--corpus', join(root, 'corpus'), '--index', join(root, 'index')]

async function ingest(): Promise<IngestReport> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...program,
    'ingest',
    ...folders(),
    '--json',
  ])
  return JSON.parse(stdout) as IngestReport
}

const report = (n: number) =>
  `PERU (Tier 2)\n\nIn case ${n} the government identified victims and referred them to shelters run by civil society.\n\nPROTECTION\n\nOfficials in region ${n} did not report how many victims received services.\n`

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pasaje-'))
  await mkdir(join(root, 'corpus'))
  await writeFile(join(root, 'corpus/a.txt'), report(0))
})
afterAll(() => rm(root, { recursive: true }))

describe('an ingest that is killed', { timeout: 120_000 }, () => {
  it('leaves the old index serving, and the next goes on where it stopped', async () => {
    const { version } = await ingest()
    const before = currentGeneration(join(root, 'index'))
    for (let n = 1; n <= 200; n++) await writeFile(join(root, `corpus/r${n}.txt`), report(n))
    const child = spawn(process.execPath, [...program, 'ingest', ...folders()], { stdio: 'ignore' })
    // Killed in the middle: some documents are finished, most are not.
    const cached = async () => (await readdir(join(root, 'index/cache'))).length
    while ((await cached()) < 20) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(currentGeneration(join(root, 'index'))).toBe(before)
    expect(JSON.parse(await readFile(join(before!, 'manifest.json'), 'utf8'))).toMatchObject({
      version,
    })
    const { made, reused, passages } = await ingest()
    expect({ all: made + reused, passages }).toEqual({ all: 201, passages: 402 })
    expect(reused).toBeGreaterThanOrEqual(19)
    expect((await readdir(join(root, 'index'))).filter((name) => /^\.|lock/.test(name))).toEqual([])
  })
})
