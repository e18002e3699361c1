/** Lines that belong together: where one paragraph, heading or list item ends and the next begins. */
import type { Block } from '../model.ts'
import { endsInConnector, isBareDivision, isCapitals, titleShare } from './dress.ts'
import {
  endsSentence,
  isLettered,
  lengthWithNext,
  runsOn,
  startsInLowerCase,
  type Layout,
} from './layout.ts'
import type { Line } from './lines.ts'
import { bulletLength, enumeratorLength, headingMark, opensFootnote } from './openings.ts'

export interface Chunk {
  readonly kind: Block['kind'] | 'text'
  readonly lines: readonly Line[]
  readonly level?: number
}

/** Groups the lines of running text (furniture already set aside) into chunks by their layout. */
export function chunksOf(
  lines: readonly Line[],
  layout: Layout,
  isKnown: (text: string) => boolean,
): Chunk[] {
  const chunks: { kind: 'text'; lines: Line[] }[] = []
  let current: Line[] = []
  lines.forEach((line, index) => {
    const previous = current.at(-1)
    if (
      previous !== undefined &&
      (standsApart(previous, line, layout, isKnown) ||
        breaksBetween(current, line, lines[index + 1], layout))
    ) {
      chunks.push({ kind: 'text', lines: current })
      current = []
    }
    current.push(line)
  })
  if (current.length > 0) chunks.push({ kind: 'text', lines: current })
  return rejoinOverNotes(chunks)
}

/** A sentence that a page's footnotes interrupt goes on after them. */
function rejoinOverNotes(chunks: readonly { kind: 'text'; lines: Line[] }[]): Chunk[] {
  const joined: { kind: 'text'; lines: Line[] }[] = []
  let open = -1
  for (const chunk of chunks) {
    const before = joined[open]
    const between = joined.length - 1 - open
    if (before !== undefined && between > 0 && runsOn(before.lines.at(-1)!, chunk.lines[0]!)) {
      for (const line of chunk.lines) before.lines.push(line)
      continue
    }
    joined.push(chunk)
    if (!opensFootnote(chunk.lines[0]!.text)) open = joined.length - 1
  }
  return joined
}

/** A line in capitals beside one that is not, or one that is a known heading, is a heading with or without blank lines. */
function standsApart(
  line: Line,
  next: Line,
  layout: Layout,
  isKnown: (text: string) => boolean,
): boolean {
  const here = isCapitalLine(line.text)
  const there = isCapitalLine(next.text)
  if (here && !there)
    return lengthWithNext(line, next) < layout.at(line).fit && !endsInConnector(line.text)
  if (there && !here) return endsSentence(line.text)
  return next.text.length < longestKnown && endsSentence(line.text) && isKnown(next.text)
}

const longestKnown = 80

function isCapitalLine(text: string): boolean {
  if (text.length <= 3 || text.length >= 160 || /[a-z]/.test(text)) return false
  return text === text.toUpperCase() && /\p{Lu}{4}/u.test(text)
}

function breaksBetween(
  current: readonly Line[],
  next: Line,
  after: Line | undefined,
  layout: Layout,
): boolean {
  const line = current.at(-1)!
  if (headingMark(next.text) !== null) return true
  if (headingMark(line.text) !== null)
    return next.gap > 0 || !(runsOn(line, next) || endsInConnector(line.text))
  if (opensFootnote(next.text) || opensItemAfter(current, next, layout)) return true
  if (/\p{L}[-\u00ad]$/u.test(line.text) && next.gap === 0) return false
  if (line.trailing >= layout.endingSpaces) return true
  if (next.gap > 0 && !layout.blanksMeanNothing) return !runsOnOverBlank(current, next, layout)
  if (runsOn(line, next)) return false
  const { fit, short } = layout.at(line)
  if (fit === Number.POSITIVE_INFINITY) return !endsInConnector(line.text)
  const length = lengthWithNext(line, next)
  if (length >= fit)
    return indents(line, next, current[0]!) || isLoneHeading(line, next, after, layout)
  return endsSentence(line.text) || (length < short && !endsInConnector(line.text))
}

