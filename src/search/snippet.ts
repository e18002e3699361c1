/** The window of a passage that a result shows. */
import type { Mark } from './highlight.ts'

export interface Snippet {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** About two to three sentences. */
const width = 280
/** Context kept before the first mark. */
const lead = 60

/** The densest window of a text, cut at words, with its marks; the whole text where it is short. */
export function snippetOf(text: string, marks: readonly Mark[]): Snippet {
  if (text.length <= width + lead) return { text, marks }
  const from = windowStart(text, marks)
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const limit = Math.min(text.length, start + width)
  const cut = limit === text.length ? limit : text.lastIndexOf(' ', limit)
  const end = cut > start ? cut : limit
  const before = start > 0 ? '… ' : ''
  const after = end < text.length ? ' …' : ''
  const shift = before.length - start
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end)
  return {
    text: before + text.slice(start, end) + after,
    marks: inside.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift })),
  }
}

/** Where the window with the most different marked words begins, then the most marks, then the first. */
function windowStart(text: string, marks: readonly Mark[]): number {
  let best = 0
  let bestWorth = 0
  for (const first of marks) {
    const from = Math.max(0, first.start - lead)
    const inside = marks.filter((mark) => mark.start >= first.start && mark.end <= from + width)
    const words = new Set(inside.map((mark) => text.slice(mark.start, mark.end).toLowerCase()))
    const worth = words.size + inside.length / 100
    if (worth > bestWorth) [best, bestWorth] = [from, worth]
  }
  return Math.min(best, Math.max(0, text.length - width))
}
