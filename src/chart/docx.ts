/** A comparison as a Word document: a table for each section, changes struck out and underlined. */
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { ComparisonRow } from '../lineage/compare.ts'
import { chartWords, countsLine, documentName, piecesOf, placesOf, type Chart } from './chart.ts'

const small = 18
/** Percent of the page: what happened, left, right. */
const widths = { kind: 12, side: 44 }
const colours = { left: '8A1010', right: '0B5A1E' }

/** The bytes of the document. */
export async function chartToDocx(chart: Chart): Promise<Uint8Array<ArrayBuffer>> {
  const { left, right, comparison, language, version, date } = chart
  const words = chartWords[language]
  const title = `${documentName(left)} ${words.against} ${documentName(right)}`
  const sections = comparison.sections.flatMap(({ section, heading, counts, rows }) => [
    new Paragraph({
      text: heading ?? section ?? words.noSection,
      heading: HeadingLevel.HEADING_2,
      keepNext: true,
    }),
    new Paragraph({ text: countsLine(counts, language), keepNext: true }),
    table(chart, rows),
  ])
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: countsLine(comparison.counts, language) }),
    ...sections,
    new Paragraph({ children: [new TextRun({ text: words.about(version, date), size: small })] }),
  ]
  const page = { size: { orientation: PageOrientation.LANDSCAPE } }
  const document = new Document({ title, sections: [{ properties: { page }, children }] })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function table(chart: Chart, rows: readonly ComparisonRow[]): Table {
  const { left, right, language } = chart
  const head = new TableRow({
    tableHeader: true,
    children: [
      cell(widths.kind, []),
      ...[left, right].map((document) => cell(widths.side, [bold(documentName(document))])),
    ],
  })
  const lines = rows.map(
    (row) =>
      new TableRow({
        children: [
          cell(widths.kind, [new Paragraph(chartWords[language].kinds[row.kind])]),
          cell(widths.side, side(chart, row, 'left')),
          cell(widths.side, side(chart, row, 'right')),
        ],
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [head, ...lines],
  })
}

function cell(percent: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: percent, type: WidthType.PERCENTAGE },
    children: children.length > 0 ? [...children] : [new Paragraph('')],
  })
}

function bold(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, bold: true })] })
}

function side(
  { origin, language }: Chart,
  row: ComparisonRow,
  which: 'left' | 'right',
): Paragraph[] {
  const [passage] = row[which]
  if (!passage) return []
  const value = passage.language === 'es' ? 'es-ES' : 'en-US'
  const runs = piecesOf(row, which).map(({ text, changed, figure }) => {
    if (!changed) return new TextRun({ text, language: { value } })
    const mark = which === 'left' ? { strike: true } : { underline: {} }
    return new TextRun({ text, bold: figure, color: colours[which], language: { value }, ...mark })
  })
  const link = new ExternalHyperlink({
    link: `${origin}/p/${encodeURIComponent(passage.id)}`,
    children: [
      new TextRun({ text: placesOf(row[which], language), style: 'Hyperlink', size: small }),
    ],
  })
  return [new Paragraph({ children: runs }), new Paragraph({ children: [link] })]
}
