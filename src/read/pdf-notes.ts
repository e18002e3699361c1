/** Footnotes at the foot of a PDF's page or column: smaller type, each opening with its number. */
import type { PdfLine } from './pdf-lines.ts'

/** Type of notes is at most this share of the text's. */
const small = 0.93
const opensNote = /^(\d{1,3})[.)]?\s*(?=["“«¿¡(]?\p{L})/u
/** Lines of text shorter than this may stand below notes: page numbers, running feet. */
const shortest = 30

/**
 * Which footnote each line belongs to, by the index of the line that opens it; −1 where it belongs to none. Notes stand
 * below all text of their column, and number on.
 */
export function notesOf(lines: readonly PdfLine[], body: number): number[] {
  const isSmall = ({ size }: PdfLine) => size <= small * body
  const isText = (line: PdfLine) => !isSmall(line) && line.text.length >= shortest
  let open = -1
  let number = 0
  return lines.map((line, index) => {
    const before = lines[index - 1]
    if (!isSmall(line) || (before !== undefined && before.y < line.y)) open = -1
    if (!isSmall(line)) return -1
    const own = Number(opensNote.exec(line.text)?.[1] ?? 0)
    const numbersOn = number === 0 || own === number + 1
    if (own > 0 && numbersOn && !lines.some((other) => isText(other) && isBelow(other, line))) {
      open = index
      number = own
    }
    return open
  })
}

function isBelow(other: PdfLine, line: PdfLine): boolean {
  return other.y < line.y && other.x < line.right && other.right > line.x
}
