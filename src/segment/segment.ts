/** Cuts a document into blocks: paragraphs, items, headings, footnotes, furniture. Every printed word ends up in one. */
import type { Block, Mark, SourceDocument, Span } from '../model.ts'
import { chunksOf, type Chunk } from './chunks.ts'
import { setSiteAside } from './furniture.ts'
import { markHeadings } from './headings.ts'
import { layColumns } from './columns.ts'
import { createJoiner, type Joiner } from './hyphens.ts'
import { piecesOf } from './items.ts'
import { layoutOf } from './layout.ts'
import { linesOf, type Line } from './lines.ts'
import { footnoteMark, unmark } from './markup.ts'
import { headingMark } from './openings.ts'
import { setLinesAside, setPageEdgesAside } from './page-edges.ts'
import { spansOf } from './spans.ts'
import { dropWordless, runningHeadings, splitFrontMatter } from './prelude.ts'

export interface SegmentHints {
  /** Whether a word exists: decides hyphens at line ends that the document itself leaves open. */
  readonly knowsWord?: (word: string) => boolean
  /** Whether a text is a known section heading, in whatever spelling. */
  readonly isHeading?: (text: string) => boolean
}

/** The blocks of a document in reading order. Offsets are into the document's text. */
export function segment(document: SourceDocument, hints: SegmentHints = {}): Block[] {
  const lines = layColumns(linesOf(document))
  const joined = createJoiner(lines, hints.knowsWord)
  const { marked, rest } = splitByMarks(lines, document.marks)
  const blocks = [
    ...marked.flatMap((chunk) => blocksOf(chunk, joined)),
    ...plainBlocks(rest, joined, hints),
  ]
  return blocks.toSorted((a, b) => a.source.start - b.source.start)
}

/** What the format itself marks is taken at its word; lines it leaves unmarked are read as plain text. */
function splitByMarks(lines: readonly Line[], marks: readonly Mark[]) {
  if (marks.length === 0) return { marked: [], rest: lines }
  const rest: Line[] = []
  const within = marks.map((): Line[] => [])
  let at = 0
  for (const line of lines) {
    while (at < marks.length && marks[at]!.span.end <= line.span.start) at += 1
    const mark = marks[at]
    if (mark !== undefined && mark.span.start <= line.span.start) within[at]!.push(line)
    else rest.push(line)
  }
  const marked = marks.flatMap(({ kind, level }, index): Chunk[] => {
    const inside = within[index]!
    if (inside.length === 0) return []
    const own = kind === 'paragraph' ? 'text' : kind
    return [{ kind: own, lines: inside, ...(level === undefined ? {} : { level }) }]
  })
  return { marked, rest }
}

function plainBlocks(lines: readonly Line[], joined: Joiner, hints: SegmentHints): Block[] {
  const isKnown = hints.isHeading ?? (() => false)
  const { frontMatter, body } = splitFrontMatter(lines)
  const pages = setPageEdgesAside(body)
  const worded = dropWordless(pages.kept)
  const { kept, aside } = setLinesAside(worded, runningHeadings(worded))
  const layout = layoutOf(kept)
  const chunks = setSiteAside(markHeadings(chunksOf(kept, layout, isKnown), layout, isKnown))
  return [
    ...(frontMatter.length > 0 ? [furniture(frontMatter, '\n')] : []),
    ...[...pages.aside, ...aside].map((line) => furniture([line], ' ')),
    ...chunks.flatMap((chunk) => blocksOf(chunk, joined)),
  ]
}

function furniture(lines: readonly Line[], separator: string): Block {
  const printed = lines.map((line) => line.text).join(separator)
  return { kind: 'furniture', printed, source: spanOf(lines), page: lines[0]!.page }
}

function spanOf(lines: readonly Line[]): Span {
  return { start: lines[0]!.span.start, end: lines.at(-1)!.span.end }
}

function blocksOf(chunk: Chunk, joined: Joiner): Block[] {
  const common = { source: spanOf(chunk.lines), page: chunk.lines[0]!.page }
  const printed = joined(chunk.lines)
  if (chunk.kind === 'furniture') return [{ kind: 'furniture', printed, ...common }]
  const note = footnoteMark(printed)
  const mark = headingMark(printed)
  const { text, aside, notes } = unmark(printed.slice(note?.length ?? mark?.length ?? 0))
  const calls = notes.length > 0 ? { calls: notes } : {}
  const rest = aside.map((words): Block => ({ kind: 'furniture', printed: words, ...common }))
  const whole = { printed: text, ...common, ...calls }
  if (note !== null)
    return [
      { ...whole, kind: 'footnote', printed: `${note.mark} ${text}`, mark: note.mark },
      ...rest,
    ]
  if (chunk.kind === 'heading')
    return [{ ...whole, kind: 'heading', level: chunk.level ?? 3 }, ...rest]
  if (chunk.kind === 'title' || chunk.kind === 'footnote')
    return [{ ...whole, kind: chunk.kind }, ...rest]
  const pieces = piecesOf(text)
  const bullet = text.slice(0, pieces[0]?.start ?? 0)
  // OCR reads a hollow bullet as the letter o: no word, but ink.
  if (hasWords.test(bullet)) rest.push({ kind: 'furniture', printed: bullet.trim(), ...common })
  // Letters that markup took out leave nothing to count by: then the pieces share the span of the whole.
  const spans = pieces.length > 1 && aside.length === 0 ? spansOf(chunk.lines, text, pieces) : []
  const blocks = pieces
    .map((piece, index): Block => ({
      ...whole,
      source: spans[index] ?? common.source,
      kind: piece.isItem || chunk.kind === 'item' ? 'item' : 'paragraph',
      printed: text.slice(piece.start, piece.end).trim(),
    }))
    .filter((block) => hasWords.test(block.printed))
  return [...blocks, ...rest]
}

const hasWords = /[\p{L}\p{N}]/u
