/** What everything that reads an index holds: one generation's store and engine. */
import { join } from 'node:path'
import { ANALYZER_VERSION } from './analyze/analyzer.ts'
import type { SearchEngine } from './engine/engine.ts'
import { openEngine } from './engine/open.ts'
import { UserError } from './errors.ts'
import { currentGeneration } from './store/generation.ts'
import { openStore } from './store/reader.ts'
import type { PassageStore } from './store/store.ts'
import type { Translator } from './translate/translate.ts'
import { loadTranslator } from './load/translator.ts'

export interface Context {
  /** The generation's folder. */
  readonly folder: string
  readonly store: PassageStore
  readonly engine: SearchEngine
  readonly translator: Translator
  close(): Promise<void>
}

/**
 * Opens the generation that serves.
 * UserError `index-missing`, `index-version` or `index-damaged`, each naming the command that builds the index.
 */
export async function openContext(index: string): Promise<Context> {
  const folder = currentGeneration(index)
  if (folder === null)
    throw new UserError(
      'index-missing',
      `there is no index in ${index}`,
      'Build it with: pasaje ingest, or name another with --index DIR',
    )
  const store = openStore(folder, ANALYZER_VERSION)
  try {
    const engine = await openEngine(join(folder, 'engine'))
    const close = async () => {
      store.close()
      await engine.close()
    }
    return { folder, store, engine, translator: loadTranslator(join(folder, 'engine')), close }
  } catch (error) {
    store.close()
    throw error
  }
}
