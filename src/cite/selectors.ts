/** How other programs find and check a passage: fingerprint, W3C selectors, text fragment. */
import { createHash } from 'node:crypto'
import type { Passage } from '../model.ts'

/** SHA-256 of the printed text in UTF-8, hex: proof that a passage is still the one that was quoted. */
export function fingerprintOf(printed: string): string {
  return createHash('sha256').update(printed, 'utf8').digest('hex')
}

/** W3C Web Annotation selectors: https://www.w3.org/TR/annotation-model/#selectors */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector'
  /** UTF-16 units into the decoded source file, the end not included. */
  readonly start: number
  readonly end: number
}

/** Printed characters given before and after, enough to tell apart passages that are alike. */
const AROUND = 32

/** Both selectors of a passage, given what stands before and after it in its document. */
export function selectorsOf(
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): readonly [TextQuoteSelector, TextPositionSelector] {
  const { start, end } = passage.source
  const prefix = before?.printed.slice(-AROUND) ?? ''
  const suffix = after?.printed.slice(0, AROUND) ?? ''
  return [
    { type: 'TextQuoteSelector', exact: passage.printed, prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ]
}

/** Words at either end of a text fragment: few enough for a short link, enough to be found once. */
const FRAGMENT_WORDS = 6

/**
 * A link that opens the source page at the passage and marks it (https://wicg.github.io/scroll-to-text-fragment/), or
 * null where no web address is declared. A PDF is opened at its page instead: browsers ignore text fragments there.
 */
export function sourceLink(passage: Passage, url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null
  const [bare = url] = url.split('#')
  if (/\.pdf$/i.test(bare)) return passage.page === null ? bare : `${bare}#page=${passage.page}`
  const words = passage.printed.trim().split(/\s+/)
  if (words.length <= 2 * FRAGMENT_WORDS) return `${bare}#:~:text=${encoded(words)}`
  const [start, end] = [words.slice(0, FRAGMENT_WORDS), words.slice(-FRAGMENT_WORDS)]
  return `${bare}#:~:text=${encoded(start)},${encoded(end)}`
}

/** Percent-encoded; a hyphen too, which would otherwise mark a prefix or suffix. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ')).replaceAll('-', '%2D')
}
