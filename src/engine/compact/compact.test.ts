import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeEngine } from '../contract.ts'
import { openCompact } from './compact.ts'
import { writeCompact } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasaje-compact-'))
afterAll(() => rmSync(folder, { recursive: true }))

describeEngine('the compact engine', async (passages) => {
  await writeCompact(folder, passages, { analyzer: 'test' })
  return openCompact(folder, 'test')
})
