/** Writes an index to disk and opens one: the only module that knows which engine is in use. */
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ANALYZER_VERSION } from '../analyze/analyzer.ts'
import { UserError } from '../errors.ts'
import type { IndexedPassage } from '../model.ts'
import type { SearchEngine } from './engine.ts'
import { createMiniSearchEngine } from './minisearch.ts'

const file = 'indexed.jsonl'
const header = { engine: 'minisearch', format: 1, analyzer: ANALYZER_VERSION }

/** Writes what an engine needs into a folder, going through the passages once. */
export async function writeIndex(
  folder: string,
  passages: Iterable<IndexedPassage>,
): Promise<void> {
  function* lines() {
    yield JSON.stringify(header) + '\n'
    for (const passage of passages) yield JSON.stringify(passage) + '\n'
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, file)))
}

/** Opens what writeIndex wrote; refuses an index that another version of the analyzer or of the format wrote. */
export async function openEngine(folder: string): Promise<SearchEngine> {
  const passages: IndexedPassage[] = []
  let isFirst = true
  for await (const line of createInterface({ input: createReadStream(join(folder, file)) })) {
    if (isFirst && line !== JSON.stringify(header)) throw outdated()
    if (!isFirst) passages.push(JSON.parse(line) as IndexedPassage)
    isFirst = false
  }
  if (isFirst) throw outdated()
  return createMiniSearchEngine(passages)
}

function outdated(): UserError {
  return new UserError(
    'index-version',
    'the index was made by another version of Pasaje',
    'Rebuild it with: pasaje ingest --force',
  )
}
