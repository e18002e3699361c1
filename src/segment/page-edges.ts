/** What repeats at the edges of printed pages, page numbers and page marks: set aside before paragraphs are rebuilt. */
import { isBareDivision } from './dress.ts'
import { endsSentence } from './layout.ts'
import type { Line } from './lines.ts'
import { runningLines } from './running-heads.ts'

export interface Sorted {
  /** Lines of the report itself; one that follows furniture opens a page. */
  readonly kept: Line[]
  readonly aside: Line[]
}

/** `--- Página 12 ---`, `[Page 3 of 40]`, `Page | 7`. */
const pageMark =
  /^\W*(?:p[áa]gina|page|p[áa]g\.?)\W{0,3}(\d{1,4})(?:\s*(?:de|of|\/)\s*\d{1,4})?\W*$/iu
const onlyNumber = /^\W{0,3}(\d{1,4}|[ivxlc]{1,6})\W{0,3}$/iu
/** How far from the edge of a page a running head or foot may stand, in lines. */
const edge = 3
const longestHead = 160

/** Sets page furniture aside. Pages are known by form feeds, page marks or the format; else by numbers that count up. */
export function setPageEdgesAside(lines: readonly Line[]): Sorted {
  const marked = markPages(lines)
  const pages = pagesOf(marked)
  const furniture = new Set<Line>(marked.filter((line) => pageMark.test(line.text)))
  if (pages.length > 1) for (const line of repeatedEdges(pages)) furniture.add(line)
  else for (const line of [...countedNumbers(marked), ...runningLines(marked)]) furniture.add(line)
  return setLinesAside(marked, furniture)
}

/** Takes furniture out of the lines; the line after it opens a page, so that a sentence runs on across it. */
export function setLinesAside(lines: readonly Line[], furniture: ReadonlySet<Line>): Sorted {
  if (furniture.size === 0) return { kept: [...lines], aside: [] }
  const kept: Line[] = []
  const aside: Line[] = []
  let broken = false
  let gap = 0
  for (const line of lines) {
    if (furniture.has(line)) {
      aside.push(line)
      broken = true
      gap = Math.max(gap, line.gap)
    } else {
      kept.push(
        broken ? { ...line, opensPage: kept.length > 0, gap: Math.max(gap, line.gap) } : line,
      )
      broken = false
      gap = 0
    }
  }
  return { kept, aside }
}

/** A page mark numbers the lines after it, or before it where it foots the pages, if the format itself knows no pages. */
function markPages(lines: readonly Line[]): readonly Line[] {
  const said = lines.flatMap((line, at) => {
    const mark = line.page === null ? pageMark.exec(line.text) : null
    return mark === null ? [] : [{ at, number: Number(mark[1]) }]
  })
  const marks = said.length > 0 ? said : numbersOfPages(lines)
  if (marks.length === 0) return lines
  const areFeet = marks[0]!.at >= edge && marks.at(-1)!.at >= lines.length - edge
  const opening = new Map(
    areFeet
      ? marks.map(({ number }, index) => [index === 0 ? 0 : marks[index - 1]!.at + 1, number])
      : marks.map(({ at, number }) => [at, number]),
  )
  let page: number | null = null
  return lines.map((line, at) => {
    const opened = opening.get(at)
    page = opened ?? page
    if (page === null || line.page !== null) return line
    return { ...line, page, opensPage: (opened !== undefined && at > 0) || line.opensPage }
  })
}

/** Lines of a page, at least: numbers that stand closer count paragraphs. */
const shortestPage = 12

/** Numbers by themselves that count up, a page apart. */
function numbersOfPages(
  lines: readonly Line[],
): { readonly at: number; readonly number: number }[] {
  if (lines.some(({ opensPage, page }) => opensPage || page !== null)) return []
  const numbers = countedNumbers(lines)
  if (numbers.length * shortestPage > lines.length) return []
  const counted = new Set(numbers)
  return lines.flatMap((line, at) => (counted.has(line) ? [{ at, number: valueOf(line) }] : []))
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = []
  for (const line of lines) {
    if (pages.length === 0 || line.opensPage) pages.push([])
    pages.at(-1)!.push(line)
  }
  return pages
}

/** United Nations papers print their symbol at the head of every page: `CCPR/C/PER/CO/5`. */
const documentSymbol = /^[A-Z]{1,6}(?:\/[A-Za-z0-9().-]{1,12}){2,6}$/

