/** A PDF of a few pages for tests, written by hand: text at places, in two fonts. */

export interface Put {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly bold?: boolean
  /** Set from the foot of the page upwards. */
  readonly upwards?: boolean
}

const PICTURE = 'q 300 0 0 300 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q'

/** What the trailer of a PDF says that is locked by a password nobody knows. */
export const LOCKED = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`

/**
 * The bytes of a PDF with these pages; a page without text has a picture, as a scan does. `extra` goes into its trailer,
 * `labels` into its catalogue.
 */
export function makePdf(
  pages: readonly (readonly Put[])[],
  { extra = '', rotate = 0, labels = '' } = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => `${objects.push(body)} 0 R`
  const fonts = ['Helvetica', 'Helvetica-Bold'].map((name) =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
  )
  const parent = `${objects.length + 2 * pages.length + 1} 0 R`
  const kids = pages.map((page) => {
    const stream = page.length === 0 ? PICTURE : page.map(show).join('\n')
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    const resources = `<< /Font << /F0 ${fonts[0]} /F1 ${fonts[1]} >> >>`
    return add(
      `<< /Type /Page /Parent ${parent} /MediaBox [0 0 612 792] /Rotate ${rotate} /Contents ${content} /Resources ${resources} >>`,
    )
  })
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`)
  const root = add(`<< /Type /Catalog /Pages ${parent} ${labels} >>`)
  return Buffer.from(assemble(objects, `${root} ${extra}`), 'latin1')
}

export interface Scan {
  /** The bytes of a JPEG in colour, and its size in dots. */
  readonly picture: Uint8Array
  readonly width: number
  readonly height: number
  /** Text over it; empty for none. */
  readonly stamp: string
}

/** The bytes of a PDF of one page that is a picture. */
export function makeScan({ picture, width, height, stamp }: Scan): Uint8Array {
  const pixels = Buffer.from(picture).toString('latin1')
  const stream = `q 612 0 0 792 0 0 cm /I Do Q ${stamp === '' ? '' : show({ text: stamp, x: 72, y: 20 })}`
  const objects = [
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${pixels.length} >>\nstream\n${pixels}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Page /Parent 5 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources << /XObject << /I 1 0 R >> /Font << /F0 2 0 R >> >> >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Catalog /Pages 5 0 R >>',
  ]
  return Buffer.from(assemble(objects, '6 0 R'), 'latin1')
}

function show({ text, x, y, size = 11, bold = false, upwards = false }: Put): string {
  const escaped = text.replace(/[\\()]/g, '\\$&')
  return `BT /F${bold ? 1 : 0} ${size} Tf ${upwards ? '0 1 -1 0' : '1 0 0 1'} ${x} ${y} Tm (${escaped}) Tj ET`
}

function assemble(objects: readonly string[], root: string): string {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${root} >>\nstartxref\n${file.length}\n%%EOF\n`
}
