/** Zip archives on disk; the last one opened is kept, for its members are read one after another. */
import { readFile, stat } from 'node:fs/promises'
import type { ZipArchive } from './zip.ts'

const MAX_BYTES = 512 << 20

let last: { readonly path: string; readonly mtime: number; readonly archive: ZipArchive } | null =
  null

/** Opens the archive at a path. Throws an Error that says why where it is damaged, too large, or made to burst. */
export async function archiveAt(path: string): Promise<ZipArchive> {
  const { size, mtimeMs } = await stat(path)
  if (last?.path === path && last.mtime === mtimeMs) return last.archive
  if (size > MAX_BYTES) throw new Error(`it is too large: ${size >> 20} MB`)
  const { openZip } = await import('./zip.ts')
  last = { path, mtime: mtimeMs, archive: await openZip(await readFile(path)) }
  return last.archive
}
