import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { IndexedPassage } from '../../model.ts'
import { sharedPath } from '../../testing/shared-data.ts'
import type { SearchEngine } from '../engine.ts'
import { createMiniSearchEngine } from '../minisearch.ts'
import { expectAgreement } from './agreement.ts'
import { openCompact } from './compact.ts'
import { folderPassages, samplePassages } from './sample-corpus.ts'
import { writeCompact, type WriteOptions } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasaje-agreement-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function compactOver(
  passages: readonly IndexedPassage[],
  options: Partial<WriteOptions> = {},
): Promise<SearchEngine> {
  const into = mkdtempSync(join(folder, 'i-'))
  await writeCompact(into, passages, { analyzer: 'test', ...options })
  return openCompact(into, 'test')
}

function expectSameVocabulary(
  oracle: SearchEngine,
  compact: SearchEngine,
  terms: readonly string[],
): void {
  const [a, b] = [oracle.vocabulary, compact.vocabulary]
  expect([b.passages, b.averageLength]).toEqual([a.passages, a.averageLength])
  for (const term of terms) {
    expect(b.frequency(term)).toBe(a.frequency(term))
    for (const limit of [1, 5, 1000]) {
      expect(b.near(term, 1, limit)).toEqual(a.near(term, 1, limit))
      expect(b.near(term, 2, limit)).toEqual(a.near(term, 2, limit))
      for (const prefix of [term.slice(0, 3), term.slice(0, 1), 'zz']) {
        expect(b.withPrefix(prefix, limit)).toEqual(a.withPrefix(prefix, limit))
        expect(b.countWithPrefix(prefix)).toBe(a.countWithPrefix(prefix))
        const test = (one: string) => one.endsWith(term.slice(-1))
        expect(b.matching(prefix, test, limit)).toEqual(a.matching(prefix, test, limit))
      }
    }
  }
}

describe('the compact engine beside the MiniSearch engine', { timeout: 60_000 }, () => {
  const made = samplePassages(500, 7)
  it('gives the same hits, scores, facets and counts over made-up passages', async () => {
    const engines = [createMiniSearchEngine(made), await compactOver(made)] as const
    await expectAgreement(engines, made, 120)
    expectSameVocabulary(...engines, ['n:w1', '=w12', '=w299', '=nope', 'n'])
  })

  it('gives the same once its runs are merged', async () => {
    const engines = [createMiniSearchEngine(made), await compactOver(made, { runTokens: 2500 })]
    await expectAgreement(engines as [SearchEngine, SearchEngine], made, 60)
  })

  const reports = sharedPath('eval/corpora/hrr-en')
  it.skipIf(!reports)('gives the same over real reports', async () => {
    const passages = folderPassages(reports!, 4)
    const engines = [createMiniSearchEngine(passages), await compactOver(passages)] as const
    await expectAgreement(engines, passages, 50)
    expectSameVocabulary(...engines, ['n:polic', '=police', 'n:government', '=goverment'])
  })
})
