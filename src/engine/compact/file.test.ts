import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIndexFile } from './file-writer.ts'
import { CHUNK, HEADER_BYTES, openIndexFile } from './file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasaje-file-'))
  path = join(folder, 'x.bin')
})
afterEach(() => rmSync(folder, { recursive: true }))

const demand = Uint8Array.from({ length: CHUNK * 3 + 17 }, (_, i) => (i * 31) % 251)

function write(): void {
  const file = createIndexFile(path)
  file.append(demand)
  file.appendSection('later', Uint32Array.of(1, 2 ** 32 - 1))
  file.finish(
    { a: Uint16Array.of(1, 65535), b: Float64Array.of(0.1), none: new Uint8Array(0) },
    {
      of: 'x',
    },
  )
}

/** Flips one bit of the file. */
function damage(at: number): void {
  const bytes = readFileSync(path)
  bytes[at]! ^= 4
  writeFileSync(path, bytes)
}

describe('an index file', () => {
  it('gives back its sections, its bytes and what was said of it', () => {
    write()
    const file = openIndexFile(path)
    expect(file.meta).toEqual({ of: 'x' })
    expect(file.section('a', 'u16')).toEqual(Uint16Array.of(1, 65535))
    expect(file.section('b', 'f64')).toEqual(Float64Array.of(0.1))
    expect(file.section('none', 'u8')).toEqual(new Uint8Array(0))
    expect(file.section('later', 'u32')).toEqual(Uint32Array.of(1, 2 ** 32 - 1))
    expect(file.read(HEADER_BYTES + CHUNK - 5, 10)).toEqual(demand.slice(CHUNK - 5, CHUNK + 5))
    expect(file.has('c')).toBe(false)
    file.verify()
    file.close()
  })

  it.each([
    ['the magic', () => 0],
    ['the header', () => 17],
    ['the last byte of the tables', (size: number) => size - 1],
  ])('is refused when opened where %s is damaged', (_, at) => {
    write()
    damage(at(readFileSync(path).length))
    expect(() => openIndexFile(path)).toThrow(expect.objectContaining({ code: 'index-damaged' }))
  })

  it('is refused where it ends early', () => {
    write()
    writeFileSync(path, readFileSync(path).subarray(0, -8))
    expect(() => openIndexFile(path)).toThrow(expect.objectContaining({ code: 'index-damaged' }))
  })

  it('says so where its format is another', () => {
    write()
    damage(8)
    expect(() => openIndexFile(path)).toThrow(expect.objectContaining({ code: 'index-version' }))
  })

  it('never answers from damaged bytes, and finds them when verified', () => {
    write()
    damage(HEADER_BYTES + CHUNK + 100)
    const file = openIndexFile(path)
    expect(file.read(HEADER_BYTES, 10)).toEqual(demand.slice(0, 10))
    expect(() => file.read(HEADER_BYTES + CHUNK, 4)).toThrow(/damaged/)
    expect(() => file.verify()).toThrow(/damaged/)
    file.close()
  })
})
