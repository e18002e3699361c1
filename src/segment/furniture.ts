/** What stands on the page but is not the report: menus, in-page contents, running heads, page numbers. */
import { type Chunk } from './chunks.ts'
import { wordCount } from './dress.ts'
import { textOf } from './headings.ts'
import { endsSentence } from './layout.ts'
import { isButton, isGluedMenu, isLinkRow, opensTail } from './site-words.ts'

/** So many short blocks in a row at the edge of a page, none a sentence, are a menu. */
const menuLength = 15
/** A page that shows so many short blocks in a row is a dump of a web site, and has menus inside too. */
const siteLength = 40
/** Prose cut off from the rest by a menu, and less than this share of the longest stretch, belongs to the site. */
const islandShare = 0.3
/** Nor is a site's own prose (cookie notices, banners) longer than this, in characters. */
const islandLength = 5000
/** A notice before the first menu or after the last is no longer than this, nor than this share of the prose. */
const noticeLength = 1500
const noticeShare = 0.05
const fewestButtons = 2
/** In-page contents have at least so many entries, and half of them come back as headings or end in a page number. */
const contentsLength = 4
/** So many pages make a printed document; fewer are accidents of a line that looked like a page number. */
const fewestPages = 3

/** Sets aside the chrome of a web page (menus, and scraps of prose beyond them) and tables of contents. */
export function setSiteAside(chunks: readonly Chunk[]): Chunk[] {
  const result = chunks.map((chunk) => (isNumber(chunk) ? aside(chunk) : chunk))
  for (const { start, end } of furnitureRuns(chunks))
    for (let index = start; index < end; index++) result[index] = aside(result[index]!)
  return result
}

/** A number or a sign by itself says nothing that could be searched or cited. */
function isNumber(chunk: Chunk): boolean {
  return chunk.kind === 'text' && chunk.lines.every((line) => !/\p{L}{2}/u.test(line.text))
}

function aside(chunk: Chunk): Chunk {
  return { ...chunk, kind: 'furniture' }
}

const isProse = (chunk: Chunk) => {
  if (chunk.kind === 'footnote' || lettersOf(chunk) > 400) return true
  const text = textOf(chunk)
  return (endsSentence(text) && !/[:;]$/.test(text) && wordCount(text) >= 5) || wordCount(text) > 30
}

const lettersOf = (chunk: Chunk) => chunk.lines.reduce((sum, line) => sum + line.text.length, 0)

interface Run {
  readonly start: number
  readonly end: number
}

function furnitureRuns(chunks: readonly Chunk[]): Run[] {
  const prose = chunks.map((chunk) => (isProse(chunk) ? lettersOf(chunk) : 0))
  const later = lastPlaces(chunks, prose)
  const short = shortRuns(chunks, prose, later)
  const contents = short.filter((run) => isContents(chunks, run, later))
  // Only a page without pages is a web page: in print, a list of many short lines is a list.
  if (chunks.filter((chunk) => chunk.lines[0]!.opensPage).length >= fewestPages) return contents
  const isSite = short.some((run) => run.end - run.start >= siteLength)
  const buttons = chunks.map(saysSite)
  const menus = short.filter(
    (run) =>
      (run.end - run.start >= menuLength || isOfButtons(run, buttons)) &&
      (isSite || isAtEdge(run, prose)),
  )
  const alone = buttons.flatMap((is, start) => (is ? [{ start, end: start + 1 }] : []))
  return [
    ...contents,
    ...menus,
    ...alone,
    ...islandsBetween(menus, prose),
    ...tailOf(chunks, prose, buttons),
  ]
}

/** Asked of short chunks only, but for the menu whose entries run into one another. */
function saysSite(chunk: Chunk): boolean {
  const [first] = chunk.lines
  if (mayBeGlued.test(first!.text.slice(0, 120)) && isGluedMenu(textOf(chunk))) return true
  if (chunk.lines.length > 2) return false
  const text = textOf(chunk)
  return isButton(text) || isLinkRow(text)
}

const mayBeGlued = /[a-z][A-Z]/

/** A short run is a menu too where half of it are buttons. */
function isOfButtons({ start, end }: Run, buttons: readonly boolean[]): boolean {
  const found = buttons.slice(start, end).filter(Boolean).length
  return found >= fewestButtons && found * 2 >= end - start
}

