/** Where the data to measure against stands, for tests and measuring commands; the program itself never reads it. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = process.env['PASAJE_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')

/** The absolute path of a file or folder of the shared data, or null where it is missing. */
export function sharedPath(relative: string): string | null {
  const path = resolve(root, relative)
  return existsSync(path) ? path : null
}
