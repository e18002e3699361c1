/**
 * Zip archives, with suspicion: how many files, how large, how much larger than packed, and by what names is all
 * checked before a byte is unpacked, and again while it is.
 */
import { getFileNameLowLevel, validateFileName, fromBuffer, type Entry, type ZipFile } from 'yauzl'

const MAX_ENTRIES = 10_000
const MAX_ENTRY_BYTES = 64 << 20
const MAX_TOTAL_BYTES = 1 << 30
/** Text packs to a tenth; only rubbish made to burst packs to a five-hundredth. */
const MAX_RATIO = 500

export interface ZipMember {
  readonly name: string
  readonly bytes: number
  /** CRC-32 of its content as the archive says: tells whether it changed. */
  readonly checksum: number
}

export interface ZipArchive {
  readonly members: readonly ZipMember[]
  /** One line for each member that is not to be had, and why. */
  readonly complaints: readonly string[]
  /** Unpacks a member; null where there is none of that name. Throws where it is damaged or larger than it says. */
  read(name: string): Promise<Buffer | null>
}

export const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

/** Opens an archive. Throws an Error that says why where it is damaged or would burst. */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const zip = await open(bytes)
  if (zip.entryCount > MAX_ENTRIES) throw new Error(`the archive holds ${zip.entryCount} files`)
  const entries = new Map<string, Entry>()
  const complaints: string[] = []
  let total = 0
  for await (const entry of entriesOf(zip)) {
    const name = nameOf(entry)
    if (name.endsWith('/')) continue
    const wrong = complaintAbout(entry, name)
    if (wrong !== null) {
      complaints.push(`${JSON.stringify(name)} in the archive is not read: ${wrong}`)
      continue
    }
    total += entry.uncompressedSize
    if (total > MAX_TOTAL_BYTES) throw new Error('the archive unpacks to more than 1 GB')
    entries.set(name, entry)
  }
  const members = [...entries].map(([name, entry]) => ({
    name,
    bytes: entry.uncompressedSize,
    checksum: entry.crc32,
  }))
  return { members, complaints, read: async (name) => unpack(zip, entries.get(name)) }
}

function nameOf(entry: Entry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

function complaintAbout(entry: Entry, name: string): string | null {
  const { uncompressedSize, compressedSize } = entry
  if (entry.isEncrypted()) return 'it is encrypted'
  if (uncompressedSize > MAX_ENTRY_BYTES) return `it is too large (${uncompressedSize >> 20} MB)`
  if (uncompressedSize > 1 << 20 && uncompressedSize > MAX_RATIO * compressedSize)
    return 'it is packed like a zip bomb'
  return validateFileName(name)
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (then: () => void) => () => {
        zip.removeAllListeners()
        then()
      }
      zip.once('entry', (next: Entry) => settle(() => resolve(next))())
      zip.once(
        'end',
        settle(() => resolve(null)),
      )
      zip.once('error', (error: Error) => settle(() => reject(error))())
      zip.readEntry()
    })
    if (entry === null) return
    yield entry
  }
}

function unpack(zip: ZipFile, entry: Entry | undefined): Promise<Buffer | null> {
  if (!entry) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error)
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => resolve(Buffer.concat(chunks)))
      stream.once('error', reject)
    })
  })
}
