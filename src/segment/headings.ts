/** Which chunks are headings, in the forms reports give them: marked, numbered, capital, titled, over two lines. */
import type { Chunk } from './chunks.ts'
import {
  endsInConnector,
  isCapitals,
  looksLikeHeading,
  mayBeTitle,
  numberedDivision,
  titleShare,
  wordCount,
} from './dress.ts'
import { endsSentence, type Layout } from './layout.ts'
import { enumeratorLength, headingMark, opensFootnote } from './openings.ts'

const mostLines = 4
/** A document that marks so many headings (Markdown) marks them all, but for those a scan printed in capitals. */
const fewestMarks = 3

/** Marks headings among chunks. A heading needs something to stand over: what closes a document is furniture. */
export function markHeadings(
  chunks: readonly Chunk[],
  layout: Layout,
  isKnown: (text: string) => boolean,
): Chunk[] {
  const merged = mergeHeadingLines(chunks, layout, isKnown)
  const marksHeadings =
    merged.filter((chunk) => headingMark(chunk.lines[0]!.text) !== null).length >= fewestMarks
  const [first, second] = merged
  const title = first !== undefined && opensDocument(first, second) ? nameOf(first) : null
  const marked = merged.map((chunk, index): Chunk => {
    if (chunk.kind !== 'text') return chunk
    const text = textOf(chunk)
    const mark = headingMark(text)
    if (mark !== null) return { ...chunk, kind: 'heading', level: mark.level }
    if (chunk.lines.length > mostLines) return chunk
    if (!looksLikeHeading(text, isKnown))
      return nameOf(chunk) === title ? { ...chunk, kind: 'heading', level: 3 } : chunk
    // The line over all of it, left unmarked, is what the file is called.
    if (marksHeadings && index === 0) return { ...chunk, kind: 'title' }
    if (marksHeadings && !isCapitals(text) && !isKnown(text) && !numberedDivision.test(text))
      return chunk
    return { ...chunk, kind: 'heading', level: levelOf(text) }
  })
  const filled = marked.map((chunk, index) =>
    chunk.kind === 'text' && isEmptyField(chunk, marked[index + 1])
      ? { ...chunk, kind: 'furniture' as const }
      : chunk,
  )
  const last = marked.findLastIndex((chunk) => chunk.kind !== 'heading')
  return filled.map((chunk, index) =>
    index > last && last >= 0 ? { ...chunk, kind: 'furniture' } : chunk,
  )
}

/** Spanish titles are long and in sentence case: what stands by itself over a document and ends no sentence is its title. */
function opensDocument(chunk: Chunk, next: Chunk | undefined): boolean {
  if (next === undefined || !mayBeTitle(textOf(chunk))) return false
  return next.lines[0]!.gap > 0 || chunk.lines.length === 1
}

/** A text but for its numbers: a file may hold several editions, each under the title of the first. */
const nameOf = (chunk: Chunk) => textOf(chunk).replace(/\d+/g, '#')

const emptyField = /^[\p{Lu}¿(][^:.]{1,60}:$/u
const field = /^[\p{Lu}¿(][^:.]{1,60}:/u

/** A label of a form that nothing was filled into: the next thing is another label or a heading. */
function isEmptyField(chunk: Chunk, next: Chunk | undefined): boolean {
  const text = textOf(chunk)
  if (!emptyField.test(text) || wordCount(text) > 6) return false
  return next === undefined || next.kind === 'heading' || field.test(next.lines[0]!.text)
}

/** A heading broken over two lines: both dressed as headings, the second not numbered, the first left long or open. */
function mergeHeadingLines(
  chunks: readonly Chunk[],
  layout: Layout,
  isKnown: (text: string) => boolean,
): Chunk[] {
  const merged: Chunk[] = []
  for (const chunk of chunks) {
    const last = merged.at(-1)
    if (last !== undefined && continuesHeading(last, chunk, layout, isKnown))
      merged[merged.length - 1] = { ...last, lines: [...last.lines, ...chunk.lines] }
    else merged.push(chunk)
  }
  return merged
}

function continuesHeading(
  chunk: Chunk,
  next: Chunk,
  layout: Layout,
  isKnown: (text: string) => boolean,
): boolean {
  const line = chunk.lines.at(-1)!
  const following = next.lines[0]!
  if (next.lines.length > 1 || chunk.lines.length > 2 || following.gap > 0) return false
  if (enumeratorLength(following.text) > 0 || numberedDivision.test(following.text)) return false
  if (headingMark(following.text) !== null || opensFootnote(following.text)) return false
  const text = textOf(chunk)
  if (!looksLikeHeading(text, isKnown) && !endsInConnector(text)) return false
  if (titleShare(text) < 0.6 || titleShare(following.text) < 0.6) return false
  if (endsSentence(text) || endsSentence(following.text)) return false
  if (endsInConnector(text)) return true
  const { width, isFilled } = layout.at(line)
  if (isFilled && !isCapitals(text)) return false
  return line.text.length > width * 0.55
}

function levelOf(text: string): number {
  if (numberedDivision.test(text)) return 1
  const enumerated = enumeratorLength(text)
  if (enumerated > 0)
    return Math.min(6, 2 + (text.slice(0, enumerated).match(/\.\d/g)?.length ?? 0))
  return isCapitals(text) ? 2 : 3
}

export function textOf(chunk: Chunk): string {
  return chunk.lines.length === 1
    ? chunk.lines[0]!.text
    : chunk.lines.map((line) => line.text).join(' ')
}
