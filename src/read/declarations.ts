/** What a person declares of the documents of a corpus, where anything is. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Declared } from '../model.ts'

export const MANIFEST = 'corpus.yaml'

/** What is declared about the file at a path relative to the corpus. */
export type Declarations = (file: string) => Declared

/**
 * Reads the manifest of a corpus; a corpus without one declares nothing, and the parser need not be loaded.
 * UserError `manifest-invalid` with the line where it is not what it should be.
 */
export async function readDeclarations(corpus: string): Promise<Declarations> {
  const source = await readFile(join(corpus, MANIFEST), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (source === null) return () => ({})
  const { parseDeclarations } = await import('./declared.ts')
  return parseDeclarations(source)
}
