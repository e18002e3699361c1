/** One report for tests, set as each format sets it. */
import {
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { makePdf, type Put } from './pdf-fixture.ts'

/** A report as its writer has it: what each format sets in its own way. */
export interface Piece {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'table' | 'note' | 'edge'
  /** Words of each cell, or of all of it. */
  readonly words: readonly string[]
}

/** The words of a piece as a page shows them. */
export const textOf = ({ words }: Piece) => words.join(' ')

const escaped = (words: readonly string[]) =>
  words.join(' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const halves = (words: readonly string[]) => {
  const middle = Math.ceil(words.length / 2)
  return [words.slice(0, middle), words.slice(middle)]
}

function html(report: readonly Piece[]): string {
  const body = report.map((piece, index) => {
    const text = escaped(piece.words)
    if (piece.kind === 'heading') return `<h2>${text}</h2>`
    if (piece.kind === 'item') return `<ul><li>${text}</li></ul>`
    if (piece.kind === 'note')
      return `<p>x<sup><a href="#n${index}">${index}</a></sup></p><aside id="n${index}">${text}</aside>`
    if (piece.kind === 'edge') return index % 2 ? `<nav>${text}</nav>` : `<footer>${text}</footer>`
    if (piece.kind === 'paragraph') return index % 2 ? `<p>${text}</p>` : `<div>${text}<br>`
    const cells = `<tr>${halves(piece.words)
      .map((half) => `<td>${escaped(half)}</td>`)
      .join('')}</tr>`
    return `<table>${cells}<tr><td>x<td>y</table>`
  })
  return `<html><head><title>x | y</title></head><body>${body.join('\n')}</body></html>`
}

export const toHtml = (report: readonly Piece[]) => strToU8(html(report))

export const toEpub = (report: readonly Piece[]) =>
  zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8('<rootfiles><rootfile full-path="O/p.opf"/></rootfiles>'),
    'O/p.opf': strToU8(
      '<item id="a" href="a%20b.xml" media-type="application/xhtml+xml"/><itemref idref="a"/>',
    ),
    'O/a b.xml': strToU8(html(report)),
  })

export function toDocx(report: readonly Piece[]): Promise<Uint8Array> {
  const notes = report.filter(({ kind }) => kind === 'note')
  const edges = report.filter(({ kind }) => kind === 'edge')
  const children = report.flatMap((piece): (Paragraph | Table)[] => {
    const text = textOf(piece)
    if (piece.kind === 'heading') return [new Paragraph({ text, heading: HeadingLevel.HEADING_2 })]
    if (piece.kind === 'item') return [new Paragraph({ text, bullet: { level: 0 } })]
    if (piece.kind === 'paragraph') return [new Paragraph({ text })]
    if (piece.kind === 'note')
      return [
        new Paragraph({
          children: [new TextRun('x'), new FootnoteReferenceRun(notes.indexOf(piece) + 1)],
        }),
      ]
    if (piece.kind === 'edge') return []
    const rows = [halves(piece.words), [['x'], ['y']]].map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) => new TableCell({ children: [new Paragraph(cell.join(' '))] }),
          ),
        }),
    )
    return [new Table({ rows })]
  })
  return Packer.toBuffer(
    new Document({
      footnotes: Object.fromEntries(
        notes.map((note, i) => [i + 1, { children: [new Paragraph(textOf(note))] }]),
      ),
      sections: [
        {
          headers: {
            default: new Header({ children: edges.map((edge) => new Paragraph(textOf(edge))) }),
          },
          children,
        },
      ],
    }),
  )
}

export const toOdt = (report: readonly Piece[]) => {
  const body = report.map((piece) => {
    const text = escaped(piece.words)
    if (piece.kind === 'heading') return `<text:h text:outline-level="2">${text}</text:h>`
    if (piece.kind === 'item')
      return `<text:list><text:list-item><text:p>${text}</text:p></text:list-item></text:list>`
    if (piece.kind === 'note')
      return `<text:p>x<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>${text}</text:p></text:note-body></text:note></text:p>`
    if (piece.kind === 'table') {
      const cells = halves(piece.words).map(
        (half) => `<table:table-cell><text:p>${escaped(half)}</text:p></table:table-cell>`,
      )
      return `<table:table><table:table-row>${cells.join('')}</table:table-row></table:table>`
    }
    return piece.kind === 'edge' ? '' : `<text:p text:style-name="P1">${text}</text:p><text:p/>`
  })
  const edges = report
    .filter(({ kind }) => kind === 'edge')
    .map(({ words }) => `<text:p>${escaped(words)}</text:p>`)
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(`<office:text>${body.join('')}</office:text>`),
    'styles.xml': strToU8(`<style:header>${edges.join('')}</style:header>`),
  })
}

export const toRtf = (report: readonly Piece[]) => {
  const body = report.map((piece) => {
    const text = [...textOf(piece)]
      .map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0)}?` : sign))
      .join('')
    if (piece.kind === 'heading') return `\\pard\\outlinelevel1 ${text}\\par`
    if (piece.kind === 'note') return `\\pard x{\\footnote\\pard ${text}\\par}\\par`
    if (piece.kind === 'edge') return `{\\header\\pard ${text}\\par}`
    if (piece.kind === 'table') return `\\trowd\\intbl ${text}\\cell x\\cell\\row\\pard`
    return `\\pard ${piece.kind === 'item' ? '\\bullet\\tab ' : ''}${text}\\par`
  })
  return strToU8(`{\\rtf1\\ansi${body.join('\n')}}`)
}

/** So few that no line is wider than the page: what runs over its edge is not shown, nor read. */
const wordsOfLine = 3

/** Lines of a page from above down; what does not fit goes on the next. */
export function toPdf(report: readonly Piece[]): Uint8Array {
  const pages: Put[][] = [[]]
  let y = 740
  let feet = 0
  for (const { kind, words } of report) {
    const size = kind === 'heading' ? 14 : kind === 'note' ? 8 : 11
    for (let at = 0; at < words.length; at += wordsOfLine) {
      if (y < 60) {
        pages.push([])
        y = 740
      }
      const text = Buffer.from(
        words
          .slice(at, at + wordsOfLine)
          .join(' ')
          .replace(/[“”]/g, '"'),
        'latin1',
      ).toString('latin1')
      const isFoot = kind === 'edge' && feet < pages.length
      if (isFoot) feet = pages.length
      pages.at(-1)!.push({ text, x: kind === 'item' ? 90 : 72, y: isFoot ? 30 : y, size })
      y -= size + 3
    }
    y -= 10
  }
  return makePdf(pages)
}
