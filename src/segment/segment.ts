/** Cuts a document into blocks: paragraphs, items, headings, footnotes, furniture. Every printed word ends up in one. */
import type { Block, SourceDocument, Span } from '../model.ts'
import { chunksOf, type Chunk } from './chunks.ts'
import { setSiteAside } from './furniture.ts'
import { markHeadings } from './headings.ts'
import { createJoiner, type Joiner } from './hyphens.ts'
import { piecesOf } from './items.ts'
import { layoutOf } from './layout.ts'
import { linesOf } from './lines.ts'
import { headingMark } from './openings.ts'

export interface SegmentHints {
  /** Whether a word exists: decides hyphens at line ends that the document itself leaves open. */
  readonly knowsWord?: (word: string) => boolean
  /** Whether a text is a known section heading, in whatever spelling. */
  readonly isHeading?: (text: string) => boolean
}

/** The blocks of a document in reading order. Offsets are into the document's text. */
export function segment(document: SourceDocument, hints: SegmentHints = {}): Block[] {
  const lines = linesOf(document)
  const layout = layoutOf(lines)
  const joined = createJoiner(lines, hints.knowsWord)
  const isKnown = hints.isHeading ?? (() => false)
  const chunks = setSiteAside(markHeadings(chunksOf(lines, layout, isKnown), layout, isKnown))
  return chunks.flatMap((chunk) => blocksOf(chunk, joined))
}

function blocksOf(chunk: Chunk, joined: Joiner): Block[] {
  const source: Span = { start: chunk.lines[0]!.span.start, end: chunk.lines.at(-1)!.span.end }
  const page = chunk.lines[0]!.page
  const printed = joined(chunk.lines)
  if (chunk.kind === 'heading')
    return [
      {
        kind: 'heading',
        printed: printed.slice(headingMark(printed)?.length ?? 0),
        source,
        page,
        level: chunk.level ?? 3,
      },
    ]
  if (chunk.kind !== 'text') return [{ kind: chunk.kind, printed, source, page }]
  return piecesOf(printed)
    .map((piece): Block => ({
      kind: piece.isItem ? 'item' : 'paragraph',
      printed: printed.slice(piece.start, piece.end).trim(),
      source,
      page,
    }))
    .filter((block) => block.printed !== '')
}
