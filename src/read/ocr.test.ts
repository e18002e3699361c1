import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drawApart } from './apart.ts'
import { parseFormat } from './formats.ts'
import { missingForOcr, recognise } from './ocr.ts'
import type { Parsed } from './parsed.ts'
import { makePdf, makeScan } from './pdf-fixture.ts'
import { picturePath } from './pdf-pictures.ts'

const scan: Parsed = {
  format: 'pdf',
  encoding: 'pdf',
  text: '\f\nDos\n',
  pages: [
    { number: 1, span: { start: 0, end: 2 } },
    { number: 2, span: { start: 2, end: 6 } },
  ],
  marks: [{ kind: 'heading', span: { start: 2, end: 5 }, level: 1 }],
  bare: [1],
  complaints: [],
}

const onePage = makePdf([[{ text: 'Niños', x: 72, y: 700 }]])

const path = process.env['PATH']
let tools: string

/** Stands in for a program: answers as it would. */
const fake = async (name: string, script: string) => {
  await writeFile(join(tools, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(tools, name), 0o755)
}

beforeEach(async () => {
  tools = await mkdtemp(join(tmpdir(), 'pasaje-tools-'))
  process.env['PATH'] = `${tools}${delimiter}/bin${delimiter}/usr/bin`
})
afterEach(async () => {
  process.env['PATH'] = path
  await rm(tools, { recursive: true })
})

describe('recognise', () => {
  it('puts what is recognised on its page and moves what stands after it', async () => {
    await fake(
      'tesseract',
      'if [ "$1" = --list-langs ]; then printf "eng\\nspa\\n"; else echo "Niños ($4)"; fi',
    )
    const { text, pages, marks, encoding } = await recognise(onePage, scan)
    expect(text).toBe('Niños (spa+eng)\n\f\nDos\n')
    expect(pages.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Niños (spa+eng)\n\f\n',
      'Dos\n',
    ])
    expect(marks.map(({ span }) => text.slice(span.start, span.end))).toEqual(['Dos'])
    expect(encoding).toBe('pdf+ocr')
  })

  it('says so where there is no Spanish data, and reads on', async () => {
    await fake('tesseract', 'if [ "$1" = --list-langs ]; then echo eng; else echo "Ninos ($4)"; fi')
    const { text, complaints } = await recognise(onePage, scan)
    expect(text).toBe('Ninos (eng)\n\f\nDos\n')
    expect(complaints).toEqual([expect.stringMatching(/install tesseract-ocr-spa/)])
  })

  it('says what to install where a program is missing', async () => {
    await fake('tesseract', 'exit 127')
    const { complaints, bare } = await recognise(onePage, scan)
    expect(complaints).toEqual([expect.stringMatching(/install tesseract-ocr/)])
    expect(bare).toEqual([1])
  })

  it('gives the pages up where recognition fails, and says why', async () => {
    await fake('tesseract', '[ "$1" = --list-langs ] || { echo broken >&2; exit 1; }; echo spa')
    expect((await recognise(onePage, scan)).complaints).toEqual([
      expect.stringMatching(/could not be recognised/),
    ])
  })

  it('gives the pages up that cannot be drawn, and says why', async () => {
    await fake('tesseract', 'echo spa')
    expect((await recognise(new Uint8Array(1), scan)).complaints).toEqual([
      expect.stringMatching(/could not be recognised/),
    ])
  })
})

describe.skipIf((await missingForOcr()) !== null)('recognise, with tesseract itself', () => {
  it('reads the picture of a page, stamped or not', { timeout: 120_000 }, async () => {
    process.env['PATH'] = path
    const words = ['The commission heard the witnesses', 'in the town of Lima in 2019.']
    const put = words.map((text, i) => ({ text, x: 72, y: 700 - 40 * i, size: 24 }))
    await drawApart(makePdf([put]), { pages: [1], folder: tools })
    const drawn = createCanvas(1275, 1650)
    drawn.getContext('2d').drawImage(await loadImage(picturePath(tools, 1)), 0, 0, 1275, 1650)
    const picture = drawn.toBuffer('image/jpeg')
    for (const stamp of ['', 'Scanned by an archive']) {
      const bytes = makeScan({ picture, width: 1275, height: 1650, stamp })
      const parsed = await parseFormat(bytes, 'scan.pdf')
      expect(parsed.bare).toEqual([1])
      expect((await recognise(bytes, parsed)).text.replace(/\s+/g, ' ')).toContain(words.join(' '))
    }
  })
})
