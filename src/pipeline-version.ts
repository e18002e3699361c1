/**
 * The version of everything that decides what passages a file comes out as: a hash over the code of those stages and
 * the data they read. Nobody has to remember to raise it, and no cached document outlives the rule that made it.
 *
 * A build writes it to data/pipeline-version; a checkout works it out from the same files, so that both share caches.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { asset } from './load/assets.ts'

const PARTS = [
  'model.ts',
  'load/lexicon.ts',
  'letters.ts',
  'read',
  'segment',
  'normalize',
  'label',
  'ingest',
  'store/passage-line.ts',
  'data',
]

/** The version, 16 hex digits. */
export function pipelineVersion(): string {
  const built = asset('pipeline-version')
  return existsSync(built) ? readFileSync(built, 'utf8') : sourceVersion(import.meta.dirname)
}

/** The version of the sources in a src/ folder. */
export function sourceVersion(src: string): string {
  const hash = createHash('sha256')
  for (const part of PARTS) {
    const path = `${src}/${part}`
    if (!existsSync(path)) continue
    const files = part.includes('.')
      ? ['']
      : readdirSync(path, { recursive: true, encoding: 'utf8' })
    for (const file of files.toSorted().filter(isSource))
      hash.update(part + file).update(readFileSync(file === '' ? path : `${path}/${file}`))
  }
  return hash.digest('hex').slice(0, 16)
}

const isSource = (file: string) =>
  file === '' || (/\.[a-z]+$/.test(file) && !file.endsWith('.test.ts'))
