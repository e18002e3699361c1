/** Which chunks are headings, in the forms reports give them: marked, numbered, capital, titled, over two lines. */
import { isLatin, isLatinLetter } from '../letters.ts'
import { endsInConnector, type Chunk } from './chunks.ts'
import { endsSentence, type Layout } from './layout.ts'
import { bulletLength, enumeratorLength, headingMark, opensFootnote } from './openings.ts'

const longest = 200
const mostWords = 28
const hasLetter = /\p{L}/u
const word = /\p{L}[\p{L}\p{M}'’-]*/gu

/** `Section 3.`, `Capítulo IV`, `Anexo 6.2`: a division named by its number. */
export const numberedDivision =
  /^(?:section|chapter|part|annex|appendix|title|article|secci[oó]n|cap[ií]tulo|parte|anexo|ap[eé]ndice|t[ií]tulo|tomo)\s+(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6})\b[.:]?/iu

/** Small words that a titled heading leaves in lower case. */
const small =
  /^(?:a|al|an|and|as|at|by|con|contra|de|del|e|el|en|for|from|in|la|las|los|o|of|on|or|para|por|que|sobre|the|to|u|un|una|with|y)$/iu

/** Share of the words that matter which begin with a capital, 0 where there are none. */
export function titleShare(text: string): number {
  let counted = 0
  let capital = 0
  for (const [token] of text.matchAll(word)) {
    if (small.test(token)) continue
    counted += 1
    if (token[0] !== token[0]!.toLowerCase()) capital += 1
  }
  return counted === 0 ? 0 : capital / counted
}

export function isCapitals(text: string): boolean {
  return hasLetter.test(text) && text === text.toUpperCase()
}

/** Whether a text could be a heading by itself: short, no sentence, and dressed as one. */
export function looksLikeHeading(text: string, isKnown: (text: string) => boolean): boolean {
  if (text.length > longest || !hasLetter.test(text)) return false
  if (bulletLength(text) > 0 || opensFootnote(text)) return false
  if (isKnown(text)) return true
  if (numberedDivision.test(text)) return !/[;,]$/.test(text)
  const bare = text.slice(enumeratorLength(text)).replace(/^[_*]+|[_*]+$/g, '')
  if (/^["'“‘«([]?\p{Ll}/u.test(bare) || endsHeadless(bare)) return false
  if (wordCount(bare) > mostWords) return false
  if (isCapitals(bare) || titleShare(bare) >= 0.6) return true
  // “The Committee recommends that:” leads into its list.
  return wordCount(bare) <= 8 && !bare.endsWith(':')
}

/** Ends as sentences and clauses do; a colon may end a heading. */
function endsHeadless(text: string): boolean {
  return /[.;,…!?"”»]$/.test(text) || (endsSentence(text) && !text.endsWith(':'))
}

/** How many words `word` finds. */
export function wordCount(text: string): number {
  if (!isLatin(text)) return text.match(word)?.length ?? 0
  let count = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isLetter = isLatinLetter(unit)
    if (isLetter && !inside) count += 1
    inside = isLetter || (inside && (unit === apostrophe || unit === quote || unit === hyphen))
  }
  return count
}

const [apostrophe, quote, hyphen] = [0x27, 0x2019, 0x2d]

/** A document that marks so many headings (Markdown) marks them all, but for those a scan printed in capitals. */
const fewestMarks = 3

/** Marks headings among chunks. A heading needs something to stand over: what closes a document is furniture. */
export function markHeadings(
  chunks: readonly Chunk[],
  layout: Layout,
  isKnown: (text: string) => boolean,
): Chunk[] {
  const merged = mergeHeadingLines(chunks, layout, isKnown)
  const marksHeadings =
    merged.filter((chunk) => headingMark(chunk.lines[0]!.text) !== null).length >= fewestMarks
  const marked = merged.map((chunk, index): Chunk => {
    if (chunk.kind !== 'text') return chunk
    const text = textOf(chunk)
    const mark = headingMark(text)
    if (mark !== null) return { ...chunk, kind: 'heading', level: mark.level }
    if (chunk.lines.length > 3 || !looksLikeHeading(text, isKnown)) return chunk
    // The line over all of it, left unmarked, is what the file is called.
    if (marksHeadings && index === 0) return { ...chunk, kind: 'title' }
    if (marksHeadings && !isCapitals(text) && !isKnown(text) && !numberedDivision.test(text))
      return chunk
    return { ...chunk, kind: 'heading', level: levelOf(text) }
  })
  const filled = marked.map((chunk, index) =>
    chunk.kind === 'text' && isEmptyField(chunk, marked[index + 1])
      ? { ...chunk, kind: 'furniture' as const }
      : chunk,
  )
  const last = marked.findLastIndex((chunk) => chunk.kind !== 'heading')
  return filled.map((chunk, index) =>
    index > last && last >= 0 ? { ...chunk, kind: 'furniture' } : chunk,
  )
}

const emptyField = /^[\p{Lu}¿(][^:.]{1,60}:$/u
const field = /^[\p{Lu}¿(][^:.]{1,60}:/u

/** A label of a form that nothing was filled into: the next thing is another label or a heading. */
function isEmptyField(chunk: Chunk, next: Chunk | undefined): boolean {
  const text = textOf(chunk)
  if (!emptyField.test(text) || wordCount(text) > 6) return false
  return next === undefined || next.kind === 'heading' || field.test(next.lines[0]!.text)
}

/** A heading broken over two lines: both dressed as headings, the second not numbered, the first left long or open. */
function mergeHeadingLines(
  chunks: readonly Chunk[],
  layout: Layout,
  isKnown: (text: string) => boolean,
): Chunk[] {
  const merged: Chunk[] = []
  for (const chunk of chunks) {
    const last = merged.at(-1)
    if (last !== undefined && continuesHeading(last, chunk, layout, isKnown))
      merged[merged.length - 1] = { ...last, lines: [...last.lines, ...chunk.lines] }
    else merged.push(chunk)
  }
  return merged
}

function continuesHeading(
  chunk: Chunk,
  next: Chunk,
  layout: Layout,
  isKnown: (text: string) => boolean,
): boolean {
  const line = chunk.lines.at(-1)!
  const following = next.lines[0]!
  if (next.lines.length > 1 || chunk.lines.length > 2 || following.gap > 0) return false
  if (enumeratorLength(following.text) > 0 || numberedDivision.test(following.text)) return false
  if (headingMark(following.text) !== null || opensFootnote(following.text)) return false
  const text = textOf(chunk)
  if (!looksLikeHeading(text, isKnown) && !endsInConnector(text)) return false
  if (titleShare(text) < 0.6 || titleShare(following.text) < 0.6) return false
  if (endsSentence(text) || endsSentence(following.text)) return false
  return endsInConnector(text) || line.text.length > Math.min(layout.at(line).width, 120) * 0.55
}

function levelOf(text: string): number {
  if (numberedDivision.test(text)) return 1
  const enumerated = enumeratorLength(text)
  if (enumerated > 0)
    return Math.min(6, 2 + (text.slice(0, enumerated).match(/\.\d/g)?.length ?? 0))
  return isCapitals(text) ? 2 : 3
}

export function textOf(chunk: Chunk): string {
  return chunk.lines.length === 1
    ? chunk.lines[0]!.text
    : chunk.lines.map((line) => line.text).join(' ')
}
