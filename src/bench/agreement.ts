/**
 * `npm run agree -- [--requests 5000] [--folder DIR]`: asks the MiniSearch engine and the compact engine the same arbitrary
 * requests over the paragraphs of a folder of reports; prints how many, or the smallest request on which they differ.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openCompact } from '../engine/compact/compact.ts'
import { expectAgreement } from '../engine/compact/agreement.ts'
import { folderPassages } from '../engine/compact/sample-corpus.ts'
import { writeCompact } from '../engine/compact/write.ts'
import { createMiniSearchEngine } from '../engine/minisearch.ts'
import { sharedPath } from '../testing/shared-data.ts'

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '5000' }, folder: { type: 'string' } },
})
const reports = values.folder ?? sharedPath('eval/corpora/hrr-en')
if (reports === null) throw new Error('there is no folder of reports: name one with --folder DIR')

const passages = folderPassages(reports)
const folder = mkdtempSync(join(tmpdir(), 'pasaje-agree-'))
try {
  await writeCompact(folder, passages, { analyzer: 'agree', runTokens: 500_000 })
  const compact = openCompact(folder, 'agree')
  const requests = Number(values.requests)
  await expectAgreement([createMiniSearchEngine(passages), compact], passages, requests)
  process.stdout.write(
    `${requests} requests over ${passages.length} passages: the same hits, scores, counts and facets\n`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
