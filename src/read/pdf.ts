/** PDF → text, pages and marks: lines in reading order, a blank line where the page leaves white, a form feed a page. */
import type { Mark, Page } from '../model.ts'
import type { Flow } from './flow.ts'
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
  let text = ''
  const marks: Mark[] = []
  const spans: Page[] = []
  for (const [index, lines] of lined.entries()) {
    const start = text.length
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1]
      if (before) text += isApart(before, line, body) ? '\n\n' : '\n'
      const level = isHeading(line)
      const from = text.length
      text += line.text
      if (level !== null) addHeading(marks, { start: from, end: text.length }, level, text)
    }
    text += index < lined.length - 1 ? '\n\f' : '\n'
    spans.push({ number: index + 1, span: { start, end: text.length } })
  }
  return { text, marks, pages: spans }
}

/** More white above than lines of a paragraph have between them, or another column or size of type. */
function isApart(before: PdfLine, line: PdfLine, body: number): boolean {
  const step = before.y - line.y
  const size = Math.max(before.size, line.size, 0.8 * body)
  return step < 0 || step > 1.75 * size || Math.abs(before.size - line.size) > 0.15 * size
}

/** Lines of a heading that follow one another are one heading. */
function addHeading(marks: Mark[], span: Mark['span'], level: number, text: string): void {
  const last = marks.at(-1)
  if (last && last.level === level && text.slice(last.span.end, span.start) === '\n')
    marks[marks.length - 1] = { ...last, span: { start: last.span.start, end: span.end } }
  else marks.push({ kind: 'heading', span, level })
}

/**
 * Type clearly larger than that of the text makes a heading, its rank among the larger sizes the level; but not where
 * the same line returns page after page, nor where it is long.
 */
function headingTest(lines: readonly PdfLine[], body: number): (line: PdfLine) => number | null {
  const often = new Map<string, number>()
  for (const line of lines) often.set(keyOf(line), (often.get(keyOf(line)) ?? 0) + 1)
  const large = (line: PdfLine) => line.size >= 1.15 * body && /\p{L}{2}/u.test(line.text)
  const sizes = [...new Set(lines.filter(large).map((line) => Math.round(line.size)))]
  const ranks = sizes.toSorted((a, b) => b - a)
  return (line) => {
    if (!large(line) || line.text.length > 200 || (often.get(keyOf(line)) ?? 0) > 2) return null
    return Math.min(6, ranks.indexOf(Math.round(line.size)) + 1)
  }
}

/** Running heads differ from page to page by the page's number only. */
const keyOf = (line: PdfLine) => line.text.replace(/\d+/g, '#')
