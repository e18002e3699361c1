/** Cuts a document into blocks: paragraphs, items, headings, footnotes, furniture. Every printed word ends up in one. */
import type { Block, SourceDocument, Span } from '../model.ts'
import { chunksOf, type Chunk } from './chunks.ts'
import { setSiteAside } from './furniture.ts'
import { markHeadings } from './headings.ts'
import { createJoiner, type Joiner } from './hyphens.ts'
import { piecesOf } from './items.ts'
import { layoutOf } from './layout.ts'
import { linesOf, type Line } from './lines.ts'
import { footnoteMark, unmark } from './markup.ts'
import { headingMark } from './openings.ts'
import { setLinesAside, setPageEdgesAside } from './page-edges.ts'
import { dropWordless, runningHeadings, splitFrontMatter } from './prelude.ts'

export interface SegmentHints {
  /** Whether a word exists: decides hyphens at line ends that the document itself leaves open. */
  readonly knowsWord?: (word: string) => boolean
  /** Whether a text is a known section heading, in whatever spelling. */
  readonly isHeading?: (text: string) => boolean
}

/** The blocks of a document in reading order. Offsets are into the document's text. */
export function segment(document: SourceDocument, hints: SegmentHints = {}): Block[] {
  const isKnown = hints.isHeading ?? (() => false)
  const { frontMatter, body } = splitFrontMatter(linesOf(document))
  const pages = setPageEdgesAside(body)
  const worded = dropWordless(pages.kept)
  const { kept, aside } = setLinesAside(worded, runningHeadings(worded))
  const layout = layoutOf(kept)
  const joined = createJoiner(kept, hints.knowsWord)
  const chunks = setSiteAside(markHeadings(chunksOf(kept, layout, isKnown), layout, isKnown))
  const blocks = [
    ...(frontMatter.length > 0 ? [furniture(frontMatter, '\n')] : []),
    ...[...pages.aside, ...aside].map((line) => furniture([line], ' ')),
    ...chunks.flatMap((chunk) => blocksOf(chunk, joined)),
  ]
  return blocks.toSorted((a, b) => a.source.start - b.source.start)
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
  if (note !== null)
    return [
      { kind: 'footnote', printed: `${note.mark} ${text}`.trim(), mark: note.mark, ...common },
      ...rest,
    ]
  if (chunk.kind === 'heading')
    return [
      { kind: 'heading', printed: text, ...common, level: chunk.level ?? 3, ...calls },
      ...rest,
    ]
  const blocks = piecesOf(text)
    .map((piece): Block => ({
      kind: piece.isItem ? 'item' : 'paragraph',
      printed: text.slice(piece.start, piece.end).trim(),
      ...common,
      ...calls,
    }))
    .filter((block) => block.printed !== '')
  return [...blocks, ...rest]
}
