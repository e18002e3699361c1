/**
 * Running heads and feet of a text that shows no pages: torn out of a PDF without its form feeds. A line that comes back
 * is one where it stands beside page numbers that count up, or breaks into a sentence.
 */
import { endsSentence, runsOn } from './layout.ts'
import type { Line } from './lines.ts'
import { opensFootnote, opensItem } from './openings.ts'

const longest = 100
const bareNumber = /^\W{0,3}\d{1,4}\W{0,3}$/

/** The lines that head or foot the pages of a text, and the page numbers beside them. */
export function runningLines(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  for (const places of repeated(lines)) {
    const numbers = numbersBeside(lines, places)
    const breaksIn = places.some((at) => interrupts(lines, at, places))
    if (numbers.length * 2 < places.length && !breaksIn) continue
    for (const at of places) found.add(lines[at]!)
    for (const at of numbers) found.add(lines[at]!)
  }
  return found
}

/** The places of each line that comes back, its numbers aside, between other lines each time. */
function* repeated(lines: readonly Line[]): Iterable<readonly number[]> {
  const places = new Map<string, number[]>()
  lines.forEach(({ text }, at) => {
    if (text.length > longest || bareNumber.test(text)) return
    const key = /\d/.test(text) ? text.replace(/\d+/g, yearOrNumber) : text
    const known = places.get(key)
    if (known === undefined) places.set(key, [at])
    else known.push(at)
  })
  for (const some of places.values())
    if (some.length > 1 && mayRun(lines[some[0]!]!.text) && standAmongOthers(lines, some))
      yield some
}

/** Two editions under titles that differ in their year are two titles. */
const yearOrNumber = (digits: string) => (/^(?:19|20)\d\d$/.test(digits) ? digits : '#')

const mayRun = (text: string) =>
  /\p{L}{2}/u.test(text) && /^[\p{Lu}\d]/u.test(text) && !endsSentence(text) && !marksOwn(text)

/** `1.2 Title` and `- item` mark themselves. */
const marksOwn = (text: string) => opensItem(text) || opensFootnote(text) || text[0] === '#'

/** What is said again word for word, paragraph by paragraph, comes back with the lines around it. */
function standAmongOthers(lines: readonly Line[], places: readonly number[]): boolean {
  return [-1, 1].every((side) => {
    const around = places.flatMap((at) => proseBeside(lines, at, side)?.text ?? [])
    return new Set(around).size === around.length
  })
}

/** The nearest line before or after that is no page number. */
function proseBeside(lines: readonly Line[], at: number, side: number): Line | undefined {
  let near = at + side
  while (near >= 0 && near < lines.length && bareNumber.test(lines[near]!.text)) near += side
  return lines[near]
}

/** Where numbers stand beside the lines, one each, if they count up by one from line to line. */
function numbersBeside(lines: readonly Line[], places: readonly number[]): readonly number[] {
  for (const side of [-1, 1]) {
    const numbers = places.flatMap((at) => (isNumber(lines[at + side]) ? [at + side] : []))
    const values = numbers.map((at) => Number(lines[at]!.text.replace(/\D/g, '')))
    if (values.length > 0 && values.every((value, at) => at === 0 || value === values[at - 1]! + 1))
      return numbers
  }
  return []
}

const isNumber = (line: Line | undefined) => line !== undefined && bareNumber.test(line.text)

/** Whether the sentence before a line goes on after it. A line of the sentence itself would be filled, and not stand apart. */
function interrupts(lines: readonly Line[], at: number, places: readonly number[]): boolean {
  const before = proseBeside(lines, at, -1)
  const after = proseBeside(lines, at, 1)
  if (before === undefined || after === undefined || !runsOn(before, after)) return false
  if (places.some((other) => lines[other] === before || lines[other] === after)) return false
  const length = lines[at]!.text.length / before.text.length
  if (before.text.length < shortestProse || length > filled) return false
  return length < clearlyShort || isApart(lines, at)
}

const isApart = (lines: readonly Line[], at: number) =>
  lines[at]!.gap > 0 || lines[at + 1]!.gap > 0 || isNumber(lines[at - 1]) || isNumber(lines[at + 1])

const shortestProse = 30
const filled = 0.85
const clearlyShort = 0.7
