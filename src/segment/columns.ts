/**
 * Columns that a text layout keeps side by side (pdftotext -layout): read one after another, as the page is.
 *
 * A gutter is a strip of spaces that hardly a line of the page crosses, with prose on both sides. Lines that do cross
 * it (a title over both columns) stay whole and end the columns above them. Tables look alike but their cells are
 * short; they are left as they stand.
 */
import type { Line } from './lines.ts'

const innerGap = /\S {3,}(?=\S)/
/** Lines with an inner gap that a page needs before a gutter is looked for. */
const fewestLines = 8
/** Share of the page's lines that may cross a gutter. */
const mostCrossing = 0.12
/** Usual length of a line of prose in a column, at least; a table's cells are shorter. */
const proseLength = 22
const narrowestGutter = 3
/** No page is set wider, in characters; what is, is no layout. */
const widestPage = 1000

/** The lines with side-by-side columns laid under one another; the same lines where there are none. */
export function layColumns(lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => innerGap.test(line.text))) return lines
  const laid: Line[] = []
  let start = 0
  for (let index = 1; index <= lines.length; index++)
    if (index === lines.length || lines[index]!.opensPage) {
      for (const line of layPage(lines.slice(start, index))) laid.push(line)
      start = index
    }
  return laid
}

/** A line with the row of the page it stands in, so that a column knows its own blank lines. */
interface Row {
  readonly line: Line
  readonly row: number
}

function layPage(lines: readonly Line[]): readonly Line[] {
  if (lines.filter((line) => innerGap.test(line.text)).length < fewestLines) return lines
  let row = 0
  const rows = lines.map((line) => ({ line, row: (row += line.gap + 1) }))
  const gutter = findGutter(rows)
  if (gutter === null) return lines
  const laid = splitAt(rows, gutter)
  return laid.map((line, index) =>
    index === 0 ? { ...line, opensPage: lines[0]!.opensPage } : line,
  )
}

interface Gutter {
  readonly start: number
  readonly end: number
}

/** The strip nearest the middle of the page that hardly a line crosses and that has prose on both sides. */
function findGutter(rows: readonly Row[]): Gutter | null {
  let width = 0
  for (const { line } of rows) width = Math.max(width, line.indent + line.text.length)
  if (width > widestPage) return null
  const inked = new Uint32Array(width + 1)
  for (const { line } of rows)
    for (let index = 0; index < line.text.length; index++)
      if (line.text[index] !== ' ') inked[line.indent + index]! += 1
  const most = rows.length * mostCrossing
  const gutters: Gutter[] = []
  for (let column = 0, start = -1; column <= width; column++) {
    const free = column < width && inked[column]! <= most
    if (free && start < 0) start = column
    if (!free && start >= 0) {
      if (column - start >= narrowestGutter) gutters.push({ start, end: column })
      start = -1
    }
  }
  const distance = ({ start, end }: Gutter) => Math.abs((start + end) / 2 - width / 2)
  return (
    gutters
      .toSorted((a, b) => distance(a) - distance(b))
      .find((gutter) => hasProse(rows, gutter)) ?? null
  )
}

function hasProse(rows: readonly Row[], gutter: Gutter): boolean {
  const sides = rows.map(({ line }) => partsOf(line, gutter)).filter((parts) => parts !== null)
  const usual = (side: 0 | 1) => {
    const lengths = sides.flatMap((parts) => parts[side]?.text.length ?? [])
    return lengths.length < fewestLines
      ? 0
      : lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]!
  }
  return usual(0) >= proseLength && usual(1) >= proseLength
}

/** What stands left and right of the gutter; null where the line crosses it. */
function partsOf(line: Line, gutter: Gutter): readonly [Line | null, Line | null] | null {
  const from = gutter.start - line.indent
  const to = gutter.end - line.indent
  // A word may reach a little into the strip.
  if (from < 0) return [null, line]
  if (to >= line.text.length) return [line, null]
  // The cut is where the spaces are.
  const strip = / {2,}/g
  strip.lastIndex = Math.max(0, from - 12)
  for (
    let gap = strip.exec(line.text);
    gap !== null && gap.index < to;
    gap = strip.exec(line.text)
  ) {
    const end = gap.index + gap[0].length
    if (end < from) continue
    return [cut(line, 0, gap.index), cut(line, end, line.text.length)]
  }
  return null
}

function cut(line: Line, start: number, end: number): Line {
  return {
    ...line,
    text: line.text.slice(start, end),
    span: { start: line.span.start + start, end: line.span.start + end },
    indent: line.indent + start,
  }
}

function splitAt(rows: readonly Row[], gutter: Gutter): Line[] {
  const laid: Line[] = []
  let columns: [Row[], Row[]] = [[], []]
  const flush = () => {
    for (const column of columns) {
      const [first, ...rest] = withOwnGaps(column)
      // A sentence runs on from one column to the next as from page to page.
      if (first !== undefined) laid.push({ ...first, opensPage: true })
      for (const line of rest) laid.push(line)
    }
    columns = [[], []]
  }
  for (const { line, row } of rows) {
    const parts = partsOf(line, gutter)
    if (parts === null) {
      flush()
      laid.push(line)
    } else
      parts.forEach((part, side) => {
        if (part !== null) columns[side]!.push({ line: part, row })
      })
  }
  flush()
  return laid
}

/** Blank lines as this column has them; its first line opens it after a blank. */
function withOwnGaps(column: readonly Row[]): readonly Line[] {
  let left = Number.POSITIVE_INFINITY
  for (const { line } of column) left = Math.min(left, line.indent)
  const lines = column.map(({ line, row }, index) => ({
    ...line,
    indent: line.indent - left,
    gap: index === 0 ? 1 : row - column[index - 1]!.row - 1,
  }))
  // The column may itself be two.
  return layPage(lines)
}
