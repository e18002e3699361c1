/** What stands on the page but is not the report: menus, in-page contents, running heads, page numbers. */
import { type Chunk } from './chunks.ts'
import { wordCount } from './dress.ts'
import { textOf } from './headings.ts'
import { endsSentence } from './layout.ts'

/** So many short blocks in a row at the edge of a page, none a sentence, are a menu. */
const menuLength = 15
/** A page that shows so many short blocks in a row is a dump of a web site, and has menus inside too. */
const siteLength = 40
/** Prose cut off from the rest by a menu, and less than this share of the longest stretch, belongs to the site. */
const islandShare = 0.3
/** Nor is a site's own prose (cookie notices, banners) longer than this, in characters. */
const islandLength = 5000
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
  const menus = short.filter(
    ({ start, end }) =>
      end - start >= menuLength && (isSite || start === 0 || end === chunks.length),
  )
  return [...contents, ...menus, ...islandsBetween(menus, prose)]
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
    const letters = prose.slice(start, end).reduce((sum, count) => sum + count, 0)
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
