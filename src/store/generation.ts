/**
 * Generations of an index: folders never changed once complete, and the pointer CURRENT to the one that serves.
 *
 * A generation is written under a name that begins with a dot, renamed when it is whole, and then pointed to. Whoever
 * dies in between leaves the old pointer and some rubbish that the next ingest sweeps away.
 */
import { readFileSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const POINTER = 'CURRENT'
const NAME = /^g-[\w-]+$/
const UNFINISHED = /^\.(?:new|pointer)-/
/** A reader may have read the pointer just before it moved: what was current moments ago is left in place. */
const GRACE_MS = 10 * 60_000

/** The folder of the generation that serves, or null where there is no index. */
export function currentGeneration(index: string): string | null {
  try {
    const name = readFileSync(join(index, POINTER), 'utf8').trim()
    return NAME.test(name) ? join(index, name) : null
  } catch {
    return null
  }
}

/** Makes an empty folder to write a generation into. */
export async function beginGeneration(index: string, name: string): Promise<string> {
  const folder = join(index, `.new-${name}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

/** Gives the finished folder its name and points to it; returns where it stands now. */
export async function publishGeneration(index: string, folder: string, name: string) {
  const final = join(index, name)
  await rm(final, { recursive: true, force: true })
  await rename(folder, final)
  const pointer = join(index, `.pointer-${process.pid}`)
  const file = await open(pointer, 'w')
  await file.writeFile(`${name}\n`)
  await file.sync()
  await file.close()
  await rename(pointer, join(index, POINTER))
  return final
}

/** Removes generations that no reader can still be opening, and what a killed ingest left. Never the current one. */
export async function sweepGenerations(index: string, now: number): Promise<void> {
  const current = currentGeneration(index)
  for (const name of await readdir(index)) {
    const path = join(index, name)
    if (path === current || !(NAME.test(name) || UNFINISHED.test(name))) continue
    const fresh = NAME.test(name) && now - (await stat(path)).ctimeMs < GRACE_MS
    if (!fresh) await rm(path, { recursive: true, force: true })
  }
}
