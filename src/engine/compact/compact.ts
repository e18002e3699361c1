/** The engine over a compact index: what `serve` opens. It answers as the MiniSearch engine does, from typed arrays. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Clause, EngineRequest, EngineResult, SearchEngine } from '../engine.ts'
import { collect } from './collect.ts'
import { evaluate, type Search } from './evaluate.ts'
import { openIndexFile } from './file.ts'
import { createIndex, type Index } from './index.ts'
import { openIndexFolder } from './index-folder.ts'
import { createCompactVocabulary } from './vocabulary.ts'

/**
 * Opens the compact index of a folder. Errors: `index-version` where another analyzer or format made it, `index-damaged`
 * where its tables are not as written; a damaged posting is reported by the search that comes upon it.
 */
export function openCompact(folder: string, analyzer: string): SearchEngine {
  const opened = openIndexFolder(folder)
  if (opened.meta.analyzer !== analyzer) {
    opened.close()
    throw new UserError(
      'index-version',
      `the index was made by analyzer ${opened.meta.analyzer}, this is ${analyzer}`,
      'Build it again with: pasaje ingest --force',
    )
  }
  const index = createIndex(opened)
  return {
    name: 'compact',
    vocabulary: createCompactVocabulary(opened),
    search: async (request) => answer(index, request),
    close: async () => opened.close(),
  }
}

function answer(index: Index, request: EngineRequest): EngineResult {
  try {
    const search: Search = { index, bars: new Map() }
    const matches = evaluate(search, request.clause)
    const collected = collect(index, request, matches)
    return { ...collected, coverage: coverageOf(search, request.clause) }
  } catch (error) {
    index.accumulator.clear()
    index.marks.fill(0)
    index.perCombo.fill(0)
    throw error
  } finally {
    index.pool.release()
    index.terms.clear()
  }
}

/** The bar of the ranked clause that decides what matches: of those reached through `and`, the first. */
function coverageOf(search: Search, clause: Clause): EngineResult['coverage'] {
  const ranked = firstRanked(clause)
  if (!ranked) return { matched: 0, of: 0 }
  // Where another part of an `and` matches nothing, it has not been looked at.
  if (!search.bars.has(ranked)) evaluate(search, ranked)
  return { matched: search.bars.get(ranked) ?? 0, of: ranked.clauses.length }
}

function firstRanked(clause: Clause): Extract<Clause, { kind: 'ranked' }> | undefined {
  if (clause.kind === 'ranked') return clause.clauses.length > 0 ? clause : undefined
  if (clause.kind !== 'and') return undefined
  return clause.clauses.map(firstRanked).find((ranked) => ranked !== undefined)
}

/** Reads every byte of a compact index; throws `index-damaged` where one is not as written. */
export function verifyCompact(folder: string): void {
  openIndexFolder(folder).close()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.bin'))) {
    const file = openIndexFile(join(folder, name))
    try {
      file.verify()
    } finally {
      file.close()
    }
  }
}
