/** Footnotes that only their place and number show: at the foot of a page, called by a number glued to a word above. */
import type { Line } from './lines.ts'

export interface FootNotes {
  /** The lines of the text, with the numbers that call notes written as calls: `derechos[^12]`. */
  readonly kept: readonly Line[]
  /** Each note's lines. */
  readonly notes: readonly (readonly Line[])[]
}

/** With its text, or on a line of its own before it. */
const opensNote = /^(\d{1,3})(?:[.)]?\s+(?=["“«¿¡(]?\p{Lu})|$)/u
/** A number by itself after a word or the mark that ends it; not `10³`, `km2`, `art. 5`. */
const call = /(?<=\p{L}{3}[.,;:)”"»]{0,2})(\d{1,3})(?![\d.,]?\d|[\p{L}%])/gu
/** So few may be an accident: `Resolution 14` and a numbered paragraph. */
const fewestNotes = 3

/** Sets footnotes aside, page by page; all lines are kept where there are no pages or too few notes. */
export function setFootNotesAside(lines: readonly Line[]): FootNotes {
  if (!lines.some((line) => line.opensPage)) return { kept: lines, notes: [] }
  const kept: Line[] = []
  const notes: Line[][] = []
  let start = 0
  for (let end = 1; end <= lines.length; end++) {
    if (end < lines.length && !lines[end]!.opensPage) continue
    const page = lines.slice(start, end)
    const found = notesOf(page)
    notes.push(...found)
    const foot = found.reduce((sum, note) => sum + note.length, 0)
    const called = new Set(found.map(([first]) => numberOf(first!)))
    for (const line of page.slice(0, page.length - foot)) kept.push(withCalls(line, called))
    start = end
  }
  return notes.length < fewestNotes ? { kept: lines, notes: [] } : { kept, notes }
}

/** The notes that close a page: from the first number that the text above calls, counting on to the page's end. */
function notesOf(page: readonly Line[]): Line[][] {
  const called = new Set<number>()
  for (let index = 0; index < page.length; index++) {
    const line = page[index]!
    const hasText = index + 1 < page.length || /\p{L}/u.test(line.text)
    if (index > 0 && hasText && called.has(numberOf(line))) return countedOn(page.slice(index))
    for (const match of line.text.matchAll(call)) called.add(Number(match[1]))
  }
  return []
}

function countedOn(lines: readonly Line[]): Line[][] {
  const notes: Line[][] = []
  for (const line of lines) {
    const isNext = notes.length === 0 || numberOf(line) === numberOf(notes.at(-1)![0]!) + 1
    if (isNext) notes.push([line])
    else notes.at(-1)!.push(line)
  }
  return notes
}

const numberOf = (line: Line) => Number(opensNote.exec(line.text)?.[1] ?? Number.NaN)

function withCalls(line: Line, called: ReadonlySet<number>): Line {
  if (called.size === 0) return line
  const text = line.text.replace(call, (number) =>
    called.has(Number(number)) ? `[^${number}]` : number,
  )
  return text === line.text ? line : { ...line, text }
}
