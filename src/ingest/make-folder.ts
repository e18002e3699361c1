/** Makes a folder and those above it. Node's own `recursive` never ends where the system will have none: in /proc. */
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a folder; nothing where there is one. Throws what the file system says, `EACCES` where it takes none at all. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST' && (await isFolder(path))) return
    if (code !== 'ENOENT') throw error
    // "No such file", said of a folder whose parent is there, means that nobody may make one.
    if (await isFolder(dirname(path))) throw Object.assign(error as Error, { code: 'EACCES' })
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
