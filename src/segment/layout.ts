/** How a document sets its text: whether lines wrap, how wide they are, and what blank lines and spaces mean in it. */
import type { Line } from './lines.ts'

export interface Measure {
  /**
   * The line length below which the next word would have fitted, so that a break there was meant; Infinity where
   * lines do not wrap, since then every line is a paragraph.
   */
  readonly fit: number
  /** The same for a line that ends no sentence: only where it is a good deal shorter, unless lines are filled to the letter. */
  readonly short: number
  /** Lines are filled to a column, as programs wrap text, so that `fit` is certain. */
  readonly isFilled: boolean
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

const lettered = /^\(?[a-z][).]\s+\p{Lu}/u

/** `b. Protection of`: the small letter counts, it is no word. */
export function isLettered(text: string): boolean {
  return lettered.test(text)
}

export function startsInLowerCase(text: string): boolean {
  return startsLower.test(text)
}

/** Whether the sentence of one line runs on in the next, as far as these two lines show. */
export function runsOn(line: Line, next: Line): boolean {
  return startsInLowerCase(next.text) && !endsSentence(line.text) && !isLettered(next.text)
}

const firstWord = /^\S+/

/** The column the line would have ended in with the next line's first word on it. */
export function lengthWithNext(line: Line, next: Line): number {
  return endOf(line) + 1 + firstWord.exec(next.text)![0].length
}

const endOf = (line: Line) => line.indent + line.text.length

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
      forced.push({
        index,
        end: endOf(line),
        isWord: !line.text.includes(' '),
        length: lengthWithNext(line, next),
        blank,
      })
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
  readonly end: number
  readonly isWord: boolean
  /** With the word that did not fit. */
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
/** A line that ends no sentence was left short on purpose only where it is this much shorter than the width. */
const clearlyShort = 0.85
/** Share of forced breaks that a letter less would have undone, from which lines count as filled to the letter. */
const filledShare = 0.98
/** A measure that more lines exceed by this than keep it is none: a few headings ran on by accident. */
const overflow = 1.5

const unwrapped: Measure = {
  fit: Number.POSITIVE_INFINITY,
  short: Number.POSITIVE_INFINITY,
  isFilled: false,
  width: Number.POSITIVE_INFINITY,
}

function measures(lines: readonly Line[], forced: readonly Forced[]): Layout['at'] {
  if (forced.length < 2) return () => unwrapped
  const stretches: Forced[][] = []
  for (const each of forced) (stretches[Math.floor(each.index / stretch)] ??= []).push(each)
  const near = (at: number) => [at - 1, at, at + 1].flatMap((index) => stretches[index] ?? [])
  const isFilled = areFilled(stretches, near)
  const measure = (some: readonly Forced[], within: readonly Line[]): Measure => {
    const found = isFilled ? filledMeasure(some) : measureOf(some.map(({ length }) => length))
    const beyond = within.filter((line) => endOf(line) > found.width * overflow).length
    return beyond > some.length ? unwrapped : found
  }
  const whole = measure(forced, lines)
  const local = new Map<Line, Measure>()
  for (let start = 0; start < lines.length; start += stretch) {
    const some = near(start / stretch)
    const around = lines.slice(Math.max(0, start - stretch), start + 2 * stretch)
    const found = some.length < fewestForced ? whole : measure(some, around)
    for (const line of lines.slice(start, start + stretch)) local.set(line, found)
  }
  return (line) => local.get(line) ?? whole
}

function measureOf(lengths: readonly number[]): Measure {
  const sorted = lengths.toSorted((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length / 2)]!
  const shortest = sorted[Math.floor(sorted.length * forcedShare)]!
  const fit = Math.max(shortest, width * leastShare)
  return { width, fit, short: fit * clearlyShort, isFilled: false }
}

/** Where a program filled the lines up to a column, the longest line tells it. */
function filledMeasure(forced: readonly Forced[]): Measure {
  const width = longestOf(forced)
  return { width, fit: width + 1, short: width + 1, isFilled: true }
}

/** A word longer than the line (an address) stands on a line of its own and tells nothing. */
function longestOf(forced: readonly Forced[]): number {
  let longest = 0
  for (const { end, isWord } of forced) if (!isWord && end > longest) longest = end
  return longest
}

/** Whether no line would have held the word after it, taking the longest line around it for the width. */
function areFilled(
  stretches: readonly (readonly Forced[] | undefined)[],
  near: (at: number) => readonly Forced[],
): boolean {
  let [filled, all] = [0, 0]
  stretches.forEach((own, at) => {
    const width = longestOf(near(at))
    for (const { length } of own ?? []) {
      all += 1
      if (length > width) filled += 1
    }
  })
  return filled >= all * filledShare
}

/** Two trailing spaces end a paragraph where lines inside paragraphs have at most one (Word's export to text). */
function endingSpaces(
  inside: Map<number, number> | undefined,
  between: Map<number, number> | undefined,
): number {
  if (inside === undefined || between === undefined) return Number.POSITIVE_INFINITY
  const total = [...inside.values()].reduce((sum, count) => sum + count, 0)
  let usual = 0
  for (const [spaces, count] of inside) if (count > total * 0.05 && spaces > usual) usual = spaces
  return [...between.keys()].some((spaces) => spaces > usual) ? usual + 1 : Number.POSITIVE_INFINITY
}
