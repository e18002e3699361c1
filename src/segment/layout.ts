/** How a document sets its text: whether lines wrap, how wide they are, and what blank lines and spaces mean in it. */
import type { Line } from './lines.ts'

export interface Layout {
  /**
   * The line length below which the next word would have fitted, so that a break there was meant; Infinity where
   * lines do not wrap, since then every line is a paragraph.
   */
  readonly fit: number
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
  const forced: number[] = []
  const forcedOverBlank: number[] = []
  let blankGaps = 0
  const trailing = new Map<boolean, Map<number, number>>()
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]!
    const next = lines[index + 1]!
    const inside = runsOn(line, next)
    if (next.gap > 0) blankGaps += 1
    if (inside) {
      const overflow = next.gap > 0 ? forcedOverBlank : forced
      overflow.push(lengthWithNext(line, next))
    }
    const tally = trailing.get(inside) ?? new Map<number, number>()
    tally.set(line.trailing, (tally.get(line.trailing) ?? 0) + 1)
    trailing.set(inside, tally)
  }
  const blanksMeanNothing = forcedOverBlank.length > 3 && forcedOverBlank.length > blankGaps * 0.4
  const known = blanksMeanNothing ? [...forced, ...forcedOverBlank] : forced
  return {
    fit: known.length < 2 ? Number.POSITIVE_INFINITY : quantile(known, forcedShare),
    blanksMeanNothing,
    endingSpaces: endingSpaces(trailing.get(true), trailing.get(false)),
  }
}

/** Lines are set in proportional type: the shortest twentieth of forced breaks are accidents of narrow letters. */
const forcedShare = 0.05

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!
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
