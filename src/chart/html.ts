/** A comparison as one HTML file that needs nothing else: for mail, for print, for an archive. */
import type { ComparisonRow } from '../lineage/compare.ts'
import { chartWords, countsLine, documentName, piecesOf, placesOf, type Chart } from './chart.ts'

const style = `body{font:15px/1.45 Georgia,serif;margin:2em auto;max-width:70em;padding:0 1em;color:#111;background:#fff}
table{border-collapse:collapse;width:100%;table-layout:fixed}
td,th{border:1px solid #999;padding:.4em .6em;vertical-align:top;text-align:left}
th.kind{width:7em;font-weight:normal}td p{margin:0 0 .6em}
small{color:#444}del{color:#8a1010}ins{color:#0b5a1e}h2{break-after:avoid}tr{break-inside:avoid}`

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** The file. */
export function chartToHtml(chart: Chart): string {
  const { left, right, comparison, language, version, date } = chart
  const words = chartWords[language]
  const title = escaped(`${documentName(left)} ${words.against} ${documentName(right)}`)
  const sections = comparison.sections.map(({ section, heading, counts, rows }) => {
    const name = escaped(heading ?? section ?? words.noSection)
    const head = `<h2>${name} <small>${escaped(countsLine(counts, language))}</small></h2>`
    return `${head}\n${table(chart, rows)}`
  })
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
<p>${escaped(countsLine(comparison.counts, language))}</p>
${sections.join('\n')}
<p><small>${escaped(words.about(version, date))}</small></p>
</body></html>
`
}

function table(chart: Chart, rows: readonly ComparisonRow[]): string {
  const { left, right, language } = chart
  const head = [left, right].map((document) => `<th>${escaped(documentName(document))}</th>`)
  const lines = rows.map((row) => {
    const sides = (['left', 'right'] as const).map((side) => cell(chart, row, side))
    return `<tr><th class="kind">${chartWords[language].kinds[row.kind]}</th>${sides.join('')}</tr>`
  })
  return `<table><tr><th class="kind"></th>${head.join('')}</tr>\n${lines.join('\n')}</table>`
}

function cell({ origin, language }: Chart, row: ComparisonRow, side: 'left' | 'right'): string {
  const [passage] = row[side]
  if (!passage) return '<td></td>'
  const tag = side === 'left' ? 'del' : 'ins'
  const pieces = piecesOf(row, side).map(({ text, changed, figure }) => {
    const shown = escaped(text).replaceAll('\n\n', '<br><br>')
    return changed ? `<${tag}>${figure ? `<b>${shown}</b>` : shown}</${tag}>` : shown
  })
  const link = `${origin}/p/${encodeURIComponent(passage.id)}`
  const place = escaped(placesOf(row[side], language))
  const lang = passage.language === 'und' ? '' : ` lang="${passage.language}"`
  return `<td${lang}><p>${pieces.join('')}</p><small><a href="${escaped(link)}">${place}</a></small></td>`
}
