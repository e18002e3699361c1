import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContext } from '../context.ts'
import { loadStages } from '../pipeline.ts'
import { currentGeneration } from '../store/generation.ts'
import { ingestFolder } from './folder.ts'
import { verifyIndex } from './verify.ts'

const corpus = join(import.meta.dirname, '../../corpus')
let root: string
let sound: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pasaje-'))
  sound = join(root, 'sound')
  await ingestFolder({ corpus, index: sound, stages: loadStages(corpus) })
}, 60_000)
afterAll(() => rm(root, { recursive: true }))

async function verify(index: string) {
  const context = await openContext(index)
  try {
    return await verifyIndex({ ...context, corpus })
  } finally {
    await context.close()
  }
}

/** The names of the checks that fail where a copy of the index is damaged so. */
async function failing(damage: (generation: string) => Promise<unknown>): Promise<string[]> {
  const index = await mkdtemp(join(root, 'damaged-'))
  await cp(sound, index, { recursive: true })
  await damage(currentGeneration(index)!)
  const { checks } = await verify(index)
  return checks.filter((check) => check.failed > 0).map((check) => check.name)
}

describe('verifyIndex', { timeout: 60_000 }, () => {
  it('finds nothing wrong with the shipped corpus', async () => {
    const { ok, checks } = await verify(sound)
    expect(ok).toBe(true)
    expect(checks.map((check) => check.checked)).not.toContain(0)
  })

  it('notices a file that is not what was written', async () => {
    const names = await failing((folder) => appendFile(join(folder, 'report.json'), ' '))
    expect(names).toEqual(['files are as written'])
  })

  it('notices a text whose repairs no longer give what was printed, and words not in the file', async () => {
    const names = await failing(async (folder) => {
      const path = join(folder, 'passages.jsonl')
      const lines = await readFile(path, 'utf8')
      // As many bytes as before, so that every offset still holds.
      const otherwise = lines.replace(/"text":"\w/u, '"text":"#')
      await writeFile(path, otherwise.replace('"printed":"The', '"printed":"Xhe'))
    })
    expect(names).toEqual([
      'files are as written',
      'undoing the repairs gives what was printed',
      'passages stand in their files where they say',
    ])
  })

  it('refuses an index that lacks a file with the command that rebuilds it', async () => {
    const names = failing((folder) => rm(join(folder, 'passages.offsets')))
    await expect(names).rejects.toMatchObject({
      code: 'index-damaged',
      remedy: expect.stringContaining('pasaje ingest'),
    })
  })
})
