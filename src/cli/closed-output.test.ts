import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'

describe('the command line', { timeout: 60_000 }, () => {
  it('ends quietly when its reader has read enough', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'repair'])
    let complaints = ''
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.on('error', () => {}) // It may end before it has read everything: that is no failure.
    child.stdin.end('The government identified victims.\n'.repeat(100_000))
    const [code] = await once(child, 'close')
    expect(complaints).toBe('')
    expect(code).toBe(0)
  })
})
