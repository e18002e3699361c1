/** Which documents are in a folder and in the archives it holds. Reads; never writes. */
import { lstat, readdir, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { UserError } from '../errors.ts'
import type { Declared, Problem } from '../model.ts'
import { archiveAt } from './archives.ts'
import { MANIFEST, readDeclarations } from './declarations.ts'
import { documentIds } from './slug.ts'

/** A file of the corpus that may be a document. */
export interface CorpusFile {
  readonly id: string
  /** Relative to the corpus, with '/'. */
  readonly file: string
  readonly path: string
  readonly bytes: number
  /** Where the file stands in an archive: its name there, and its checksum. `path` is then the archive's. */
  readonly member?: { readonly name: string; readonly checksum: number }
  readonly declared: Declared
}

export interface Listing {
  readonly files: readonly CorpusFile[]
  readonly problems: readonly Problem[]
}

type Found = Pick<CorpusFile, 'file' | 'path' | 'bytes' | 'member'>

const atRoot = new Set([
  MANIFEST,
  'corpus.yml',
  'sections.yaml',
  'glossary.tsv',
  'readme.md',
  'readme.txt',
  'readme',
  'license',
])

/**
 * Lists the documents of a folder in order of their ids: `report` before `report-excerpt`, so that of two copies the one
 * with the plainer name comes first. README, corpus.yaml and the like at its root, hidden files and folders, and
 * symbolic links that lead out of it are not documents; what a zip archive holds is.
 * UserError `corpus-missing` where the folder is not there, `manifest-invalid` where corpus.yaml is wrong.
 */
export async function listCorpus(folder: string): Promise<Listing> {
  const root = await rootOf(folder)
  const declarations = await readDeclarations(root)
  const problems: Problem[] = []
  const complain: Complain = (file, message) =>
    problems.push({ documentId: file, stage: 'read', message })
  const found: Found[] = []
  for await (const entry of walk(root, '', complain)) {
    if (/\.zip$/i.test(entry.file)) found.push(...(await membersOf(entry, complain)))
    else found.push(entry)
  }
  found.sort((a, b) => (a.file < b.file ? -1 : 1))
  const ids = documentIds(found.map((entry) => entry.file))
  const files = found.map((entry) => ({
    ...entry,
    id: ids.get(entry.file)!,
    declared: declarations(entry.file),
  }))
  files.sort((a, b) => (a.id < b.id ? -1 : 1))
  return { files, problems }
}

type Complain = (file: string, message: string) => void

async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder)
    await readdir(root)
    return root
  } catch (cause) {
    throw new UserError(
      'corpus-missing',
      `there is no folder ${folder} that can be read`,
      'Name the folder of your documents with --corpus DIR',
      { cause },
    )
  }
}

async function* walk(root: string, folder: string, complain: Complain): AsyncGenerator<Found> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => {
    complain(folder, 'the folder cannot be read')
    return []
  })
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name.startsWith('.') || (folder === '' && atRoot.has(entry.name.toLowerCase())))
      continue
    if (entry.isDirectory()) yield* walk(root, file, complain)
    else if (entry.isFile() || entry.isSymbolicLink()) {
      const bytes = await sizeOf(root, file, complain)
      if (bytes !== null) yield { file, path: join(root, file), bytes }
    } else complain(file, 'it is not a regular file')
  }
}

/** The size of a file that may be read, or null. A link to a folder would show its documents twice, and is passed by. */
async function sizeOf(root: string, file: string, complain: Complain): Promise<number | null> {
  const target = await realpath(join(root, file)).catch(() => null)
  const stat = target === null ? null : await lstat(target).catch(() => null)
  // Node reads what is no UTF-8 in a name as this sign, and then no file is found under it.
  if (file.includes('\ufffd') && !stat) complain(file, 'its name is not in UTF-8; rename it')
  else if (target === null || !stat) complain(file, 'the file cannot be reached')
  else if (target !== root && !target.startsWith(root + sep))
    complain(file, 'the link leads out of the corpus')
  else if (stat.isFile()) return stat.size
  return null
}

/** The files in an archive, by paths as if it were a folder. */
async function membersOf({ file, path }: Found, complain: Complain): Promise<Found[]> {
  try {
    const { members, complaints } = await archiveAt(path)
    for (const complaint of complaints) complain(file, complaint)
    return members
      .filter(({ name }) => !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name))
      .map(({ name, bytes, checksum }) => ({
        file: `${file}/${name}`,
        path,
        bytes,
        member: { name, checksum },
      }))
  } catch (error) {
    complain(file, `the archive cannot be read (${error instanceof Error ? error.message : error})`)
    return []
  }
}
