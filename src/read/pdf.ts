/** PDF → text, pages and marks: lines in reading order, a blank line where the page leaves white, a form feed a page. */
import type { Mark, Page } from '../model.ts'
import type { Flow } from './flow.ts'
import { notesOf } from './pdf-notes.ts'
import { breaksOf, styleOf } from './pdf-breaks.ts'
import { linesOfPage, mostCommon, type PdfLine } from './pdf-lines.ts'
import type { PdfPage } from './pdf-items.ts'

export interface PdfText extends Flow {
  readonly pages: readonly Page[]
}

/** Lays out the pages of a PDF; a null page is one that could not be read, and stays empty. */
export function layOutPdf(pages: readonly (PdfPage | null)[]): PdfText {
  const lined = pages.map((page) => (page ? linesOfPage(page) : []))
  const all = lined.flat()
  const body = mostCommon(all.map((line) => [line.size, line.text.length]))
  const isHeading = headingTest(all, body)
  const style = styleOf(lined)
  let text = ''
  const marks: Mark[] = []
  const spans: Page[] = []
  for (const [index, lines] of lined.entries()) {
    const page = pages[index]
    const start = text.length
    const breaks = breaksOf(lines, style)
    const levels = levelsOf(lines, breaks, isHeading)
    const notes = notesOf(lines, body)
    for (const [i, line] of lines.entries()) {
      if (i > 0) text += breaks[i] ? '\n\n' : '\n'
      const from = text.length
      text += line.text
      const span = { start: from, end: text.length }
      if (notes[i]! >= 0) addNote(marks, span, notes[i] === i)
      else if (levels[i] !== null) addHeading(marks, span, levels[i]!, text)
    }
    for (const turned of page?.turned ?? []) {
      text += '\n\n'
      const span = { start: text.length, end: text.length + turned.length }
      text += turned
      // Beside text that runs as it should, what is turned is a stamp.
      if (lines.length > 0) marks.push({ kind: 'furniture', span })
    }
    text += index < lined.length - 1 ? '\n\f' : '\n'
    spans.push({ number: page ? page.number : index + 1, span: { start, end: text.length } })
  }
  return { text, marks, pages: spans }
}

function addNote(marks: Mark[], span: Mark['span'], opens: boolean): void {
  const last = marks.at(-1)
  if (opens) marks.push({ kind: 'footnote', span })
  else if (last)
    marks[marks.length - 1] = { ...last, span: { start: last.span.start, end: span.end } }
}

/** Lines of a heading that follow one another are one heading. */
function addHeading(marks: Mark[], span: Mark['span'], level: number, text: string): void {
  const last = marks.at(-1)
  if (last?.level === level && text.slice(last.span.end, span.start) === '\n')
    marks[marks.length - 1] = { ...last, span: { start: last.span.start, end: span.end } }
  else marks.push({ kind: 'heading', span, level })
}

/** Bold type makes a heading of so many lines at most, and only where most of the text is not bold. */
const mostBoldLines = 3
const mostBold = 0.25
const longest = 200

/** The level of each line of a page, null where it is text; a block in bold is a heading only as a whole. */
function levelsOf(
  lines: readonly PdfLine[],
  breaks: readonly boolean[],
  isHeading: (line: PdfLine) => number | null,
): (number | null)[] {
  const levels = lines.map(isHeading)
  for (let start = 0, end = 1; start < lines.length; start = end, end += 1) {
    while (end < lines.length && !breaks[end]) end += 1
    const block = lines.slice(start, end)
    const isWhole = block.every(({ bold }, at) => bold && levels[start + at] !== null)
    const isLarge = block.every((_, at) => levels[start + at] !== null && !block[at]!.bold)
    if (isLarge || (isWhole && block.length <= mostBoldLines)) continue
    if (block.some(({ bold }) => bold)) levels.fill(null, start, end)
  }
  return levels
}

/**
 * Type clearly larger than that of the text makes a heading, its rank among the larger sizes the level, and so does
 * bold type, one level under these, where it ends no sentence; but not where the same line returns page after page, nor
 * where it is long.
 */
function headingTest(lines: readonly PdfLine[], body: number): (line: PdfLine) => number | null {
  const often = new Map<string, number>()
  for (const line of lines) often.set(keyOf(line), (often.get(keyOf(line)) ?? 0) + 1)
  const large = (line: PdfLine) => line.size >= 1.15 * body
  const sizes = [...new Set(lines.filter(large).map((line) => Math.round(line.size)))]
  const ranks = sizes.toSorted((a, b) => b - a)
  const isBoldRare = letters(lines.filter(({ bold }) => bold)) < mostBold * letters(lines)
  return (line) => {
    const { text, size, bold } = line
    if (text.length > longest || !/\p{L}{2}/u.test(text)) return null
    if ((often.get(keyOf(line)) ?? 0) > 2) return null
    if (large(line)) return Math.min(6, ranks.indexOf(Math.round(size)) + 1)
    return bold && isBoldRare && size > 0.9 * body ? Math.min(6, ranks.length + 1) : null
  }
}

const letters = (lines: readonly PdfLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0)

/** Running heads differ from page to page by the page's number only. */
const keyOf = (line: PdfLine) => line.text.replace(/\d+/g, '#')
