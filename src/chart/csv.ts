/** A comparison as CSV: one line a row, both sides whole. */
import { byteOrderMark, csvLine } from '../export/formats.ts'
import { joined } from '../lineage/compare.ts'
import { permalinkOf } from '../passages/detail.ts'
import { documentName, type Chart } from './chart.ts'

/** The table; ids and permalinks of several passages in one row are parted by spaces. */
export function chartToCsv({ left, right, comparison, origin, version }: Chart): string {
  const head = ['section', 'kind', 'moved', 'similarity']
  for (const document of [left, right]) {
    const name = documentName(document)
    head.push(`${name}: text`, `${name}: permalink`, `${name}: id`)
  }
  const lines = comparison.sections.flatMap((section) =>
    section.rows.map((row) => {
      const sides = [row.left, row.right].flatMap((passages) => [
        joined(passages),
        passages.map(({ id }) => permalinkOf(origin, id)).join(' '),
        passages.map(({ id }) => id).join(' '),
      ])
      const { kind, moved, similarity } = row
      return csvLine([section.section, kind, moved ? 1 : 0, similarity, ...sides, version])
    }),
  )
  return byteOrderMark + csvLine([...head, 'corpusVersion']) + lines.join('')
}
