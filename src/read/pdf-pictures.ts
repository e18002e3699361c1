/** Draws pages of a PDF as pictures, for what recognises text in them. Runs in the reader's worker. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPdf } from './pdf-items.ts'

const POINTS_AN_INCH = 72
/** What recognition is best at. */
const DOTS_AN_INCH = 300
/** A poster is drawn coarser: more dots than these cost memory and tell nothing. */
const MOST_DOTS = 25e6

/** Which pages, counted from one, and the folder their pictures go to. */
export interface Drawing {
  readonly pages: readonly number[]
  readonly folder: string
}

/** Where the picture of a page is. */
export const picturePath = (folder: string, page: number) => join(folder, `page-${page}.png`)

/** Draws the pages; `alive` is called after each. Throws an Error that says why where it cannot. */
export async function drawPages(
  bytes: Uint8Array,
  { pages, folder }: Drawing,
  alive: () => void,
): Promise<void> {
  const { createCanvas } = await import('@napi-rs/canvas').catch((cause: unknown) => {
    throw new Error('reinstall Pasaje with its optional packages: npm ci', { cause })
  })
  const loading = await openPdf(bytes)
  try {
    const pdf = await loading.promise
    for (const number of pages) {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const scale = Math.min(
        DOTS_AN_INCH / POINTS_AN_INCH,
        Math.sqrt(MOST_DOTS / Math.max(1, width * height)),
      )
      const viewport = page.getViewport({ scale })
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      // Not a browser's canvas, but all of it that pdf.js uses.
      const drawn = canvas as unknown as Parameters<typeof page.render>[0]['canvas']
      await page.render({ canvas: drawn, viewport }).promise
      await writeFile(picturePath(folder, number), canvas.toBuffer('image/png'))
      page.cleanup()
      alive()
    }
  } finally {
    await loading.destroy()
  }
}
