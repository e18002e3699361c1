/** What stands on the page but is not the report: menus, in-page contents, running heads, page numbers. */
import { type Chunk } from './chunks.ts'
import { textOf, wordCount } from './headings.ts'
import { endsSentence } from './layout.ts'

/** So many short blocks in a row, none a sentence, are a menu; reports never pile up that many headings. */
const menuLength = 12
/** Prose cut off from the rest by a menu, and less than this share of it, belongs to the site. */
const islandShare = 0.1

/** Sets the chrome of a web page aside: menus wherever they stand, and scraps of prose beyond them. */
export function setSiteAside(chunks: readonly Chunk[]): Chunk[] {
  const result = [...chunks]
  const menus = menuRuns(result)
  for (const run of menus) for (let i = run.start; i < run.end; i++) result[i] = aside(result[i]!)
  return result
}

function aside(chunk: Chunk): Chunk {
  return { ...chunk, kind: 'furniture' }
}

const isProse = (chunk: Chunk) => {
  const text = textOf(chunk)
  return (
    chunk.kind === 'footnote' ||
    (endsSentence(text) && wordCount(text) >= 5) ||
    wordCount(text) > 30
  )
}

const lettersOf = (chunk: Chunk) => chunk.lines.reduce((sum, line) => sum + line.text.length, 0)

/** Runs of short chunks; the headings that open the prose after a run are left out of it. */
function menuRuns(chunks: readonly Chunk[]): { start: number; end: number }[] {
  const later = lastPlaces(chunks)
  const runs: { start: number; end: number }[] = []
  const words = chunks.map((chunk) => (isProse(chunk) ? lettersOf(chunk) : 0))
  const total = words.reduce((sum, count) => sum + count, 0)
  let start = 0
  let island = { start: 0, words: 0 }
  for (let index = 0; index <= chunks.length; index++) {
    if (index < chunks.length && words[index] === 0) continue
    const end = index < chunks.length ? openingOf(chunks, start, index, later) : index
    if (index - start >= menuLength) {
      if (island.words < total * islandShare) runs.push({ start: island.start, end: start })
      runs.push({ start, end })
      island = { start: end, words: 0 }
    }
    island.words += words[index] ?? 0
    start = index + 1
  }
  if (runs.length > 0 && island.words < total * islandShare)
    runs.push({ start: island.start, end: chunks.length })
  return runs
}

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
    index - opening < 3 &&
    chunks[opening - 1]!.kind === 'heading' &&
    later.get(textOf(chunks[opening - 1]!)) === opening - 1
  )
    opening -= 1
  return opening
}

function lastPlaces(chunks: readonly Chunk[]): Map<string, number> {
  return new Map(chunks.map((chunk, index) => [textOf(chunk), index]))
}
