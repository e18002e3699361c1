/** Which quotations a draft contains: what stands in quotation marks, or every paragraph where nothing does. */
import type { Span } from '../model.ts'

export interface Quotation {
  /** Without the marks around it. */
  readonly text: string
  /** In the draft. */
  readonly span: Span
  /** `marked` in quotation marks; `block` a whole paragraph. */
  readonly kind: 'marked' | 'block'
}

/** Shorter ones are titles and scare quotes: in so few words everything is a quotation of something. */
export const fewestWords = 4

/** The paragraphs of a draft, and in each the quotations at its outermost level of marks. */
export interface DraftParagraph {
  readonly block: Quotation
  readonly marked: readonly Quotation[]
}

/** Parts a draft at line ends with white space between or at blank lines, and finds the quotations of each paragraph. */
export function readDraft(draft: string): DraftParagraph[] {
  const paragraphs: DraftParagraph[] = []
  for (const match of draft.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length }
    const marked = marks(draft, span).filter((inner) => isLong(draft.slice(inner.start, inner.end)))
    paragraphs.push({
      block: quotation(draft, span, 'block'),
      marked: marked.map((inner) => quotation(draft, inner, 'marked')),
    })
  }
  return paragraphs
}

function isLong(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= fewestWords
}

function quotation(draft: string, span: Span, kind: Quotation['kind']): Quotation {
  return { text: draft.slice(span.start, span.end), span, kind }
}

const opening = /[“„«]/u
const closing = /[”»]/u

/**
 * Spans inside the outermost quotation marks. Straight marks open after white space or a bracket and close before white
 * space or punctuation, so that one may stand inside another. A mark that is never closed quotes to the paragraph's end,
 * as a quotation over several paragraphs is printed.
 */
function marks(draft: string, paragraph: Span): Span[] {
  const spans: Span[] = []
  let depth = 0
  let start = 0
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const role = roleOf(draft, i, depth)
    if (role === 'open') {
      if (depth === 0) start = i + 1
      depth++
    } else if (role === 'close' && depth > 0) {
      depth--
      if (depth === 0) spans.push({ start, end: i })
    }
  }
  if (depth > 0) spans.push({ start, end: paragraph.end })
  return spans
}

function roleOf(draft: string, at: number, depth: number): 'open' | 'close' | null {
  const mark = draft[at]!
  if (opening.test(mark)) return 'open'
  // “ closes what „ opened; that is German and not expected here, so “ always opens.
  if (closing.test(mark)) return 'close'
  if (mark !== '"') return null
  const [before, after] = [draft[at - 1] ?? ' ', draft[at + 1] ?? ' ']
  const opens = /[\s([{—–-]/u.test(before) && !/\s/u.test(after)
  return opens || depth === 0 ? 'open' : 'close'
}
