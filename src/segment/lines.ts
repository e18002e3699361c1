/** The lines of a document as printed: their words, where they stand, and the white space that may mean something. */
import type { Page, SourceDocument, Span } from '../model.ts'

export interface Line {
  /** Without surrounding white space. */
  readonly text: string
  /** Of `text`, in the document. */
  readonly span: Span
  /** Columns of white space before it. */
  readonly indent: number
  /** White-space characters after it. */
  readonly trailing: number
  /** Empty lines between it and the line before. */
  readonly gap: number
  /** First line of its printed page. */
  readonly opensPage: boolean
  readonly page: number | null
  /** Right under a rule across the page, as that over footnotes: whether it is of underscores, which underline no heading. */
  readonly underRule?: 'underscores' | 'dashes'
}

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

/** The non-empty lines of a document, in order. A form feed opens a page, as does the start of a known page. */
export function linesOf(document: SourceDocument): Line[] {
  const { text } = document
  const pageAt = pageFinder(document.pages)
  const lines: Line[] = []
  let gap = 0
  let page: number | null = null
  let opensPage = false
  for (const { start, end, after } of rawLines(text)) {
    const raw = text.slice(start, end)
    const visible = trim(raw)
    if (visible.end === visible.start) gap += 1
    else {
      const here = pageAt(start + visible.start)
      opensPage ||= here.index !== page
      page = here.index
      lines.push({
        text: raw.slice(visible.start, visible.end),
        span: { start: start + visible.start, end: start + visible.end },
        indent: columns(raw.slice(0, visible.start)),
        trailing: raw.length - visible.end,
        gap,
        opensPage: opensPage && lines.length > 0,
        page: here.number,
      })
      gap = 0
      opensPage = false
    }
    if (after === '\f') opensPage = true
  }
  return lines
}

function* rawLines(text: string): Iterable<{ start: number; end: number; after: string }> {
  let start = 0
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index, after: match[0] }
    start = match.index + match[0].length
  }
  if (start < text.length) yield { start, end: text.length, after: '' }
}

/** White space, and what is invisible though not white space to the language: zero-width marks, soft hyphens, BOM. */
const invisible = /^[\s\u200b-\u200f\u2060\ufeff\u00ad]$/

function trim(raw: string): Span {
  let start = 0
  let end = raw.length
  while (start < end && invisible.test(raw[start]!)) start += 1
  while (end > start && invisible.test(raw[end - 1]!)) end -= 1
  return { start, end }
}

/** Tabs stop at every fourth column, as in the Markdown and plain text that use them. */
function columns(space: string): number {
  let column = 0
  for (const character of space) column += character === '\t' ? 4 - (column % 4) : 1
  return column
}

/** Page at an offset; offsets must be asked for in ascending order. */
function pageFinder(pages: readonly Page[]) {
  let index = 0
  return (offset: number): { index: number | null; number: number | null } => {
    while (index + 1 < pages.length && pages[index + 1]!.span.start <= offset) index += 1
    const page = pages[index]
    return page === undefined ? { index: null, number: null } : { index, number: page.number }
  }
}
