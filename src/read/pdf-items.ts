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
  /** As the file labels it, else counted; null where the label is no number (`iv`). */
  readonly number: number | null
  readonly width: number
  readonly height: number
  /** Without text, or no more than a stamp, but not blank: what is on it is a picture. */
  readonly isScan: boolean
  readonly items: readonly PdfItem[]
  /** Text that does not run from left to right as the page is held: stamps in the margin. */
  readonly turned: readonly string[]
}

/** More pages than this are not read: the largest reports have a tenth. */
export const MAX_PAGES = 10_000

/**
 * The pages of a PDF, one at a time. Throws an Error that says why where the file is encrypted or damaged.
 * A page that cannot be read comes as null.
 */
export async function* pdfPages(bytes: Uint8Array): AsyncGenerator<PdfPage | null> {
  const loading = await openPdf(bytes)
  const pdf = await loading.promise.catch((error: unknown) => {
    throw new Error(complaintAbout(error), { cause: error })
  })
  const boldFonts = new Map<string, boolean>()
  try {
    const labels = await pdf.getPageLabels().catch(() => null)
    for (let n = 1; n <= Math.min(pdf.numPages, MAX_PAGES); n++) {
      const page = await readPage(pdf, n, boldFonts)
      const label = labels?.[n - 1] ?? String(n)
      yield page && { ...page, number: /^\d{1,6}$/.test(label) ? Number(label) : null }
    }
  } finally {
    await loading.destroy()
  }
}

/** A PDF as pdf.js begins to read it. */
export async function openPdf(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const maps = fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')).replace(
    /package.json$/,
    '',
  )
  return getDocument({
    data: new Uint8Array(bytes),
    // Errors only: warnings about fonts are of no use to a reader of text.
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    cMapUrl: `${maps}cmaps/`,
    standardFontDataUrl: `${maps}standard_fonts/`,
    wasmUrl: `${maps}wasm/`,
  })
}

type Pdf = Awaited<Awaited<ReturnType<typeof openPdf>>['promise']>

type Page = Awaited<ReturnType<Pdf['getPage']>>

async function readPage(
  pdf: Pdf,
  n: number,
  boldFonts: Map<string, boolean>,
): Promise<Omit<PdfPage, 'number'> | null> {
  try {
    const page = await pdf.getPage(n)
    const viewport = page.getViewport({ scale: 1 })
    const { items: all, styles } = await page.getTextContent()
    await learnFonts(page, Object.keys(styles), boldFonts)
    const texts = all.filter((item): item is TextItem => 'str' in item && item.str.trim() !== '')
    const items: PdfItem[] = []
    const turned: string[] = []
    for (const { str, transform, width, height, fontName } of texts) {
      const [a, b, c, d, e, f] = transform.map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      const [x, y] = viewport.convertToViewportPoint(e, f) as [number, number]
      const [toX, toY] = viewport.convertToViewportPoint(e + a, f + b) as [number, number]
      if (Math.abs(toY - y) > Math.abs(toX - x)) turned.push(str)
      else
        items.push({
          text: str,
          x,
          y: viewport.height - y,
          width,
          size: height || Math.hypot(c, d),
          bold: boldFonts.get(fontName) ?? false,
        })
    }
    const letters = texts.reduce((sum, { str }) => sum + str.length, 0)
    const isScan = letters < STAMP && (await hasPicture(page, letters === 0 ? 0 : SCANNED))
    page.cleanup()
    return { width: viewport.width, height: viewport.height, isScan, items, turned }
  } catch {
    return null
  }
}

/** Fonts have their names only once the page was prepared for painting: done for pages with a font not seen before. */
async function learnFonts(
  page: Page,
  names: readonly string[],
  boldFonts: Map<string, boolean>,
): Promise<void> {
  if (names.every((name) => boldFonts.has(name))) return
  await page.getOperatorList()
  for (const name of names) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    const own = typeof font === 'object' && font !== null && 'name' in font ? font.name : ''
    boldFonts.set(name, /bold|black|heavy|semibold|demi/i.test(String(own)))
  }
}

/** A page that says no more than this beside a large picture is a scan that somebody stamped. */
const STAMP = 80
/** Dots of such a picture: a page at some 100 dots an inch. */
const SCANNED = 500_000
/** pdf.js's numbers of the operators that paint a mask, an image and an inline image. */
const PAINTS = new Set([83, 85, 86])

/** Whether a picture of at least so many dots is on the page. */
async function hasPicture(page: Page, dots: number): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray.some((operator, index) => {
    if (!PAINTS.has(operator)) return false
    const [, width, height] = (argsArray[index] ?? []) as unknown[]
    return dots === 0 || Number(width) * Number(height) >= dots
  })
}

function complaintAbout(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return 'the PDF is locked by a password; save it without one'
  return 'the PDF is damaged; open it elsewhere and print it to a new PDF'
}
