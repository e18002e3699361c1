/** One file of the corpus, read: its bytes decoded by format, or the problem that stands in the way. */
import { lstat, readFile as readBytes, realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError } from '../errors.ts'
import type { Problem, SourceDocument } from '../model.ts'
import { ReaderLost } from './apart.ts'
import { archiveAt } from './archives.ts'
import { listCorpus, type CorpusFile } from './corpus.ts'
import { MAX_BYTES, reason, sha256 } from './file-hash.ts'
import { parseFormat } from './formats.ts'
import { recognise } from './ocr.ts'
import { pagesNamed, type Parsed } from './parsed.ts'
import { documentIds } from './slug.ts'

/** What came of reading one file. */
export interface Reading {
  /** Null where nothing in it can be read as text; the problems say why. */
  readonly document: SourceDocument | null
  readonly problems: readonly Problem[]
  /** True where its reader hung or ran out of memory: another time it may not. */
  readonly isLost?: boolean
}

/** Text formats that hold no reports. */
const DATA = /\.(?:ya?ml|json|jsonl|csv|tsv|js|mjs|ts|css|sql|py|sh|log|ini|toml)$/i

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

export interface ReadOptions {
  /** Have scanned pages recognised. */
  readonly ocr?: boolean
}

/** Reads one listed file. Never throws for what is in the file: what is wrong with it is among the problems. */
export async function readCorpusFile(
  entry: CorpusFile,
  { ocr = false }: ReadOptions = {},
): Promise<Reading> {
  const problem = (message: string): Problem => ({ documentId: entry.id, stage: 'read', message })
  const none = (message: string): Reading => ({ document: null, problems: [problem(message)] })
  if (DATA.test(entry.file)) return none('it is data or code, not a report')
  if (entry.bytes > MAX_BYTES)
    return none(
      `the file is too large (${megabytes(entry.bytes)}; the limit is ${megabytes(MAX_BYTES)})`,
    )
  try {
    const content = await contentOf(entry)
    if (content.length === 0) return none('the file is empty')
    const { bare = [], complaints, ...parsed } = await parse(content, entry.file, ocr)
    const all = bare.length === 0 ? complaints : [...complaints, scanComplaint(bare, parsed.text)]
    if (!/[\p{L}\p{N}]/u.test(parsed.text)) return none(all[0] ?? 'there is no text in it')
    const { id, file, declared } = entry
    const hash = sha256(content)
    return { document: { id, file, hash, declared, ...parsed }, problems: all.map(problem) }
  } catch (error) {
    const reading = none(`the file cannot be read (${reason(error)})`)
    return error instanceof ReaderLost ? { ...reading, isLost: true } : reading
  }
}

async function contentOf({ path, member }: CorpusFile): Promise<Buffer> {
  if (!member) return readBytes(path)
  return (await (await archiveAt(path)).read(member.name)) ?? Buffer.alloc(0)
}

async function parse(content: Uint8Array, file: string, ocr: boolean): Promise<Parsed> {
  const parsed = await parseFormat(content, file)
  return ocr && (parsed.bare?.length ?? 0) > 0 ? recognise(content, parsed) : parsed
}

function scanComplaint(bare: readonly number[], text: string): string {
  const what = /\p{L}/u.test(text)
    ? `${pagesNamed(bare)} of it ${bare.length === 1 ? 'has' : 'have'} no text layer`
    : 'it is a scan without a text layer'
  return `${what}; to have it recognised install tesseract-ocr and tesseract-ocr-spa and run: pasaje ingest --ocr`
}

/** Every document of a folder, one at a time, each followed by what was wrong with it. */
export async function* readCorpus(folder: string): AsyncGenerator<SourceDocument | Problem> {
  const { files, problems } = await listCorpus(folder)
  yield* problems
  for (const file of files) {
    const reading = await readCorpusFile(file)
    if (reading.document) yield reading.document
    yield* reading.problems
  }
}

/** Reads one file as a document of its own, known by its name. UserError `file-missing` where it is not there. */
export async function readFile(path: string): Promise<Reading> {
  const stat = await lstat(await realpath(path).catch(() => path)).catch(() => null)
  if (!stat?.isFile())
    throw new UserError('file-missing', `there is no file ${path}`, 'Name a file that can be read')
  const file = basename(path)
  const id = documentIds([file]).get(file)!
  return readCorpusFile({ id, file, path, bytes: stat.size, declared: {} })
}
