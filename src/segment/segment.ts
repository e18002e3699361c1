/** Cuts a document into blocks: paragraphs, items, headings, footnotes, furniture. Every printed word ends up in one. */
import type { Block, Mark, SourceDocument, Span } from '../model.ts'
import { chunksOf, type Chunk } from './chunks.ts'
import { setFootNotesAside } from './foot-notes.ts'
import { setSiteAside } from './furniture.ts'
import { markHeadings } from './headings.ts'
import { layColumns } from './columns.ts'
import { createJoiner, type Joiner } from './hyphens.ts'
import { piecesOf } from './items.ts'
import { labelledParts, type LabelledPart } from './inline-labels.ts'
import { layoutOf } from './layout.ts'
import { linesOf, type Line } from './lines.ts'
import { footnoteMark, unmark } from './markup.ts'
import { headingMark } from './openings.ts'
import { setLinesAside, setPageEdgesAside } from './page-edges.ts'
import { runInHead } from './run-in.ts'
import { spansOf } from './spans.ts'
import { dropWordless, isMarkup, runningHeadings, splitFrontMatter } from './prelude.ts'

export interface SegmentHints {
  /** Whether a text is a known section heading, in whatever spelling. */
  readonly isHeading?: (text: string) => boolean
}

/** The blocks of a document in reading order. Offsets are into the document's text. */
export function segment(document: SourceDocument, hints: SegmentHints = {}): Block[] {
  const lines = layColumns(linesOf(document))
  const joined = createJoiner(lines)
  const isHeading = hints.isHeading ?? (() => false)
  const isKnown = (text: string) => !endOfSentence.test(text) && isHeading(text)
  const { marked, rest } = splitByMarks(lines, document.marks)
  const blocks = [
    ...marked.flatMap((chunk) => blocksOf(chunk, joined, isKnown)),
    ...plainBlocks(rest, joined, isKnown),
  ]
  return blocks.toSorted((a, b) => a.source.start - b.source.start)
}

/** The last words of a paragraph on a line of their own, which a known heading may be said in: `protección.` */
const endOfSentence = /^\p{Ll}.*\.$/u

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

type HeadingTest = (text: string) => boolean

function plainBlocks(lines: readonly Line[], joined: Joiner, isKnown: HeadingTest): Block[] {
  const { frontMatter, body } = splitFrontMatter(lines)
  const pages = setPageEdgesAside(body)
  const worded = dropWordless(pages.kept)
  const intruders = new Set([...runningHeadings(worded), ...worded.filter(isMarkup)])
  const { kept: all, aside } = setLinesAside(worded, intruders)
  const { kept, notes } = setFootNotesAside(all)
  const layout = layoutOf(kept)
  const chunks = setSiteAside(markHeadings(chunksOf(kept, layout, isKnown), layout, isKnown))
  return [
    ...(frontMatter.length > 0 ? [furniture(frontMatter, '\n')] : []),
    ...[...pages.aside, ...aside].map((line) => furniture([line], ' ')),
    ...notes.flatMap((note) => blocksOf({ kind: 'footnote', lines: note }, joined, isKnown)),
    ...chunks.flatMap((chunk) => blocksOf(chunk, joined, isKnown)),
  ]
}

function furniture(lines: readonly Line[], separator: string): Block {
  const printed = lines.map((line) => line.text).join(separator)
  return { kind: 'furniture', printed, source: spanOf(lines), page: lines[0]!.page }
}

function spanOf(lines: readonly Line[]): Span {
  return { start: lines[0]!.span.start, end: lines.at(-1)!.span.end }
}

function blocksOf(chunk: Chunk, joined: Joiner, isKnown: HeadingTest): Block[] {
  const common = { source: spanOf(chunk.lines), page: chunk.lines[0]!.page }
  const printed = joined(chunk.lines)
  if (chunk.kind === 'furniture') return [furniture(chunk.lines, '\n')]
  const note = footnoteMark(printed, chunk.kind === 'footnote')
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
  // Figures by themselves (a year under the title, a number of a page) say nothing that one could cite.
  if (!/\p{L}/u.test(printed)) return [furniture(chunk.lines, ' ')]
  const parts = labelledParts(text, isKnown)
  if (parts !== null) return [...labelledBlocks(chunk, text, parts), ...rest]
  const runIn = runInHead(printed, text)
  const opened = runIn === null ? whole : { ...whole, runIn }
  return [...textBlocks(chunk, opened, aside.length === 0), ...rest]
}

/** Paragraph or items. Letters that markup took out leave nothing to count places by: then items share one span. */
function textBlocks(chunk: Chunk, whole: Omit<Block, 'kind'>, countable: boolean): Block[] {
  const text = whole.printed
  const pieces = piecesOf(text)
  const bullet = text.slice(0, pieces[0]?.start ?? 0)
  const spans = pieces.length > 1 && countable ? spansOf(chunk.lines, text, pieces) : []
  const { runIn, ...common } = whole
  const blocks = pieces.map((piece, index): Block => {
    const isItem = piece.isItem || chunk.kind === 'item'
    return {
      ...common,
      ...(isItem || runIn === undefined ? {} : { runIn }),
      source: spans[index] ?? whole.source,
      kind: isItem ? 'item' : 'paragraph',
      printed: text.slice(piece.start, piece.end).trim(),
    }
  })
  // OCR reads a hollow bullet as the letter o: no word, but ink.
  if (hasWords.test(bullet)) blocks.push({ ...whole, kind: 'furniture', printed: bullet.trim() })
  return blocks.filter((block) => hasWords.test(block.printed))
}

function labelledBlocks(chunk: Chunk, text: string, parts: readonly LabelledPart[]): Block[] {
  const pieces = parts.flatMap(({ label, body }) => [label, body])
  const spans = spansOf(chunk.lines, text, pieces)
  return pieces
    .map((piece, index): Block => {
      const printed = text.slice(piece.start, piece.end).replace(/^[\s|]+|[\s|]+$/g, '')
      const common = { printed, source: spans[index]!, page: chunk.lines[0]!.page }
      return index % 2 === 0
        ? { ...common, kind: 'heading', level: 3 }
        : { ...common, kind: 'paragraph' }
    })
    .filter((block) => hasWords.test(block.printed))
}

const hasWords = /[\p{L}\p{N}]/u
