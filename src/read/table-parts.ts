/** How the rows of a table are put so that they can be cited, whatever format they come from. */

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