/** Lines that stand at the edge of many pages, their numbers aside; a number alone needs no company. */
function* repeatedEdges(pages: readonly Line[][]): Generator<Line> {
  const places = new Map<string, Place[]>()
  pages.forEach((page, index) => {
    for (const line of edgesOf(page)) {
      const key = keyOf(line)
      const place = { index, line, isOutermost: line === page[0] || line === page.at(-1) }
      const known = places.get(key)
      if (known === undefined) places.set(key, [place])
      else known.push(place)
    }
  })
  const many = Math.max(3, pages.length * 0.1)
  const repeated = new Set<string>()
  for (const [key, found] of places)
    if (standOn(found) >= many || countPages(found) || openAll(found, pages.length))
      repeated.add(key)
  const usualLag = mostCommonLag(places.get('#') ?? [])
  for (const [index, page] of pages.entries())
    for (const line of edgesOf(page)) {
      if (line.text.length > longestHead || marksItself(line.text)) continue
      if (onlyNumber.test(line.text)) {
        const isNearest = line === page[0] || line === page.at(-1) || line === page[1]
        if (isNearest || valueOf(line) - index === usualLag) yield line
      } else if (documentSymbol.test(line.text) || repeated.has(keyOf(line))) yield line
    }
}

const standOn = (found: readonly Place[]) => new Set(found.map(({ index }) => index)).size

/** Of two pages both may open with the same words, which then are no heading of either. */
const openAll = (found: readonly Place[], pages: number) =>
  standOn(found) === pages &&
  found.every(({ isOutermost, line }) => isOutermost && !endsSentence(line.text))

/** By how much numbers at the edges are ahead of the count of pages, where three or more agree: those are page numbers. */
function mostCommonLag(numbers: readonly Place[]): number {
  const counts = new Map<number, number>()
  for (const { index, line } of numbers) {
    const lag = valueOf(line) - index
    counts.set(lag, (counts.get(lag) ?? 0) + 1)
  }
  const [lag, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return count >= 3 ? lag : Number.NaN
}

interface Place {
  /** Of its page. */
  readonly index: number
  readonly line: Line
  /** First or last of its page. */
  readonly isOutermost: boolean
}

/**
 * Whether equal lines carry a number that grows as the pages do (`12   Report of the Commission`): two are enough, where
 * they are the first or last of their pages. `Section 4.` may close one page and `Section 6.` the next but one.
 */
function countPages(places: readonly Place[]): boolean {
  if (places.length < 2 || !places.every(({ isOutermost }) => isOutermost)) return false
  const numbers = places.map(({ line }) => (line.text.match(/\d+/g) ?? []).map(Number))
  return numbers[0]!.some((first, at) =>
    places.every(
      ({ index }, other) =>
        (other === 0 || index > places[other - 1]!.index) &&
        numbers[other]![at]! - first === index - places[0]!.index,
    ),
  )
}

const enumerated = /^(?:\d{1,3}\.)+\d{1,3}\.?\s+\p{L}|^[a-z]\)/u

/** `1.2.1 Realidad nacional` and `Section 3.` are headings on any page, though their words come back under other numbers. */
const marksItself = (text: string) => enumerated.test(text) || isBareDivision(text)

function edgesOf(page: readonly Line[]): Line[] {
  return page.length <= edge * 2 ? [...page] : [...page.slice(0, edge), ...page.slice(-edge)]
}

/** The words and the year of a line: `Informe 2014` over one part of a file and `Informe 2015` over the next are two. */
const keyOf = (line: Line) =>
  line.text
    .toLowerCase()
    .replace(/\d+/g, (digits) => (/^(?:19|20)\d\d$/.test(digits) ? digits : '#'))
    .replace(/\s+/g, ' ')

const valueOf = (line: Line) => Number(line.text.replace(/\D/g, ''))

/** Without known pages: lines of one number each, counting up by one almost throughout, are page numbers. */
function countedNumbers(lines: readonly Line[]): Line[] {
  const numbers = lines.filter((line) => /^\W{0,2}\d{1,4}\W{0,2}$/.test(line.text))
  const steps = numbers.filter(
    (line, index) => index > 0 && valueOf(line) === valueOf(numbers[index - 1]!) + 1,
  )
  return steps.length >= 3 && steps.length >= (numbers.length - 1) * 0.8 ? numbers : []
}
