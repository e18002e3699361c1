import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Version } from '../model.ts'
import { createKinWriter, openKin } from './kin.ts'

const version = (id: string): Version => ({
  id,
  year: 2020,
  language: 'en',
  relation: 'same',
  similarity: 1,
})

describe('kin', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pasaje-kin-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('gives each of a group all the others, the first one before them, and its own versions', () => {
    const writer = createKinWriter(folder, new Map([['a.1', ['b.1', 'c.1']]]))
    writer.add([
      ['b.1', [version('x.1')]],
      ['d.1', [version('y.1')]],
    ])
    writer.finish()
    const kin = openKin(folder)
    expect(kin.of('a.1')).toEqual({ versions: [], duplicates: ['b.1', 'c.1'] })
    expect(kin.of('b.1')).toEqual({ versions: [version('x.1')], duplicates: ['a.1', 'c.1'] })
    expect(kin.of('c.1')).toEqual({ versions: [], duplicates: ['a.1', 'b.1'] })
    expect(kin.of('d.1')).toEqual({ versions: [version('y.1')], duplicates: [] })
    expect(kin.of('unknown.1')).toEqual({ versions: [], duplicates: [] })
    kin.close()
  })

  it('takes no more room for each of ten thousand copies than for each of ten', () => {
    const copies = Array.from({ length: 10_000 }, (_, i) => `copy-${i}.1`)
    const writer = createKinWriter(folder, new Map([['first.1', copies]]))
    writer.finish()
    expect(statSync(join(folder, 'kin.jsonl')).size).toBeLessThan(100 * copies.length)
    const kin = openKin(folder)
    expect(kin.of('copy-77.1').duplicates).toHaveLength(10_000)
    kin.close()
  })
})
