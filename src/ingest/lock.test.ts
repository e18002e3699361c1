import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeLock } from './lock.ts'

let index: string
const lockFile = () => join(index, 'ingest.lock')
const hold = (holder: object | string) =>
  writeFile(lockFile(), typeof holder === 'string' ? holder : JSON.stringify(holder))

beforeEach(async () => {
  index = await mkdtemp(join(tmpdir(), 'pasaje-'))
})
afterEach(() => rm(index, { recursive: true }))

/** No process has this id: the kernel's ceiling is four million. */
const DEAD = 2 ** 22 + 1

describe('takeLock', () => {
  it('is given back', async () => {
    await (
      await takeLock(index)
    )()
    await (
      await takeLock(index)
    )()
  })

  it('refuses where a living process has it', async () => {
    await takeLock(index)
    await expect(takeLock(index)).rejects.toMatchObject({ code: 'ingest-running' })
  })

  it.each([
    ['a process that died', { pid: DEAD, host: hostname(), started: null }],
    ['a process whose id another has now', { pid: 1, host: hostname(), started: 'never' }],
    ['a broken lock', '{'],
  ])('takes over from %s', async (_, holder) => {
    await hold(holder)
    await takeLock(index)
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it.runIf(existsSync('/proc/self/stat'))(
    'takes over from a process that was killed and not yet buried',
    async () => {
      // What takes the shell's place never asks what became of the shell's child.
      const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 20'])
      try {
        const [line] = (await once(parent.stdout, 'data')) as [Buffer]
        const pid = Number(line.toString())
        const state = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]![0]
        await vi.waitUntil(() => state() === 'Z')
        await hold({ pid, host: hostname(), started: null })
        await takeLock(index)
        expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid })
      } finally {
        parent.kill()
      }
    },
  )

  it('cannot ask another machine whether its process lives, and says what to do', async () => {
    await hold({ pid: DEAD, host: 'elsewhere', started: null })
    await expect(takeLock(index)).rejects.toMatchObject({
      message: expect.stringContaining('on elsewhere'),
      remedy: expect.stringContaining('delete'),
    })
  })

  it('lets one through of many who find a dead lock at once', async () => {
    await hold({ pid: DEAD, host: hostname(), started: null })
    const taken = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(index)))
    expect(taken.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })
})