const sumOf = (letters: readonly number[]) => letters.reduce((sum, count) => sum + count, 0)

/** Whether hardly any prose stands before a run, or after it: a notice about cookies comes before the menu. */
function isAtEdge({ start, end }: Run, prose: readonly number[]): boolean {
  const most = Math.min(sumOf(prose) * noticeShare, noticeLength)
  return sumOf(prose.slice(0, start)) <= most || sumOf(prose.slice(end)) <= most
}

/** Comments and links to other articles, to the page's end: told by their title and by buttons under it. */
function tailOf(
  chunks: readonly Chunk[],
  prose: readonly number[],
  isButtonAt: readonly boolean[],
): Run[] {
  const all = sumOf(prose)
  let [after, buttons, opening] = [0, 0, chunks.length]
  for (let index = chunks.length - 1; index >= 0 && after <= all * islandShare; index--) {
    if (buttons >= fewestButtons && opensTail(chunks[index]!.lines[0]!.text)) opening = index
    after += prose[index]!
    if (isButtonAt[index]) buttons += 1
  }
  return opening < chunks.length ? [{ start: opening, end: chunks.length }] : []
}

/** Runs of chunks that are no prose; the headings that open the prose after a run are left out of it. */
function shortRuns(
  chunks: readonly Chunk[],
  prose: readonly number[],
  later: ReadonlyMap<string, number>,
): Run[] {
  const runs: Run[] = []
  let start = 0
  for (let index = 0; index <= chunks.length; index++) {
    if (index < chunks.length && prose[index] === 0) continue
    const end = index < chunks.length ? openingOf(chunks, start, index, later) : index
    if (end > start) runs.push({ start, end })
    start = index + 1
  }
  return runs
}

/** Stretches between menus that hold so little of the prose that they belong to the site. */
function islandsBetween(menus: readonly Run[], prose: readonly number[]): Run[] {
  if (menus.length === 0) return []
  const edges = [0, ...menus.flatMap(({ start, end }) => [start, end]), prose.length]
  const islands = menus.concat(menus[0]!).map((_, index) => {
    const [start, end] = [edges[index * 2]!, edges[index * 2 + 1]!]
    const letters = sumOf(prose.slice(start, end))
    return { start, end, letters }
  })
  const longest = Math.max(...islands.map(({ letters }) => letters))
  return islands.filter(({ letters }) => letters < Math.min(longest * islandShare, islandLength))
}

const endsInPageNumber = /(?:^|[\s.…·_])\d{1,3}$/

function isContents(
  chunks: readonly Chunk[],
  { start, end }: Run,
  later: ReadonlyMap<string, number>,
): boolean {
  if (end - start < contentsLength) return false
  let entries = 0
  for (let index = start; index < end; index++) {
    const text = textOf(chunks[index]!)
    if (endsInPageNumber.test(text) || (later.get(text) ?? -1) >= end) entries += 1
  }
  return entries * 2 >= end - start
}

/** Of a menu, or with leaders of a table of contents, though it is the last before the prose. */
const isEntry = (text: string) => isButton(text) || /[.…·_]{3}\s*\d{1,3}$/.test(text)

/** Headings that stand over one another before prose begins. */
const mostHeadings = 3

/** Where the headings begin that stand directly over the prose at `index`: at most three, none repeated below. */
function openingOf(
  chunks: readonly Chunk[],
  start: number,
  index: number,
  later: ReadonlyMap<string, number>,
): number {
  let opening = index
  while (
    opening > start &&
    index - opening < mostHeadings &&
    chunks[opening - 1]!.kind === 'heading' &&
    !isEntry(textOf(chunks[opening - 1]!)) &&
    (later.get(textOf(chunks[opening - 1]!)) ?? -1) < opening
  )
    opening -= 1
  return opening
}

/** The last place where each text stands as a heading does, with prose close below; a menu repeats texts too. */
function lastPlaces(chunks: readonly Chunk[], prose: readonly number[]): Map<string, number> {
  const places = new Map<string, number>()
  chunks.forEach((chunk, index) => {
    if (prose.slice(index + 1, index + 1 + mostHeadings).some((letters) => letters > 0))
      places.set(textOf(chunk), index)
  })
  return places
}
