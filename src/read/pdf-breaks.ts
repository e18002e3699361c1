/** Where one block of a PDF's page ends and the next begins: white between, other type, a line left short, an indent. */
import { mostCommon, type PdfLine } from './pdf-lines.ts'

/** Baselines further apart than this times the usual distance leave white between them. */
const white = 1.35
/** Before anything is known of a document's usual distance, in heights of its type. */
const usual = 1.2
/** A first line is set in by at least this, in heights of type; lines of one margin differ by less than half of it. */
const indent = 0.8
/** A column of fewer lines tells no margins. */
const fewestLines = 4

const startsSmall = /^["'“‘«(¿¡]*\p{Ll}/u
const endsSentence = /[.!?:;…]["'”’»)\]]*\d{0,3}$/u
const opensItem = /^(?:[^\p{L}\p{N}\s]|\(?[\p{L}\p{N}]{1,4}[.)])\s/u

export interface PdfStyle {
  /** The distance of baselines within paragraphs, in heights of the type. */
  readonly distance: number
  /** Paragraphs have white between them, so that a short line alone ends none. */
  readonly leavesWhite: boolean
}

/** Share of the lines that certainly end a paragraph that white must follow. */
const usualWhite = 0.6

/** How a document sets its paragraphs, read off all its pages. */
export function styleOf(pages: readonly (readonly PdfLine[])[]): PdfStyle {
  const distance = usualDistance(pages)
  let [ends, followed] = [0, 0]
  for (const lines of pages) {
    const margins = marginsOf(lines)
    for (let index = 1; index < lines.length; index++) {
      const [before, line] = [lines[index - 1]!, lines[index]!]
      if (before.y < line.y || !endsSentence.test(before.text)) continue
      if (!isLeftShort(before, line, margins[index]!)) continue
      ends += 1
      if (isApart(before, line, distance)) followed += 1
    }
  }
  return { distance, leavesWhite: ends > 0 && followed >= usualWhite * ends }
}

/** Tells of each line of a page, in reading order, whether it begins a block. */
export function breaksOf(lines: readonly PdfLine[], style: PdfStyle): boolean[] {
  const margins = marginsOf(lines)
  return lines.map((line, index) => {
    const before = lines[index - 1]
    if (before === undefined) return true
    if (isApart(before, line, style.distance) || before.bold !== line.bold) return true
    // A heading stands as it must, not as margins would have it.
    if (style.leavesWhite || before.bold || startsSmall.test(line.text)) return false
    return isLeftShort(before, line, margins[index]!) || isIndented(lines, index, margins[index]!)
  })
}

/** The distance most lines have to the one before. */
function usualDistance(pages: readonly (readonly PdfLine[])[]): number {
  const distances = pages.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const own = (lines[index]!.y - line.y) / Math.max(lines[index]!.size, line.size)
      return own > 0.8 && own < 4 ? [[own, 1] as const] : []
    }),
  )
  return mostCommon(distances) || usual
}

function isApart(before: PdfLine, line: PdfLine, distance: number): boolean {
  const step = before.y - line.y
  const size = Math.max(before.size, line.size)
  return (
    step < 0 || step > white * distance * size || Math.abs(before.size - line.size) > 0.15 * size
  )
}

interface Margins {
  readonly left: number
  readonly right: number
}

/** The margins of the column each line stands in: a column is what is read from above down. */
function marginsOf(lines: readonly PdfLine[]): (Margins | null)[] {
  const margins: (Margins | null)[] = []
  let start = 0
  for (let index = 1; index <= lines.length; index++)
    if (index === lines.length || lines[index]!.y > lines[index - 1]!.y) {
      const column = lines.slice(start, index)
      const own = column.length < fewestLines ? null : marginOf(column)
      for (const _ of column) margins.push(own)
      start = index
    }
  return margins
}

/** A tenth of the lines may stand out of the column: a title over two, a number in the margin. */
function marginOf(column: readonly PdfLine[]): Margins {
  return {
    left: valueAt(
      0.1,
      column.map(({ x }) => x),
    ),
    right: valueAt(
      0.9,
      column.map(({ right }) => right),
    ),
  }
}

/** The value under which this share of the values lies. */
function valueAt(share: number, values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!
}

/** Capitals are so much wider than small letters. */
const capital = 0.4
/** A line that ends no sentence was left short on purpose only where it leaves this much of its column. */
const clearlyShort = 0.1

/** The next line's first word would have fitted, so that the break was meant. */
function isLeftShort(before: PdfLine, line: PdfLine, margins: Margins | null): boolean {
  if (margins === null || /[-\u00ad]$/u.test(before.text)) return false
  const word = ((line.right - line.x) * widthOf(/^\S+/.exec(line.text)![0])) / widthOf(line.text)
  const room = margins.right - before.right
  if (room < word + 0.5 * line.size) return false
  return endsSentence.test(before.text) || room > clearlyShort * (margins.right - margins.left)
}

/** In small letters. */
const widthOf = (text: string) => text.length + capital * (text.match(/\p{Lu}/gu)?.length ?? 0)

/** Set in between lines at the margin, after a sentence; what hangs under a list's mark is set in too. */
function isIndented(lines: readonly PdfLine[], index: number, margins: Margins | null): boolean {
  const [before, line, after] = [lines[index - 1]!, lines[index]!, lines[index + 1]]
  if (margins === null || opensItem.test(before.text) || !endsSentence.test(before.text))
    return false
  const atMargin = ({ x, size }: PdfLine) => Math.abs(x - margins.left) < 0.4 * size
  return (
    atMargin(before) &&
    line.x - margins.left >= indent * line.size &&
    (after === undefined || after.y > line.y || atMargin(after))
  )
}
