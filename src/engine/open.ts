/** Writes an index to disk and opens one: the only module that knows which engine is in use. */
import { ANALYZER_VERSION } from '../analyze/analyzer.ts'
import { UserError } from '../errors.ts'
import type { IndexedPassage } from '../model.ts'
import { openCompact } from './compact/compact.ts'
import { createCompactWriter, writeCompact, type IndexWriter } from './compact/write.ts'
import type { SearchEngine } from './engine.ts'

/** Writes what an engine needs into a folder, going through the passages once. */
export async function writeIndex(
  folder: string,
  passages: Iterable<IndexedPassage>,
): Promise<void> {
  await writeCompact(folder, passages, { analyzer: ANALYZER_VERSION })
}

/** As `writeIndex`, passage by passage; what the index in `previous` has is taken from there (see PassageTerms). */
export function createIndexWriter(folder: string, previous: string | null): IndexWriter {
  return createCompactWriter(folder, { analyzer: ANALYZER_VERSION, previous })
}

/**
 * Opens what writeIndex wrote. Errors: `index-version` where another version of the analyzer or of the format wrote it,
 * `index-damaged` where it is not as it was written.
 */
export async function openEngine(folder: string): Promise<SearchEngine> {
  try {
    return openCompact(folder, ANALYZER_VERSION)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UserError(
      'index-version',
      'the index was made by another version of Pasaje',
      'Build it again with: pasaje ingest --force',
      { cause: error },
    )
  }
}
