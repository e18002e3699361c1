import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem, SourceDocument } from '../model.ts'
import { parseApart, ReaderLost } from './apart.ts'
import { LOCKED, makePdf } from './pdf-fixture.ts'
import { readCorpus } from './reading.ts'

let corpus: string
const put = (file: string, content: string | Uint8Array) => writeFile(join(corpus, file), content)
const text = 'The government identified victims.'

/** The texts of all documents by file, and the problems as lines. */
async function readAll() {
  const documents: Record<string, string> = {}
  const problems: string[] = []
  for await (const item of readCorpus(corpus)) {
    if (isDocument(item)) documents[item.file] = item.text
    else problems.push(`${item.documentId}: ${item.message}`)
  }
  return { documents, problems }
}
const isDocument = (item: SourceDocument | Problem): item is SourceDocument => 'file' in item

beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'pasaje-'))
  await put('good.txt', text)
})
afterEach(() => rm(corpus, { recursive: true }))

const packed = zipSync({ 'word/document.xml': new Uint8Array(20 << 20) })
const cases: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
  ['an empty file', 'a.txt', '', /the file is empty/],
  ['a file of white space', 'a.txt', ' \n\t', /there is no text in it/],
  [
    'a file that is no text',
    'a.txt',
    Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 256),
    /not text/,
  ],
  [
    'a truncated PDF',
    'a.pdf',
    makePdf([[{ text, x: 9, y: 9 }]]).subarray(0, 200),
    /PDF is damaged/,
  ],
  ['a PDF of garbage', 'a.pdf', `%PDF-1.7\n${'x'.repeat(999)}`, /PDF is damaged/],
  [
    'a locked PDF',
    'a.pdf',
    makePdf([[{ text, x: 9, y: 9 }]], { extra: LOCKED }),
    /locked by a password/,
  ],
  ['a scan', 'a.pdf', makePdf([[]]), /a scan without a text layer.*--ocr/],
  ['a Word file that would burst', 'a.docx', packed, /zip bomb/],
  ['an old Word file', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /save it as \.docx/],
  ['data', 'a.json', '{"a": 1}', /data or code/],
  ['an archive that is none', 'a.zip', 'PK\x03\x04 no', /archive cannot be read/],
]

describe('readCorpus', { timeout: 30_000 }, () => {
  it.each(cases)('names the problem of %s and goes on', async (_, file, content, problem) => {
    await put(file, content)
    const { documents, problems } = await readAll()
    expect(documents).toEqual({ 'good.txt': text })
    expect(problems).toEqual([expect.stringMatching(problem)])
  })

  it('does not read a file of two gigabytes', async () => {
    await put('line.txt', 'x')
    await truncate(join(corpus, 'line.txt'), 2 * 2 ** 30)
    expect((await readAll()).problems).toEqual([
      'line: the file is too large (2048 MB; the limit is 64 MB)',
    ])
  })

  it('reads the text of a page nested a hundred thousand deep', async () => {
    await put('deep.html', `<html>${'<div>'.repeat(100_000)}${text}`)
    const { documents, problems } = await readAll()
    expect(documents['deep.html']).toBe(`${text}\n`)
    expect(problems).toEqual([expect.stringMatching(/nested too deeply/)])
  })

  it('reads what is in an archive, but nothing that would leave it or burst', async () => {
    await put(
      'a.zip',
      zipSync({
        'in/ok.txt': strToU8(text),
        '../out.txt': strToU8(text),
        '/root.txt': strToU8(text),
        'bomb.txt': new Uint8Array(20 << 20),
        '__MACOSX/._ok.txt': strToU8(text),
      }),
    )
    const { documents, problems } = await readAll()
    expect(Object.keys(documents)).toEqual(['a.zip/in/ok.txt', 'good.txt'])
    expect(problems).toEqual([
      expect.stringMatching(/out\.txt.*relative path/),
      expect.stringMatching(/root\.txt.*absolute path/),
      expect.stringMatching(/bomb\.txt.*zip bomb/),
    ])
  })

  it('follows no link out of the corpus, and no link round in it', async () => {
    await symlink('/etc', join(corpus, 'etc'))
    await symlink('.', join(corpus, 'round'))
    await symlink('gone', join(corpus, 'broken.txt'))
    await symlink('good.txt', join(corpus, 'same.txt'))
    const { documents, problems } = await readAll()
    expect(Object.keys(documents)).toEqual(['good.txt', 'same.txt'])
    expect(problems.toSorted()).toEqual([
      'broken.txt: the file cannot be reached',
      'etc: the link leads out of the corpus',
    ])
  })

  it('reads files whatever their names', async () => {
    await mkdir(join(corpus, '…'))
    await put('…/\u202eñ\u0301 x\n?.txt', text)
    await put('.hidden.txt', text)
    expect(Object.keys((await readAll()).documents)).toHaveLength(2)
  })

  it('names a file that it cannot read for its name', async () => {
    const name = Buffer.concat([
      Buffer.from(join(corpus, 'caf')),
      Buffer.from([0xe9]),
      Buffer.from('.txt'),
    ])
    await writeFile(name, text)
    expect((await readAll()).problems).toEqual([expect.stringMatching(/not in UTF-8/)])
  })

  it('does not take README and corpus.yaml at its root for documents', async () => {
    await put('README.md', text)
    await put('corpus.yaml', 'documents: {}')
    expect(Object.keys((await readAll()).documents)).toEqual(['good.txt'])
  })
})

describe('parseApart', { timeout: 30_000 }, () => {
  it('stops a reader that is silent too long, and reads the next file all the same', async () => {
    const pdf = makePdf([[{ text, x: 72, y: 700 }]])
    await expect(parseApart(pdf, 1)).rejects.toThrow(ReaderLost)
    expect((await parseApart(pdf)).text).toBe(`${text}\n`)
  })
})
