import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPrint } from '../lineage/print.ts'
import type { Passage, SourceDocument } from '../model.ts'
import { currentGeneration } from '../store/generation.ts'
import { openStore } from '../store/reader.ts'
import { openCache } from './cache.ts'
import { ingestFolder, type IngestOptions } from './folder.ts'
import { readReport, writeReport } from './report.ts'
import type { Stages } from './stages.ts'

const none = { by: 'none', evidence: '' } as const

/** One passage a line; a document's own words make its ids. */
function cut(document: SourceDocument): Passage[] {
  const lines = [...document.text.matchAll(/[^\n]+/g)]
  return lines.map((line, i) => ({
    id: `${document.id}.${line[0].replace(/\W+/g, '-')}`,
    documentId: document.id,
    ordinal: i + 1,
    kind: 'paragraph',
    page: null,
    heading: null,
    section: null,
    language: 'en',
    year: null,
    country: null,
    printed: line[0],
    text: line[0],
    repairs: [],
    offers: [],
    source: { file: document.file, start: line.index, end: line.index + line[0].length },
    duplicateOf: null,
    labels: { language: none, section: none, year: none, country: none },
  }))
}

const stages: Stages & { made: string[] } = {
  made: [],
  pipelineVersion: '1',
  analyzerVersion: 'a',
  async ingest(document) {
    stages.made.push(document.file)
    const { id, file, format, encoding, hash } = document
    const unknown = { year: null, country: null, publisher: null, author: null, url: null }
    return {
      document: {
        ...unknown,
        id,
        file,
        format,
        encoding,
        hash,
        title: id,
        language: 'en',
        pages: null,
        passages: cut(document).length,
        words: 1,
        damage: { repairs: 0, offers: 0, rate: 0 },
        labels: { title: none, year: none, country: none, language: none },
        furniture: [],
        headings: [],
      },
      passages: cut(document),
      problems: [],
      vocabulary: { clean: [], unread: [] },
    }
  },
  ownWordsFor: () => new Map(),
  print: readPrint,
  amendmentsOf: () => new Map(),
  async *lineageOf() {},
  columns: ({ id }) => ({
    id,
    facets: { year: '', section: '', lang: '', doc: '', country: '' },
    group: id,
  }),
  index: () => ({ numbers: new Uint32Array(), lists: [], sentences: [0] }),
  createIndexWriter: () => ({
    addTerms: () => 0,
    addColumns: () => {},
    finish: () => Promise.resolve(),
    close: () => {},
  }),
}

let root: string
const options = (): IngestOptions => ({
  corpus: join(root, 'corpus'),
  index: join(root, 'index'),
  stages,
})
const put = (file: string, text: string) => writeFile(join(root, 'corpus', file), text)
const open = () => openStore(currentGeneration(join(root, 'index'))!, 'a')

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pasaje-'))
  await mkdir(join(root, 'corpus'))
  await put('b.txt', 'Beta one\nBeta two\n')
  await put('a.txt', 'Álpha ñ one\n')
  stages.made = []
})
afterEach(() => rm(root, { recursive: true }))

describe('ingestFolder', () => {
  it('writes a generation whose passages are read by id, by document and as a stream', async () => {
    const report = await ingestFolder(options())
    const store = open()
    expect(report).toMatchObject({ passages: 3, made: 2, reused: 0, unchanged: false })
    expect(store.passage('b.Beta-two')?.printed).toBe('Beta two')
    expect(store.passage('b.Beta-three')).toBeNull()
    expect(store.passagesOf('b').map((p) => p.ordinal)).toEqual([1, 2])
    expect([...store.all()].map((p) => p.printed)).toEqual(['Álpha ñ one', 'Beta one', 'Beta two'])
    store.close()
  })

  it('keeps the generation where nothing changed, and makes only what did', async () => {
    await ingestFolder(options())
    const before = currentGeneration(join(root, 'index'))
    expect(await ingestFolder(options())).toMatchObject({ unchanged: true, passages: 3 })
    expect(currentGeneration(join(root, 'index'))).toBe(before)
    await put('b.txt', 'Beta one\nBeta three\n')
    stages.made = []
    expect(await ingestFolder(options())).toMatchObject({ made: 1, reused: 1, unchanged: false })
    expect(stages.made).toEqual(['b.txt'])
  })

  it('forgets a deleted file but keeps what its passages said as tombstones', async () => {
    await ingestFolder(options())
    await rm(join(root, 'corpus/b.txt'))
    expect(await ingestFolder(options())).toMatchObject({ removed: 1, passages: 1 })
    expect(open().passage('b.Beta-one')).toBeNull()
    expect(await readdir(currentGeneration(join(root, 'index'))!)).toContain('tombstones.jsonl')
  })

  it('leaves the old index where nothing of the new corpus can be read', async () => {
    const { version } = await ingestFolder(options())
    await rm(join(root, 'corpus/a.txt'))
    await put('b.txt', '')
    const report = await ingestFolder(options())
    expect(report.version).toBeNull()
    expect(report.problems).toEqual([
      { documentId: 'b', stage: 'read', message: 'the file is empty' },
    ])
    expect(open().manifest.version).toBe(version)
  })

  it('reads a file once more whose reader was lost, and then no more', async () => {
    await ingestFolder(options())
    const folder = join(root, 'index/cache')
    const keys = (await readdir(folder)).map((name) => name.replace('.jsonl', ''))
    const cache = openCache(join(root, 'index'))
    const key = keys.find((each) => cache.get(each)?.document?.id === 'b')!
    const lost = { document: null, passages: [], vocabulary: { clean: [], unread: [] } }
    const problem = { documentId: 'b', stage: 'read', message: 'it took too long' } as const
    cache.put(key, { ...lost, problems: [problem], tries: 1 })
    const generation = currentGeneration(join(root, 'index'))!
    await writeReport(generation, { ...(await readReport(generation))!, unsettled: 1 })
    expect(await ingestFolder(options())).toMatchObject({ made: 1, reused: 1, problems: [] })
    cache.put(key, { ...lost, problems: [problem], tries: 2 })
    await rm(join(root, 'corpus/a.txt'))
    await put('c.txt', 'Gamma one\n')
    expect(await ingestFolder(options())).toMatchObject({ made: 1, problems: [problem] })
  })

  it('says in one line where the index cannot be written', async () => {
    await writeFile(join(root, 'index'), 'a file')
    await expect(ingestFolder(options())).rejects.toMatchObject({
      code: 'index-unwritable',
      message: expect.stringContaining('not a folder'),
    })
  })

  it('refuses to run beside another', async () => {
    await mkdir(join(root, 'index'))
    const holder = JSON.stringify({ pid: process.pid, host: hostname(), started: null })
    await writeFile(join(root, 'index/ingest.lock'), holder)
    await expect(ingestFolder(options())).rejects.toMatchObject({ code: 'ingest-running' })
  })

  it('does not follow a link out of the corpus', async () => {
    await writeFile(join(root, 'secret.txt'), 'secret')
    await symlink(join(root, 'secret.txt'), join(root, 'corpus/link.txt'))
    const report = await ingestFolder(options())
    expect(report.documents.map((d) => d.id)).toEqual(['a', 'b'])
    expect(report.problems[0]?.message).toBe('the link leads out of the corpus')
  })

  it('refuses an index of another analyzer with the command that rebuilds it', async () => {
    await ingestFolder(options())
    expect(() => openStore(currentGeneration(join(root, 'index'))!, 'b')).toThrowError(
      expect.objectContaining({ code: 'index-version', remedy: expect.stringContaining('ingest') }),
    )
  })
})
