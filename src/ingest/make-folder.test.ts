import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFolder } from './make-folder.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pasaje-'))
})
afterEach(() => rm(root, { recursive: true }))

describe('makeFolder', () => {
  it('makes a folder, those above it, and nothing where there is one', async () => {
    const path = join(root, 'a/b/c')
    await makeFolder(path)
    await makeFolder(path)
    expect((await stat(path)).isDirectory()).toBe(true)
  })
  it('says that a file is no folder', async () => {
    await writeFile(join(root, 'file'), '')
    await expect(makeFolder(join(root, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
    await expect(makeFolder(join(root, 'file/a/b'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
  it.runIf(existsSync('/proc/self'))('gives up where nothing can be made', async () => {
    await expect(makeFolder('/proc/pasaje/index')).rejects.toMatchObject({ code: 'EACCES' })
  })
})
