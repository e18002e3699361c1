/** Tables of an HTML page as text: which are tables of facts, and how their rows are put so that they can be cited. */
import { isTag, isText, type AnyNode, type Element } from 'domhandler'
import { isBlock } from './html-elements.ts'
import { lettersIn } from './html-tree.ts'

const parts = new Set('table thead tbody tfoot tr td th caption col colgroup p div'.split(' '))
/** A cell of more letters is a text, and its table a page's layout. */
const longestCell = 600
/** A table of links by this share is a menu. */
const mostLinked = 0.7

/** Whether a table sets facts side by side: rows of cells that hold words and nothing that divides them further. */
export function isDataTable(table: Element): boolean {
  const letters = { all: 0, linked: 0 }
  let rows = 0
  const pending: { node: AnyNode; isLinked: boolean; cell: { letters: number } }[] = []
  const push = (element: Element, isLinked: boolean, cell: { letters: number }) => {
    for (const node of element.childNodes) pending.push({ node, isLinked, cell })
  }
  push(table, false, { letters: 0 })
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, isLinked, cell } = next
    if (isText(node)) {
      const own = lettersIn(node.data)
      letters.all += own
      if (isLinked) letters.linked += own
      cell.letters += own
      if (cell.letters > longestCell) return false
    } else if (isTag(node)) {
      if (node.name === 'table' || (isBlock(node) && !parts.has(node.name))) return false
      if (node.name === 'tr' && cellsOf(node) > 1) rows += 1
      push(node, isLinked || node.name === 'a', isCell(node) ? { letters: 0 } : cell)
    }
  }
  return rows > 1 && letters.linked <= mostLinked * letters.all
}

/** A cell, or what stands alone as one. */
export const isCell = ({ name }: Element) => name === 'td' || name === 'th' || name === 'caption'

/** Whether a cell stands after another of its row. */
export function follows({ prev }: Element): boolean {
  let before = prev
  while (before && !isTag(before)) before = before.prev
  return before !== null
}

const cellsOf = (row: Element) =>
  row.childNodes.filter((node) => isTag(node) && isCell(node)).length

/** Characters of a table that is one passage, and of the parts of one that is longer. */
const longestTable = 1200
const longestPart = 700
const longestHead = 150

/**
 * The passages of a table: all of it where it is small, else as many rows as a paragraph has, each part under the
 * table's head again, as a printer repeats it on the next page.
 */
export function partsOfTable(rows: readonly string[]): string[] {
  if (lengthOf(rows) <= longestTable) return [joined(rows)]
  const [first = ''] = rows
  const head = first.length <= longestHead && !/\d/.test(first) ? [first] : []
  const found: string[] = []
  let part: string[] = [...head]
  for (const row of rows.slice(head.length)) {
    if (part.length > head.length && lengthOf(part) + row.length > longestPart) {
      found.push(joined(part))
      part = [...head]
    }
    part.push(row)
  }
  return [...found, joined(part)]
}

const lengthOf = (rows: readonly string[]) => rows.reduce((sum, row) => sum + row.length + 2, 0)

/** Rows end in a semicolon where they end in nothing. */
const joined = (rows: readonly string[]) =>
  rows.map((row, i) => (i === rows.length - 1 || /[.;:!?]$/.test(row) ? row : `${row};`)).join('\n')
