/** Pieces of text on a page → lines in reading order, columns one after the other. Pure. */
import type { PdfItem, PdfPage } from './pdf-items.ts'

/** A line as printed, within its column. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  /** Height of most of its type. */
  readonly size: number
  readonly bold: boolean
}

/** Gaps in units of the type's height: a word space is about a quarter, an em is one. */
const WORD_GAP = 0.15
const COLUMN_GAP = 1.5

/** A note's number is raised by a share of the type's height; after a word, not after a figure or a unit (10³, km²). */
const RAISED = 0.15
const noteCall = /^\s?\d{1,3}\s?$/
const callsNote = /(?:\p{L}{3}|[.,;:!?)”"»])$/u

/** The lines of a page in reading order. */
export function linesOfPage({ items, width }: PdfPage): readonly PdfLine[] {
  const segments = rowsOf(items).flatMap(segmentsOf)
  return inReadingOrder(segments, { left: 0, right: width }, 0)
}

/** Pieces on one baseline, from the top of the page; a raised note mark belongs to the line it hangs on. */
function rowsOf(items: readonly PdfItem[]): PdfItem[][] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = []
  for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.findLast((r, i) => i >= rows.length - 3 && onRow(r, item))
    if (!row) rows.push({ y: item.y, size: item.size, items: [item] })
    else {
      row.items.push(item)
      // The row stands where its largest type stands.
      if (item.size > row.size * 1.05) Object.assign(row, { y: item.y, size: item.size })
    }
  }
  return rows.map((row) => row.items)
}

const onRow = (row: { y: number; size: number }, { y, size }: PdfItem) =>
  Math.abs(row.y - y) <= 0.3 * Math.min(row.size, size) ||
  (Math.abs(row.y - y) <= 0.55 * Math.max(row.size, size) &&
    Math.abs(row.size - size) > 0.2 * Math.max(row.size, size))

/** A row cut where the white is wider than between words: what stands in one cell or column. */
function segmentsOf(row: readonly PdfItem[]): PdfLine[] {
  const segments: PdfItem[][] = []
  let right = 0
  for (const item of row.toSorted((a, b) => a.x - b.x)) {
    const segment = segments.at(-1)
    if (!segment || item.x - right > COLUMN_GAP * item.size) segments.push([item])
    else segment.push(item)
    right = Math.max(segment ? right : 0, item.x + item.width)
  }
  return segments.map(lineOf)
}

function lineOf(items: readonly PdfItem[]): PdfLine {
  const size = mostCommon(items.map((item) => [item.size, item.text.length]))
  let text = ''
  let right = items[0]!.x
  const { x, y } = items.find((item) => Math.abs(item.size - size) < 0.01) ?? items[0]!
  for (const item of items) {
    const gap = item.x - right > WORD_GAP * size && !/\s$/.test(text) && !/^\s/.test(item.text)
    const isCall = item.y - y > RAISED * size && noteCall.test(item.text) && callsNote.test(text)
    text += isCall ? `[^${item.text.trim()}]` : (gap && text !== '' ? ' ' : '') + item.text
    right = Math.max(right, item.x + item.width)
  }
  const boldLetters = items.filter((item) => item.bold).reduce((sum, i) => sum + i.text.length, 0)
  const letters = items.reduce((sum, item) => sum + item.text.length, 0)
  return {
    text: text.trim(),
    x: Math.min(x, items[0]!.x),
    y,
    right,
    size,
    bold: boldLetters > 0.8 * letters,
  }
}

/** The value with most weight. */
export function mostCommon(weighted: readonly (readonly [number, number])[]): number {
  const sums = new Map<number, number>()
  for (const [value, weight] of weighted) {
    const rounded = Math.round(value * 10) / 10
    sums.set(rounded, (sums.get(rounded) ?? 0) + weight)
  }
  return [...sums].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

interface Range {
  readonly left: number
  readonly right: number
}

/** Splits at a gutter where there is one: what crosses it is read in its place, the rest column by column. */
function inReadingOrder(lines: readonly PdfLine[], range: Range, depth: number): PdfLine[] {
  const gutter = depth < 3 ? findGutter(lines, range) : null
  if (gutter === null) return joinRows(lines)
  const ordered: PdfLine[] = []
  let band: PdfLine[] = []
  const flush = () => {
    const left = band.filter((line) => line.right <= gutter)
    const right = band.filter((line) => line.right > gutter)
    ordered.push(...inReadingOrder(left, { left: range.left, right: gutter }, depth + 1))
    ordered.push(...inReadingOrder(right, { left: gutter, right: range.right }, depth + 1))
    band = []
  }
  for (const line of lines) {
    if (line.x < gutter && line.right > gutter) {
      flush()
      ordered.push(line)
    } else band.push(line)
  }
  flush()
  return ordered
}

/** Fewest lines a column has. */
const FEWEST = 4

/**
 * The middle of a white stripe with running text on both sides, or null. The cells of a table leave white too, but
 * they are short: in columns of text most lines fill most of their width.
 */
function findGutter(lines: readonly PdfLine[], { left, right }: Range): number | null {
  if (lines.length < 2 * FEWEST) return null
  const inner = {
    left: Math.min(...lines.map((l) => l.x)),
    right: Math.max(...lines.map((l) => l.right)),
  }
  const width = inner.right - inner.left
  if (width < 0.2 * (right - left)) return null
  let best: { at: number; crossing: number } | null = null
  for (let at = inner.left + 0.2 * width; at <= inner.left + 0.8 * width; at += 3) {
    const before = lines.filter((line) => line.right <= at)
    const after = lines.filter((line) => line.x >= at)
    const crossing = lines.length - before.length - after.length
    if (crossing > 0.25 * lines.length || (best && crossing >= best.crossing)) continue
    if (isColumn(before, inner.left, at) && isColumn(after, at, inner.right))
      best = { at, crossing }
  }
  return best?.at ?? null
}

function isColumn(lines: readonly PdfLine[], left: number, right: number): boolean {
  if (lines.length < FEWEST) return false
  const full = lines.filter((line) => line.right - line.x > 0.6 * (right - left)).length
  const words = lines.reduce((sum, line) => sum + line.text.split(/\s+/).length, 0)
  return full >= 0.5 * lines.length && words >= 3.5 * lines.length
}

/** Where there are no columns, cells of one row are one line, a tab between. */
function joinRows(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[] = []
  for (const line of lines) {
    const last = rows.at(-1)
    if (last && Math.abs(last.y - line.y) <= 0.3 * line.size && line.x >= last.right) {
      rows[rows.length - 1] = { ...last, text: `${last.text}\t${line.text}`, right: line.right }
    } else rows.push(line)
  }
  return rows
}
