/** What pdf.js finds on a page: pieces of text and where they stand. Runs in the reader's worker. */
import { fileURLToPath } from 'node:url'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'

/** A piece of text as the page draws it; points, the origin at the lower left. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of its type. */
  readonly size: number
  readonly bold: boolean
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  /** Without text but not blank: what is on it is a picture. */
  readonly isScan: boolean
  readonly items: readonly PdfItem[]
}

/** More pages than this are not read: the largest reports have a tenth. */
export const MAX_PAGES = 10_000

/**
 * The pages of a PDF, one at a time. Throws an Error that says why where the file is encrypted or damaged.
 * A page that cannot be read comes as null.
 */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<PdfPage | null> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const maps = fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')).replace(
    /package.json$/,
    '',
  )
  const loading = getDocument({
    data: new Uint8Array(bytes),
    // Errors only: warnings about fonts are of no use to a reader of text.
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    cMapUrl: `${maps}cmaps/`,
    standardFontDataUrl: `${maps}standard_fonts/`,
  })
  const pdf = await loading.promise.catch((error: unknown) => {
    throw new Error(complaintAbout(error), { cause: error })
  })
  try {
    for (let n = 1; n <= Math.min(pdf.numPages, MAX_PAGES); n++) yield await readPage(pdf, n)
  } finally {
    await loading.destroy()
  }
}

type Pdf = Awaited<
  ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.mjs').getDocument>['promise']
>

async function readPage(pdf: Pdf, n: number): Promise<PdfPage | null> {
  try {
    const page = await pdf.getPage(n)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const { items: all, styles } = await page.getTextContent()
    const items = all
      .filter((item): item is TextItem => 'str' in item && item.str.trim() !== '')
      .map(({ str, transform, width, height, fontName }) => ({
        text: str,
        x: Number(transform[4]) - left,
        y: Number(transform[5]) - bottom,
        width,
        size: height || Math.hypot(Number(transform[2]), Number(transform[3])),
        bold: /bold|black|heavy/i.test(styles[fontName]?.fontFamily ?? fontName),
      }))
    const isScan = items.length === 0 && (await hasPicture(page))
    page.cleanup()
    return { width: right - left, height: top - bottom, isScan, items }
  } catch {
    return null
  }
}

/** pdf.js's numbers of the operators that paint a mask, an image and an inline image. */
const PAINTS = new Set([83, 85, 86])

async function hasPicture(page: Awaited<ReturnType<Pdf['getPage']>>): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((operator) => PAINTS.has(operator))
}

function complaintAbout(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'the PDF is locked by a password; save it without one'
  return 'the PDF is damaged; open it elsewhere and print it to a new PDF'
}
