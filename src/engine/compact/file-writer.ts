/** Writes an index file (layout in file.ts) front to back: demand bytes as they come, then the resident part. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import {
  align,
  CHUNK,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  type ArrayType,
  type Directory,
  type Numbers,
  type SectionEntry,
} from './file.ts'

/** An index file being written. Only `finish` makes it one that can be opened. */
export interface IndexFileWriter {
  /** Where the next demand byte goes. */
  readonly offset: number
  /** Appends to the demand part. */
  append(bytes: Uint8Array): void
  /** Appends an array to the demand part as a section of its own. */
  appendSection(name: string, array: Numbers): void
  /** Adds the resident sections and what `meta` says, fills in the header, flushes to disk and closes. */
  finish(resident: Readonly<Record<string, Numbers>>, meta: unknown): void
  /** Closes without finishing. */
  abandon(): void
}

const BUFFER = 64 * CHUNK

export function createIndexFile(path: string): IndexFileWriter {
  const fd = openSync(path, 'w')
  const buffer = new Uint8Array(BUFFER)
  const checksums: number[] = []
  const demand: SectionEntry[] = []
  let filled = 0
  let flushed = HEADER_BYTES

  const flush = () => {
    for (let at = 0; at < filled; at += CHUNK) {
      checksums.push(crc32(buffer.subarray(at, Math.min(filled, at + CHUNK))))
    }
    writeAll(fd, buffer.subarray(0, filled), flushed)
    flushed += filled
    filled = 0
  }
  const append = (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length;) {
      const size = Math.min(BUFFER - filled, bytes.length - from)
      buffer.set(bytes.subarray(from, from + size), filled)
      filled += size
      from += size
      if (filled === BUFFER) flush()
    }
  }
  return {
    get offset() {
      return flushed + filled
    },
    append,
    appendSection(name, array) {
      demand.push({
        name,
        type: typeOf(array),
        offset: flushed + filled,
        length: array.length,
      })
      append(bytesOf(array))
    },
    finish(resident, meta) {
      flush()
      const all = { ...resident, chunks: Uint32Array.from(checksums) }
      const part = residentPart(all, { demand, meta })
      writeAll(fd, part.bytes, flushed)
      writeAll(fd, headerBytes(part, flushed), 0)
      fsyncSync(fd)
      closeSync(fd)
    },
    abandon: () => closeSync(fd),
  }
}

interface ResidentPart {
  readonly bytes: Uint8Array
  readonly directoryLength: number
}

function residentPart(
  sections: Readonly<Record<string, Numbers>>,
  { demand, meta }: Pick<Directory, 'demand' | 'meta'>,
): ResidentPart {
  const entries: SectionEntry[] = []
  let offset = 0
  for (const [name, array] of Object.entries(sections)) {
    entries.push({ name, type: typeOf(array), offset, length: array.length })
    offset = align(offset + array.byteLength)
  }
  const directory = Buffer.from(
    JSON.stringify({ resident: entries, demand, meta } satisfies Directory),
  )
  const base = align(directory.length)
  const bytes = new Uint8Array(base + offset)
  bytes.set(directory)
  for (const [index, array] of Object.values(sections).entries()) {
    bytes.set(bytesOf(array), base + entries[index]!.offset)
  }
  return { bytes, directoryLength: directory.length }
}

function headerBytes(part: ResidentPart, residentAt: number): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES)
  const view = new DataView(header.buffer)
  header.set(Buffer.from(MAGIC, 'latin1'))
  view.setUint32(8, FORMAT_VERSION, true)
  view.setUint32(12, crc32(part.bytes), true)
  view.setFloat64(16, residentAt, true)
  view.setFloat64(24, part.bytes.length, true)
  view.setUint32(32, part.directoryLength, true)
  view.setUint32(36, crc32(header.subarray(0, 36)), true)
  return header
}

function typeOf(array: Numbers): ArrayType {
  if (array instanceof Uint8Array) return 'u8'
  if (array instanceof Uint16Array) return 'u16'
  return array instanceof Uint32Array ? 'u32' : 'f64'
}

function bytesOf(array: Numbers): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

function writeAll(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(fd, bytes, done, bytes.length - done, at + done)
  }
}
