/** Lines that carry no words of the report: front matter, code fences, rules, bullets standing alone. */
import { endsSentence, runsOn } from './layout.ts'
import type { Line } from './lines.ts'
import { headingMark, opensFootnote } from './openings.ts'

const longestFrontMatter = 60

/** Splits off the YAML front matter that opens a Markdown file. */
export function splitFrontMatter(lines: readonly Line[]): {
  readonly frontMatter: readonly Line[]
  readonly body: readonly Line[]
} {
  const end =
    lines[0]?.text === '---'
      ? lines.findIndex((line, index) => index > 0 && line.text === '---')
      : -1
  if (end < 0 || end > longestFrontMatter) return { frontMatter: [], body: lines }
  return { frontMatter: lines.slice(0, end + 1), body: lines.slice(end + 1) }
}

const hasWords = /[\p{L}\p{N}]/u
const fence = /^(?:```|~~~)/
const rule = /^(?:_{5,}|[-–—─]{5,})$/u
const loneBullet = /^[•·●○▪■□►▶➢✓\uE000-\uF8FF]$/u

/** Drops fences, rules and other wordless lines, which count as blank, and sets a bullet on its own line before its item. */
export function dropWordless(lines: readonly Line[]): Line[] {
  const kept: Line[] = []
  let [gap, opensPage] = [0, false]
  let underRule: Line['underRule']
  let bullet: Line | null = null
  for (const line of lines) {
    if (!hasWords.test(line.text) || fence.test(line.text)) {
      if (rule.test(line.text)) underRule = line.text[0] === '_' ? 'underscores' : 'dashes'
      bullet = loneBullet.test(line.text) ? line : null
      gap = Math.max(gap + (bullet === null ? 1 : 0), line.gap)
      // Converters fence what they cannot lay out, in the middle of a sentence too.
      opensPage ||= line.opensPage || fence.test(line.text)
      continue
    }
    const own = bullet === null || line.gap > 0 ? line : behind(bullet, line)
    const marked = underRule === undefined ? own : { ...own, underRule }
    underRule = undefined
    kept.push(
      gap === 0 && !opensPage
        ? marked
        : { ...marked, gap: Math.max(gap, marked.gap), opensPage: opensPage || line.opensPage },
    )
    gap = 0
    opensPage = false
    bullet = null
  }
  return kept
}

const tag = /<\/?[a-z][^<>]*>/gi

/** A line of a page's source: tags, and hardly a word between them. */
export function isMarkup(line: Line): boolean {
  if (line.text[0] !== '<') return false
  const words = line.text.replace(tag, ' ').trim()
  return words.length < line.text.length && words.split(/\s+/).length <= mostLinkWords
}

/** Words of a link or button on a line of page source. */
const mostLinkWords = 8

function behind(bullet: Line, line: Line): Line {
  return {
    ...line,
    text: `${bullet.text} ${line.text}`,
    span: { start: bullet.span.start, end: line.span.end },
  }
}

/**
 * Running heads that a converter took for headings: marked lines repeated word for word, most of them where a
 * heading cannot be: inside a sentence, after a footnote, or over a wider gap than the document's other headings.
 */
export function runningHeadings(lines: readonly Line[]): ReadonlySet<Line> {
  const places = new Map<string, number[]>()
  const gaps: number[] = []
  lines.forEach((line, index) => {
    if (headingMark(line.text) === null) return
    gaps.push(line.gap)
    const key = line.text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase()
    const known = places.get(key)
    if (known === undefined) places.set(key, [index])
    else known.push(index)
  })
  const usualGap = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const found = new Set<Line>()
  for (const indices of places.values()) {
    const intruding = indices.filter((index) => intrudes(lines, index, usualGap))
    if (indices.length >= 2 && intruding.length * 2 >= indices.length)
      for (const index of indices) found.add(lines[index]!)
  }
  return found
}

function intrudes(lines: readonly Line[], index: number, usualGap: number): boolean {
  const before = lines[index - 1]
  const after = lines[index + 1]
  if (before === undefined || after === undefined) return true
  if (lines[index]!.gap > usualGap || opensFootnote(before.text)) return true
  return headingMark(before.text) === null && !endsSentence(before.text) && runsOn(before, after)
}
