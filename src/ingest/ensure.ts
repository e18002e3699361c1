/** An index where there was none. */
import { currentGeneration } from '../store/generation.ts'
import { ingestFolder, type IngestOptions } from './folder.ts'
import type { IngestReport } from './report.ts'

/** Builds the index of a folder if there is none; returns the report, or null where there was one already. */
export async function ensureIndex(options: IngestOptions): Promise<IngestReport | null> {
  return currentGeneration(options.index) === null ? ingestFolder(options) : null
}
