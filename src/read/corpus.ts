/** Which documents are in a folder, and one at a time, what they say. Reads; never writes. */
import { createHash } from 'node:crypto'
import { readFile as readBytes, lstat, readdir, realpath } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { UserError } from '../errors.ts'
import type { Declared, Problem, SourceDocument } from '../model.ts'
import { MANIFEST, readDeclarations } from './declared.ts'
import { parseFormat } from './formats.ts'
import { documentIds } from './slug.ts'

/** A file of the corpus that may be a document. */
export interface CorpusFile {
  readonly id: string
  /** Relative to the corpus, with '/'. */
  readonly file: string
  readonly path: string
  readonly bytes: number
  readonly declared: Declared
}

export interface Listing {
  readonly files: readonly CorpusFile[]
  readonly problems: readonly Problem[]
}

/** What came of reading one file. */
export interface Reading {
  /** Null where nothing in it can be read as text; the problems say why. */
  readonly document: SourceDocument | null
  readonly problems: readonly Problem[]
}

/** No file above this is read: a text of 64 MB is some fifty thousand pages, and it is held whole while it is cut up. */
const MAX_BYTES = 64 << 20

const atRoot = new Set([
  MANIFEST,
  'corpus.yml',
  'sections.yaml',
  'readme.md',
  'readme.txt',
  'readme',
  'license',
])

/**
 * Lists the documents of a folder in order of path. README and corpus.yaml at its root, hidden files and folders, and
 * symbolic links that lead out of it are not documents.
 * UserError `corpus-missing` where the folder is not there, `manifest-invalid` where corpus.yaml is wrong.
 */
export async function listCorpus(folder: string): Promise<Listing> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new UserError(
      'corpus-missing',
      `there is no folder ${folder}`,
      'Name the folder of your documents with --corpus DIR',
      { cause },
    )
  })
  const declarations = await readDeclarations(root)
  const problems: Problem[] = []
  const found: { file: string; path: string; bytes: number }[] = []
  for await (const entry of walk(root, '', problems)) found.push(entry)
  found.sort((a, b) => (a.file < b.file ? -1 : 1))
  const ids = documentIds(found.map((entry) => entry.file))
  const files = found.map((entry) => ({
    ...entry,
    id: ids.get(entry.file)!,
    declared: declarations(entry.file),
  }))
  return { files, problems }
}

async function* walk(
  root: string,
  folder: string,
  problems: Problem[],
): AsyncGenerator<{ file: string; path: string; bytes: number }> {
  const complain = (file: string, message: string) =>
    problems.push({ documentId: file, stage: 'read', message })
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(
    (error: unknown) => {
      complain(folder, `the folder cannot be read (${reason(error)})`)
      return []
    },
  )
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    const path = join(root, file)
    if (entry.name.startsWith('.') || (folder === '' && atRoot.has(entry.name.toLowerCase())))
      continue
    if (entry.isDirectory()) yield* walk(root, file, problems)
    else if (entry.isFile() || entry.isSymbolicLink()) {
      const target = await realpath(path).catch(() => null)
      const stat = target === null ? null : await lstat(target).catch(() => null)
      if (target === null || !stat) complain(file, 'the file cannot be reached')
      else if (!target.startsWith(root + sep)) complain(file, 'the link leads out of the corpus')
      // A link to a folder inside the corpus would show its documents twice.
      else if (stat.isFile()) yield { file, path, bytes: stat.size }
    } else complain(file, 'it is not a regular file')
  }
}

/** SHA-256 of a file's bytes, hex; of its size where it is too large to be read, of the error where it cannot be. */
export async function hashFile({ path, bytes }: CorpusFile): Promise<string> {
  const content = bytes > MAX_BYTES ? `${bytes}` : await readBytes(path).catch(reason)
  return createHash('sha256').update(content).digest('hex')
}

/** Reads one listed file. Never throws for what is in the file: what is wrong with it is among the problems. */
export async function readCorpusFile(entry: CorpusFile, bytes?: Uint8Array): Promise<Reading> {
  const problem = (message: string): Problem => ({ documentId: entry.id, stage: 'read', message })
  const none = (message: string): Reading => ({ document: null, problems: [problem(message)] })
  if (entry.bytes > MAX_BYTES)
    return none(`the file is too large (${entry.bytes >> 20} MB; the limit is ${MAX_BYTES >> 20})`)
  try {
    const content = bytes ?? (await readBytes(entry.path))
    if (content.length === 0) return none('the file is empty')
    const { complaints, ...parsed } = await parseFormat(content, entry.file)
    if (!/[\p{L}\p{N}]/u.test(parsed.text)) return none(complaints[0] ?? 'there is no text in it')
    const { id, file, declared } = entry
    const hash = createHash('sha256').update(content).digest('hex')
    return { document: { id, file, hash, declared, ...parsed }, problems: complaints.map(problem) }
  } catch (error) {
    return none(`the file cannot be read (${reason(error)})`)
  }
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

function reason(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error)
}
