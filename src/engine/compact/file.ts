/**
 * One index file: typed arrays that are read at once, and bytes that are read when a query asks for them.
 *
 *     0   magic "PASAJEIX" · u32 format version · u32 checksum of the resident part
 *     16  f64 where the resident part begins · f64 its length · u32 length of the directory · u32 checksum of 0..36
 *     40  demand part: postings and whatever else is read by offset, in chunks of 32 KB that each have a checksum
 *     …   resident part: directory (JSON: what the sections are called, their type, place and length, and `meta`),
 *         then the sections, each 8-byte aligned, the last of them the checksums of the chunks
 *
 * Opening is two reads and no parsing but the directory. A chunk of the demand part is verified the first time it is
 * read, so a damaged byte is reported and never answered from, and opening a large index does not read it all.
 * Little-endian: Pasaje runs on no other machine, and says so rather than answer wrongly.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { UserError } from '../../errors.ts'

/** Raised whenever the layout of any section changes. */
export const FORMAT_VERSION = 1
export const MAGIC = 'PASAJEIX'
export const HEADER_BYTES = 40
export const CHUNK = 32 * 1024

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** The element types a section may have. */
export const arrayTypes = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f64: Float64Array,
} as const

export type ArrayType = keyof typeof arrayTypes

export interface SectionEntry {
  readonly name: string
  readonly type: ArrayType
  /** Byte offset from the begin of the resident part, or of the file for demand sections. */
  readonly offset: number
  /** Number of elements. */
  readonly length: number
}

export interface Directory {
  readonly resident: readonly SectionEntry[]
  readonly demand: readonly SectionEntry[]
  readonly meta: unknown
}

/** An open index file. Synchronous: what is read is in the page cache, shared by every process that has it open. */
export interface IndexFile {
  readonly path: string
  readonly meta: unknown
  /** Checksum of the resident part: names the file's content. */
  readonly checksum: number
  /** Whether there is a section of this name. */
  has(name: string): boolean
  /** A resident section, or a demand section read whole. Throws where there is none. */
  section<T extends ArrayType>(name: string, type: T): InstanceType<(typeof arrayTypes)[T]>
  /** Bytes of the demand part, verified, in an array of their own. */
  read(at: number, length: number): Uint8Array
  /** Reads every byte; throws `index-damaged` at the first chunk that is not as written. */
  verify(): void
  close(): void
}

const remedy = 'Build it again with: pasaje ingest --force'

function damaged(path: string, what: string): UserError {
  return new UserError('index-damaged', `the index file ${path} is damaged (${what})`, remedy)
}

interface Header {
  readonly residentAt: number
  readonly residentLength: number
  readonly directoryLength: number
  readonly checksum: number
}

function readHeader(fd: number, path: string): Header {
  const bytes = readExactly(fd, path, { at: 0, length: HEADER_BYTES })
  const view = new DataView(bytes.buffer)
  if (Buffer.from(bytes.buffer, 0, 8).toString('latin1') !== MAGIC) {
    throw damaged(path, 'it is not an index file')
  }
  const version = view.getUint32(8, true)
  if (version !== FORMAT_VERSION) {
    throw new UserError(
      'index-version',
      `the index file ${path} has format ${version}, this version of Pasaje reads ${FORMAT_VERSION}`,
      remedy,
    )
  }
  if (crc32(bytes.subarray(0, 36)) !== view.getUint32(36, true)) throw damaged(path, 'its header')
  return {
    checksum: view.getUint32(12, true),
    residentAt: view.getFloat64(16, true),
    residentLength: view.getFloat64(24, true),
    directoryLength: view.getUint32(32, true),
  }
}

function readExactly(
  fd: number,
  path: string,
  { at, length }: { at: number; length: number },
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let done = 0; done < length;) {
    const read = readSync(fd, bytes, done, length - done, at + done)
    if (read === 0) throw damaged(path, 'it ends early')
    done += read
  }
  return bytes
}

/**
 * Opens an index file. Errors: `index-version` for another format, `index-damaged` where the header or the resident
 * part is not as written, whatever node:fs throws where there is no file.
 */