const plainBullet = /^[•·●○◦▪■□▫►▶➢➤✓✔❖※‣⁃\uE000-\uF8FF]/u

/**
 * A bullet opens an item wherever it stands. A dash, number or letter does so only where the sentence before is over
 * or its line was left short: a wrapped "…between 12 and / 18. The…" opens nothing.
 */
function opensItemAfter(current: readonly Line[], next: Line, layout: Layout): boolean {
  const line = current.at(-1)!
  if (plainBullet.test(next.text) || isLettered(next.text)) return true
  if (bulletLength(next.text) === 0 && enumeratorLength(next.text) === 0) return false
  if (isInlineSeries(current, next.text)) return false
  if (endsSentence(line.text) || leadsOn(current, next.text)) return true
  return !runsOn(line, next) && lengthWithNext(line, next) < layout.at(line).fit
}

const semicolonAnd = /;\s+(?:y|e|o|u|and|or)(?:\/(?:o|or))?$/iu
const commaAnd = /,(?:\s+(?:y|e|o|u|and|or))?$/iu
const ordinal = /^\(?([a-z]|\d{1,2})[).]\s/

/** `b) …; and` / `c) …`: the last item but one; after a comma only where the next letter or number follows. */
function leadsOn(current: readonly Line[], next: string): boolean {
  const end = current.at(-1)!.text.slice(-12)
  if (semicolonAnd.test(end)) return true
  const [mark, following] = [current[0]!.text, next].map((text) => ordinal.exec(text)?.[1] ?? '')
  return commaAnd.test(end) && following !== '' && isAfter(mark!, following!)
}

const isAfter = (mark: string, next: string) =>
  /\d/.test(next)
    ? Number(next) === Number(mark) + 1
    : mark !== '' && next.charCodeAt(0) === mark.charCodeAt(0) + 1

const series = /^\(?([b-z]|[2-9])\)\s/

/** `… that: a) unites the country; / b) funds it`: a series begun inside a line goes on inside the paragraph. */
function isInlineSeries(current: readonly Line[], text: string): boolean {
  const mark = series.exec(text)?.[1]
  if (mark === undefined) return false
  const before = ` ${String.fromCharCode(mark.charCodeAt(0) - 1)}) `
  return current.some((line) => line.text.replace(' (', ' ').includes(before))
}

/**
 * A page break inside a sentence is no paragraph break, whatever blank lines it brings; nor is a blank after a full
 * line. Before a name or a number (`el artículo / 153`) only a page break after a full line is none. Where
 * the page ends with a sentence both are as likely, and a paragraph too many does less harm.
 */
function runsOnOverBlank(current: readonly Line[], next: Line, layout: Layout): boolean {
  const line = current.at(-1)!
  const isFull = lengthWithNext(line, next) >= layout.at(line).fit
  if (runsOn(line, next)) return next.opensPage || isFull
  if (!next.opensPage || !isFull || endsSentence(line.text)) return false
  return !current.every(({ text }) => isDressed(text))
}

const isDressed = (text: string) =>
  isCapitals(text) || (!startsInLowerCase(text) && titleShare(text) >= 0.6)

/** After a full line that ends a sentence: a line dressed as a heading that was left short on purpose. */
function isLoneHeading(line: Line, next: Line, after: Line | undefined, layout: Layout): boolean {
  if (after === undefined || !endsSentence(line.text) || !isDressed(next.text)) return false
  if (endsSentence(next.text) && !isBareDivision(next.text)) return false
  return !runsOn(next, after) && lengthWithNext(next, after) < layout.at(next).fit
}

/** A first-line indent opens a paragraph after a full line too. One space is the mark some exports leave at a page break. */
function indents(line: Line, next: Line, first: Line): boolean {
  return endsSentence(line.text) && next.indent >= line.indent + 2 && first !== line
}
