/** How a document sets its text: whether lines wrap, how wide they are, and what blank lines and spaces mean in it. */
import type { Line } from './lines.ts'

export interface Measure {
  /**
   * The line length below which the next word would have fitted, so that a break there was meant; Infinity where
   * lines do not wrap, since then every line is a paragraph.
   */
  readonly fit: number
  /** The usual length of a full line; Infinity where lines do not wrap. */
  readonly width: number
}

export interface Layout {
  /** The measure of the text around a line: a document may set a column, a quotation or a table narrower. */
  at(line: Line): Measure
  /** Blank lines stand between nearly all lines, inside paragraphs too, and so mean nothing. */
  readonly blanksMeanNothing: boolean
  /** Trailing spaces that end a paragraph: more of them than the document's lines usually have; Infinity if none do. */
  readonly endingSpaces: number
}

const sentenceEnd = /[.!?…:;]["'”’»)\]]*(?:\s?(?:\[\^?\w{1,4}\]|\^\d{1,4}|\(\^\d{1,4}\)))*[_*]*$/
const startsLower = /^["'“‘«(¿¡]*\p{Ll}/u

/** Whether a line ends where a sentence or a clause of a list ends, closing quotes and footnote markers aside. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.length > 40 ? text.slice(-40) : text)
}

export function startsInLowerCase(text: string): boolean {
  return startsLower.test(text)
}

/** Whether the sentence of one line runs on in the next, as far as these two lines show. */
export function runsOn(line: Line, next: Line): boolean {
  return !endsSentence(line.text) && startsInLowerCase(next.text)
}

const firstWord = /^\S+/

/** The length the line would have had with the next line's first word on it. */
export function lengthWithNext(line: Line, next: Line): number {
  return line.text.length + 1 + firstWord.exec(next.text)![0].length
}

/** Reads the layout off pairs of lines whose sentence certainly runs on: there the break was forced by the width. */
export function layoutOf(lines: readonly Line[]): Layout {
  const forced: Forced[] = []
  let blankGaps = 0
  let overBlank = 0
  const trailing = new Map<boolean, Map<number, number>>()
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]!
    const next = lines[index + 1]!
    const inside = runsOn(line, next)
    const blank = next.gap > 0
    if (blank) blankGaps += 1
    if (inside) {
      forced.push({ index, length: lengthWithNext(line, next), blank })
      if (blank) overBlank += 1
    }
    const tally = trailing.get(inside) ?? new Map<number, number>()
    tally.set(line.trailing, (tally.get(line.trailing) ?? 0) + 1)
    trailing.set(inside, tally)
  }
  const blanksMeanNothing = overBlank > 3 && overBlank > blankGaps * 0.4
  return {
    at: measures(lines, blanksMeanNothing ? forced : forced.filter(({ blank }) => !blank)),
    blanksMeanNothing,
    endingSpaces: endingSpaces(trailing.get(true), trailing.get(false)),
  }
}

interface Forced {
  readonly index: number
  readonly length: number
  readonly blank: boolean
}

/** Lines set in proportional type: the shortest twentieth of forced breaks are accidents of narrow letters … */
const forcedShare = 0.05
/** … and none is shorter than this share of the usual line; what is, belongs to another measure. */
const leastShare = 0.8
/** Lines that share a measure, and how many forced breaks tell it. */
const stretch = 24
const fewestForced = 6

const unwrapped: Measure = { fit: Number.POSITIVE_INFINITY, width: Number.POSITIVE_INFINITY }

function measures(lines: readonly Line[], forced: readonly Forced[]): Layout['at'] {
  if (forced.length < 2) return () => unwrapped
  const whole = measureOf(forced.map(({ length }) => length))
  const stretches: number[][] = []
  for (const { index, length } of forced)
    (stretches[Math.floor(index / stretch)] ??= []).push(length)
  const local = new Map<Line, Measure>()
  for (let start = 0; start < lines.length; start += stretch) {
    const at = start / stretch
    const near = [at - 1, at, at + 1].flatMap((index) => stretches[index] ?? [])
    const measure = near.length < fewestForced ? whole : measureOf(near)
    for (const line of lines.slice(start, start + stretch)) local.set(line, measure)
  }
  return (line) => local.get(line) ?? whole
}

function measureOf(lengths: readonly number[]): Measure {
  const sorted = lengths.toSorted((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length / 2)]!
  const shortest = sorted[Math.floor(sorted.length * forcedShare)]!
  return { width, fit: Math.max(shortest, width * leastShare) }
}

/** Two trailing spaces end a paragraph where lines inside paragraphs have at most one (Word's export to text). */
function endingSpaces(
  inside: Map<number, number> | undefined,
  between: Map<number, number> | undefined,
): number {
  if (inside === undefined || between === undefined) return Number.POSITIVE_INFINITY
  const total = [...inside.values()].reduce((sum, count) => sum + count, 0)
  let usual = 0
  for (const [spaces, count] of inside) if (count > total * 0.02 && spaces > usual) usual = spaces
  return [...between.keys()].some((spaces) => spaces > usual) ? usual + 1 : Number.POSITIVE_INFINITY
}