export function openIndexFile(path: string): IndexFile {
  if (new Uint8Array(new Uint32Array([1]).buffer)[0] !== 1) {
    throw new Error('compact indexes need a little-endian machine')
  }
  const fd = openSync(path, 'r')
  try {
    return openDescriptor(fd, path)
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

function openDescriptor(fd: number, path: string): IndexFile {
  const header = readHeader(fd, path)
  const end = header.residentAt + header.residentLength
  if (fstatSync(fd).size !== end) throw damaged(path, 'its length')
  const resident = readExactly(fd, path, { at: header.residentAt, length: header.residentLength })
  if (crc32(resident) !== header.checksum) throw damaged(path, 'its tables')
  const text = Buffer.from(resident.buffer, 0, header.directoryLength).toString()
  const directory = JSON.parse(text) as Directory
  const base = align(header.directoryLength)
  const residentEntries = new Map(directory.resident.map((entry) => [entry.name, entry]))
  const demandEntries = new Map(directory.demand.map((entry) => [entry.name, entry]))
  const chunks = residentEntries.get('chunks')
  if (!chunks) throw damaged(path, 'its directory')
  const checksums = new Uint32Array(resident.buffer, base + chunks.offset, chunks.length)
  const read = chunkReader(fd, path, { checksums, end: header.residentAt })
  return {
    path,
    meta: directory.meta,
    checksum: header.checksum,
    has: (name) => residentEntries.has(name) || demandEntries.has(name),
    section(name, type) {
      const entry = residentEntries.get(name) ?? demandEntries.get(name)
      if (entry?.type !== type) throw damaged(path, `no section ${name}`)
      const view = arrayTypes[type] as unknown as ViewConstructor<typeof type>
      if (residentEntries.has(name)) {
        return new view(resident.buffer, base + entry.offset, entry.length)
      }
      const bytes = read(entry.offset, entry.length * view.BYTES_PER_ELEMENT)
      return new view(bytes.buffer, 0, entry.length)
    },
    read,
    verify() {
      for (let at = HEADER_BYTES; at < header.residentAt; at += CHUNK * 32) {
        read(at, Math.min(CHUNK * 32, header.residentAt - at))
      }
    },
    close: () => closeSync(fd),
  }
}

interface ViewConstructor<T extends ArrayType> {
  new (
    buffer: ArrayBufferLike,
    offset: number,
    length: number,
  ): InstanceType<(typeof arrayTypes)[T]>
  readonly BYTES_PER_ELEMENT: number
}

/** The next multiple of 8, where every typed array may begin. */
export function align(offset: number): number {
  return Math.ceil(offset / 8) * 8
}

/** Reads of the demand part; chunks not read before are read whole and held against their checksums. */
function chunkReader(
  fd: number,
  path: string,
  { checksums, end }: { checksums: Uint32Array; end: number },
): IndexFile['read'] {
  const isVerified = new Uint8Array(checksums.length)
  return (at, length) => {
    if (length === 0) return new Uint8Array(0)
    const first = Math.floor((at - HEADER_BYTES) / CHUNK)
    const last = Math.floor((at + length - 1 - HEADER_BYTES) / CHUNK)
    if (at < HEADER_BYTES || at + length > end) throw damaged(path, 'an offset outside of it')
    let verified = true
    for (let chunk = first; chunk <= last; chunk++) verified &&= isVerified[chunk] === 1
    if (verified) return readExactly(fd, path, { at, length })
    const from = HEADER_BYTES + first * CHUNK
    const to = Math.min(end, HEADER_BYTES + (last + 1) * CHUNK)
    const bytes = readExactly(fd, path, { at: from, length: to - from })
    for (let chunk = first; chunk <= last; chunk++) {
      const begin = (chunk - first) * CHUNK
      const sum = crc32(bytes.subarray(begin, begin + CHUNK))
      if (sum !== checksums[chunk]) throw damaged(path, `bytes from ${from + begin}`)
      isVerified[chunk] = 1
    }
    return bytes.slice(at - from, at - from + length)
  }
}
