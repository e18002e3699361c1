/** The formats whose parsers are large and whose files come from anywhere: PDF, DOCX, ODT, EPUB. Runs in a worker. */
import { layFlow } from './flow.ts'
import { officeOf, parseOffice } from './office.ts'
import { pagesNamed, type Parsed } from './parsed.ts'
import { layOutPdf } from './pdf.ts'
import { MAX_PAGES, pdfPages, type PdfPage } from './pdf-items.ts'
import { isZip, openZip } from './zip.ts'

/** Reads such a file; `alive` is called as it gets on. Throws an Error that says why where nothing can be made of it. */
export async function parsePacked(bytes: Uint8Array, alive: () => void): Promise<Parsed> {
  return isZip(bytes) ? parseOfficeFile(bytes) : parsePdf(bytes, alive)
}

async function parseOfficeFile(bytes: Uint8Array): Promise<Parsed> {
  const archive = await openZip(bytes)
  const format = await officeOf(archive)
  if (archive.complaints.length > 0) throw new Error(archive.complaints[0])
  if (format === null) throw new Error('it is an archive of a kind that is not read')
  const flow = layFlow(await parseOffice(format, archive, bytes))
  return { format, encoding: 'utf-8', ...flow, pages: [], complaints: [] }
}

async function parsePdf(bytes: Uint8Array, alive: () => void): Promise<Parsed> {
  const pages: (PdfPage | null)[] = []
  for await (const page of pdfPages(bytes)) {
    pages.push(page)
    alive()
  }
  const lost = pages.flatMap((page, i) => (page === null ? [i + 1] : []))
  const bare = pages.flatMap((page, i) => (page?.isScan ? [i + 1] : []))
  const complaints = [
    ...(lost.length > 0 ? [`${pagesNamed(lost)} could not be read`] : []),
    ...(pages.length === MAX_PAGES ? [`only its first ${MAX_PAGES} pages were read`] : []),
  ]
  return { format: 'pdf', encoding: 'pdf', ...layOutPdf(pages), bare, complaints }
}
