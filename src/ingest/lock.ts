/** One ingest at a time: a lock file that names its process, and is taken over where that process is gone. */
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.ts'

interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process was started, as the kernel counts; tells a reused pid from the holder. Null where unknown. */
  readonly started: string | null
}

/**
 * Takes the lock of an index folder; returns what gives it back.
 * UserError `ingest-running` where a living process holds it.
 */
export async function takeLock(index: string): Promise<() => Promise<void>> {
  const path = join(index, 'ingest.lock')
  const mine: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) }
  while (!(await create(path, JSON.stringify(mine)))) {
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) continue // given back in this very moment
    const holder = parseHolder(text)
    if (holder && isAlive(holder)) throw running(index, holder)
    await setAside(path, text)
  }
  return () => rm(path, { force: true })
}

/** The file is written elsewhere and linked into place, so that nobody ever reads half of it. */
async function create(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, text)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Renames a dead lock out of the way; if another process was quicker and it is alive, gives it back. */
async function setAside(path: string, dead: string): Promise<void> {
  const aside = `${path}.dead-${process.pid}`
  await rename(path, aside).catch(() => null)
  const text = await readFile(aside, 'utf8').catch(() => null)
  if (text !== null && text !== dead) await rename(aside, path)
  else await rm(aside, { force: true })
}

function parseHolder(text: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(text)
    return typeof holder === 'object' && holder !== null && 'pid' in holder
      ? (holder as Holder)
      : null
  } catch {
    return null
  }
}

function isAlive({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true // on a shared disk: another machine's process cannot be asked
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const now = statOf(pid)
  if (now === null) return true
  // A container may be slow to bury a process that was killed.
  return !'ZX'.includes(now.state) && (started === null || now.start === started)
}

function startOf(pid: number): string | null {
  return statOf(pid)?.start ?? null
}

/** Fields 3 and 22 of /proc/PID/stat; null where there is none. A name in field 2 may hold anything: counted after its bracket. */
function statOf(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0]!, start: fields[19]! }
  } catch {
    return null
  }
}

function running(index: string, { pid, host }: Holder): UserError {
  const where = host === hostname() ? '' : ` on ${host}`
  return new UserError(
    'ingest-running',
    `another ingest is writing to ${index} (process ${pid}${where})`,
    where === ''
      ? 'Wait until it has finished; the old index keeps serving'
      : `Wait until it has finished; if it died, delete ${join(index, 'ingest.lock')}`,
  )
}
