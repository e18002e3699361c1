/** Footnotes that only their place and number show: at the foot of a page, called by a number glued to a word above. */
import type { Line } from './lines.ts'

export interface FootNotes {
  /** The lines of the text, with the numbers that call notes written as calls: `derechos[^12]`. */
  readonly kept: readonly Line[]
  /** Each note's lines. */
  readonly notes: readonly (readonly Line[])[]
}

/** With its text, or on a line of its own before it. */
const opensNote = /^(\d{1,3}|[¹²³⁰⁴-⁹]{1,3})(?:[.)]?\s+(?=["“«¿¡(]?\p{Lu})|$)/u
/** Under a rule nothing else is looked for, and a raised number may touch its note. */
const opensRuledNote = /^(\d{1,3}(?=[.)]?\s)|[¹²³⁰⁴-⁹]{1,3}|\*{1,3})[.)]?\s*/u
/** A number by itself after a word or the mark that ends it; not `10³`, `km2`, `art. 5`. */
const call = /(?<=\p{L}{3}[.,;:)”"»]{0,2})(\d{1,3}|[¹²³⁰⁴-⁹]{1,3})(?![\d.,]?\d|[\p{L}%¹²³⁰⁴-⁹])/gu
/** So few may be an accident, but for those under a rule: `Resolution 14` and a numbered paragraph. */
const fewestNotes = 3

/** Sets footnotes aside, page by page; all lines are kept where there are neither pages nor rules, or too few notes. */
export function setFootNotesAside(lines: readonly Line[]): FootNotes {
  if (!lines.some((line) => line.opensPage || line.underRule)) return { kept: lines, notes: [] }
  const pages: { page: readonly Line[]; notes: readonly Foot[] }[] = []
  let start = 0
  for (let end = 1; end <= lines.length; end++) {
    if (end < lines.length && !lines[end]!.opensPage) continue
    const page = lines.slice(start, end)
    pages.push({ page, notes: ruledNotesOf(page) ?? notesOf(page) })
    start = end
  }
  const counted = pages.reduce((sum, { notes }) => sum + notes.length, 0)
  const isTrusted = ({ isRuled }: Foot) => isRuled || counted >= fewestNotes
  const kept: Line[] = []
  const notes: (readonly Line[])[] = []
  for (const each of pages) {
    const trusted = each.notes.filter(isTrusted)
    const aside = new Set(trusted.flatMap((note) => note.lines))
    const called = new Set(trusted.map(({ number }) => number))
    for (const note of trusted) notes.push(note.lines)
    for (const line of each.page) if (!aside.has(line)) kept.push(withCalls(line, called))
  }
  return { kept, notes }
}

/** A note at the foot of its page. */
interface Foot {
  readonly number: number
  readonly lines: readonly Line[]
  /** Under a rule, so that it needs neither a call nor company. */
  readonly isRuled: boolean
}

/** The notes that close a page: from the first number that the text above calls, counting on to the page's end. */
function notesOf(page: readonly Line[]): Foot[] {
  const called = new Set<number>()
  for (let index = 0; index < page.length; index++) {
    const line = page[index]!
    const hasText = index + 1 < page.length || /\p{L}/u.test(line.text)
    if (index > 0 && hasText && called.has(numberOf(line))) return countedOn(page.slice(index))
    for (const match of line.text.matchAll(call)) called.add(valueOf(match[1]!))
  }
  return []
}

function countedOn(lines: readonly Line[]): Foot[] {
  const notes: Line[][] = []
  for (const line of lines) {
    const isNext = notes.length === 0 || numberOf(line) === numberOf(notes.at(-1)![0]!) + 1
    if (isNext) notes.push([line])
    else notes.at(-1)!.push(line)
  }
  return notes.map((own) => ({ number: numberOf(own[0]!), lines: own, isRuled: false }))
}

/** The notes under a rule; they end with the page, or where a blank line parts them from text that opens none. */
function ruledNotesOf(page: readonly Line[]): Foot[] | null {
  const start = page.findIndex((line) => line.underRule && opensRuledNote.test(line.text))
  if (start < 0) return null
  const above = page.slice(0, start).flatMap(({ text }) => [...text.matchAll(call)])
  const first = numberOf(page[start]!)
  // Dashes underline headings and rows of tables too.
  const isCalled = above.some(([, number]) => valueOf(number!) === first)
  if (page[start]!.underRule === 'dashes' && !isCalled) return null
  const notes: { number: number; lines: Line[]; isRuled: true }[] = []
  for (const line of page.slice(start)) {
    const mark = opensRuledNote.exec(line.text)?.[1]
    if (mark !== undefined) notes.push({ number: valueOf(mark), lines: [line], isRuled: true })
    else if (line.gap > 0) break
    else notes.at(-1)!.lines.push(line)
  }
  return notes
}

const numberOf = (line: Line) => valueOf(opensNote.exec(line.text)?.[1] ?? '')

/** NaN for what is no number. */
const valueOf = (mark: string) => (mark === '' ? Number.NaN : Number(mark.normalize('NFKC')))

function withCalls(line: Line, called: ReadonlySet<number>): Line {
  if (called.size === 0) return line
  const text = line.text.replace(call, (number: string) =>
    called.has(valueOf(number)) ? `[^${valueOf(number)}]` : number,
  )
  return text === line.text ? line : { ...line, text }
}
