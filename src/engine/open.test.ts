import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { samplePassages } from './compact/sample-corpus.ts'
import { writeCompact } from './compact/write.ts'
import { openEngine, writeIndex } from './open.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasaje-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('an index on disk', () => {
  it('opens as it was written', async () => {
    await writeIndex(folder, samplePassages(20, 1))
    const engine = await openEngine(folder)
    expect(engine.name).toBe('compact')
    expect(engine.vocabulary.passages).toBe(20)
    await engine.close()
  })

  it('opens without a single passage', async () => {
    await writeIndex(folder, [])
    const engine = await openEngine(folder)
    expect(engine.vocabulary.withPrefix('', 5)).toEqual([])
    await engine.close()
  })

  it('is refused where another analyzer made its terms', async () => {
    await writeCompact(folder, samplePassages(20, 1), { analyzer: 'another' })
    await expect(openEngine(folder)).rejects.toMatchObject({
      code: 'index-version',
      remedy: expect.stringContaining('pasaje ingest'),
    })
  })

  it('is refused where an earlier version of Pasaje left no such files', async () => {
    await expect(openEngine(folder)).rejects.toMatchObject({ code: 'index-version' })
  })
})
