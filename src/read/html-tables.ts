/** Tables of an HTML page: which are tables of facts, and what their cells are. */
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
