/** `pasaje compare A B`: two documents side by side: what stayed, changed, was dropped, is new. */
import type { Command } from 'commander'
import { UserError } from '../errors.ts'
import type { Chart } from '../chart/chart.ts'
import type { ComparisonRow } from '../lineage/compare.ts'
import type { DocumentRecord } from '../model.ts'

export function register(program: Command): void {
  program
    .command('compare')
    .description('compare two documents passage by passage')
    .argument('<a>', 'id of the earlier document')
    .argument('<b>', 'id of the later document')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--format <format>', 'text, csv or html', 'text')
    .option('--origin <url>', 'host of the permalinks', 'http://127.0.0.1:8080')
    .option('--json', 'print the answer of the API')
    .action(run)
}

interface Options {
  readonly index: string
  readonly format: string
  readonly origin: string
  readonly json?: boolean
}

async function run(a: string, b: string, options: Options): Promise<void> {
  const { openContext } = await import('../context.ts')
  const { compareDocuments } = await import('../lineage/compare.ts')
  const context = await openContext(options.index)
  const { store } = context
  const [left, right] = [documentOf(store.documents, a), documentOf(store.documents, b)]
  const comparison = compareDocuments(store.passagesOf(a), store.passagesOf(b))
  await context.close()
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ a, b, ...comparison }, null, 2)}\n`)
    return
  }
  const { origin } = options
  const { version } = store.manifest
  const date = new Date().toISOString().slice(0, 10)
  const chart: Chart = { left, right, comparison, origin, version, date, language: 'en' }
  process.stdout.write(await printed(chart, options.format))
}

function documentOf(documents: readonly DocumentRecord[], id: string): DocumentRecord {
  const document = documents.find((one) => one.id === id)
  if (document) return document
  const ids = documents.slice(0, 8).map((one) => one.id)
  const list = `${ids.join(', ')}${documents.length > ids.length ? ' …' : ''}`
  throw new UserError('not-found', `there is no document ${id}`, `Documents are: ${list}`)
}

async function printed(chart: Chart, format: string): Promise<string> {
  if (format === 'csv') return (await import('../chart/csv.ts')).chartToCsv(chart)
  if (format === 'html') return (await import('../chart/html.ts')).chartToHtml(chart)
  if (format === 'text') return text(chart)
  throw new UserError('usage', `there is no format ${format}`, 'Formats are text, csv, html')
}

async function text(chart: Chart): Promise<string> {
  const { countsLine, documentName, piecesOf } = await import('../chart/chart.ts')
  const { left, right, comparison } = chart
  const row = (one: ComparisonRow) => {
    const marked = (side: 'left' | 'right') =>
      piecesOf(one, side)
        .map((piece) => (piece.changed ? `[${piece.text}]` : piece.text))
        .join('')
    const lines = [`${one.kind}${one.moved ? ' (moved)' : ''}`]
    if (one.left.length > 0 && one.kind !== 'same') lines.push(`- ${marked('left')}`)
    if (one.right.length > 0) lines.push(`${one.kind === 'same' ? '=' : '+'} ${marked('right')}`)
    return lines.join('\n')
  }
  const sections = comparison.sections.map(({ section, counts, rows }) => {
    const head = `## ${section ?? 'no section'}: ${countsLine(counts, 'en')}`
    return [head, ...rows.map(row)].join('\n\n')
  })
  const title = `${documentName(left)} compared with ${documentName(right)}`
  return `${[title, countsLine(comparison.counts, 'en'), ...sections].join('\n\n')}\n`
}
