/** Pages without a text layer, recognised by tesseract where it is installed. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Mark, Page } from '../model.ts'
import { drawApart } from './apart.ts'
import type { Parsed } from './parsed.ts'
import { picturePath } from './pdf-pictures.ts'

const run = promisify(execFile)

/** A page at 300 dots takes some seconds; one that takes this long never ends. */
const PAGE_MS = 180_000

/** What is missing here to recognise scans, in words that say what to do; null where nothing is. */
export async function missingForOcr(): Promise<string | null> {
  const languages = await run('tesseract', ['--list-langs']).catch(() => null)
  return languages ? null : 'install tesseract-ocr with its Spanish data (tesseract-ocr-spa)'
}

const withoutSpanish =
  'its scanned pages were recognised without Spanish data, which costs accents if it is Spanish; install tesseract-ocr-spa and run: pasaje ingest --ocr --force'

/** Recognises the bare pages of a PDF and puts their text where they stand. */
export async function recognise(bytes: Uint8Array, parsed: Parsed): Promise<Parsed> {
  const missing = await missingForOcr()
  const complain = (message: string) => ({ ...parsed, complaints: [...parsed.complaints, message] })
  if (missing !== null) return complain(`its scanned pages were not recognised: ${missing}`)
  const folder = await mkdtemp(join(tmpdir(), 'pasaje-ocr-'))
  try {
    const languages = await languagesHere()
    const texts = new Map<number, string>()
    for (const pages of batches(parsed.bare ?? [])) {
      await drawApart(bytes, { pages, folder })
      for (const page of pages) texts.set(page, await readPage(folder, page, languages))
    }
    const { bare: _, ...whole } = putPages(parsed, texts)
    const complaints = languages.includes('spa')
      ? parsed.complaints
      : [...parsed.complaints, withoutSpanish]
    return { ...whole, complaints, encoding: 'pdf+ocr' }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return complain(`its scanned pages could not be recognised (${reason})`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Spanish first: read with Spanish data English comes out right, the other way round accents are lost. */
async function languagesHere(): Promise<string> {
  const { stdout } = await run('tesseract', ['--list-langs'])
  const here = ['spa', 'eng'].filter((language) => stdout.split(/\s+/).includes(language))
  return here.length > 0 ? here.join('+') : 'eng'
}

/** Pages drawn before they are read: a picture takes megabytes, opening a PDF anew takes time. */
const DRAWN = 10

function* batches(pages: readonly number[]): Iterable<readonly number[]> {
  for (let start = 0; start < pages.length; start += DRAWN) yield pages.slice(start, start + DRAWN)
}

async function readPage(folder: string, page: number, languages: string): Promise<string> {
  const limit = { timeout: PAGE_MS, maxBuffer: 16 << 20 }
  const picture = picturePath(folder, page)
  const { stdout } = await run('tesseract', [picture, 'stdout', '-l', languages], limit)
  await rm(picture)
  return stdout.replaceAll('\f', '').trim()
}

/** A parsed text with the text of some pages (counted from one) put in; whatever stands after them moves. */
export function putPages(parsed: Parsed, texts: ReadonlyMap<number, string>): Parsed {
  let text = ''
  const pages: Page[] = []
  const marks: Mark[] = []
  for (const [index, { number, span }] of parsed.pages.entries()) {
    const start = text.length
    const put = texts.get(index + 1)
    if (put !== undefined) text += `${put}\n`
    const moved = text.length - span.start
    text += parsed.text.slice(span.start, span.end)
    pages.push({ number, span: { start, end: text.length } })
    for (const mark of parsed.marks)
      if (mark.span.start >= span.start && mark.span.start < span.end)
        marks.push({
          ...mark,
          span: { start: mark.span.start + moved, end: mark.span.end + moved },
        })
  }
  return { ...parsed, text, pages, marks }
}
