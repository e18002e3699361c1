/** A draft against the corpus: every quotation exact, exact as repaired, altered, from another year, or not found. */
import { quoteParts, wordSpans } from '../lineage/quote-match.ts'
import {
  fewestWords,
  readDraft,
  type DraftParagraph,
  type Quotation,
} from '../lineage/quotations.ts'
import { wordDiff, type DiffPart } from '../lineage/word-diff.ts'
import { following, withRareWords, withWordsInARow, type QuoteSource } from './candidates.ts'
import { exactMatch, mostAlike, type QuoteMatch } from './match.ts'
import { statedYears } from './stated-year.ts'

/**
 * `exact` letter for letter as printed · `repaired` as the repaired text has it · `altered` nearly: see the diff ·
 * `other-year` exact, but not in the year that the draft names · `not-found`
 */
export type QuoteStatus = 'exact' | 'repaired' | 'altered' | 'other-year' | 'not-found'

export interface CheckedQuote {
  readonly quotation: Quotation
  readonly status: QuoteStatus
  /** Where it is from, latest year first; for `altered` the most similar place alone. */
  readonly matches: readonly QuoteMatch[]
  /** From the quotation to the source, where altered; spans of `quotation.text` and of `matches[0].found`. */
  readonly diff: readonly DiffPart[]
  /** The years that the draft names for it. */
  readonly stated: readonly number[]
}

export interface QuoteReport {
  readonly quotations: readonly CheckedQuote[]
  readonly counts: Readonly<Record<QuoteStatus, number>>
  readonly corpus: { readonly version: string }
}

/** So great a share of a paragraph is all of it. */
const WHOLE = 0.85
/** Fewer words in common are a likeness, not a quotation. */
const ALTERED = 0.6

/** Checks every quotation of a draft, or every paragraph where it has none. `year`: the year it claims to quote. */
export async function checkQuotes(
  source: QuoteSource,
  draft: string,
  options: { readonly year?: number | null } = {},
): Promise<QuoteReport> {
  const quotations: CheckedQuote[] = []
  const paragraphs = readDraft(draft)
  for (const paragraph of paragraphs) {
    const { block, marked } = paragraph
    if (wordSpans(block.text).length < fewestWords && paragraphs.length > 1) continue
    const one = (quotation: Quotation) => {
      const stated = statedYears(draft, quotation.span, yearsOf(source))
      return check(source, quotation, options.year ? [options.year] : stated)
    }
    quotations.push(...(await checkParagraph({ block, marked }, one)))
  }
  const counts = { exact: 0, repaired: 0, altered: 0, 'other-year': 0, 'not-found': 0 }
  for (const { status } of quotations) counts[status]++
  return { quotations, counts, corpus: { version: source.store.manifest.version } }
}

/**
 * The quotations in marks; the whole paragraph where it has none, or where it is itself a quotation that contains some:
 * it stands in a passage as it is, or is more like one than any of them.
 */
async function checkParagraph(
  { block, marked }: DraftParagraph,
  one: (quotation: Quotation) => Promise<CheckedQuote>,
): Promise<CheckedQuote[]> {
  const inner: CheckedQuote[] = []
  for (const quotation of marked) inner.push(await one(quotation))
  const covers = marked.some(({ text }) => text.length > block.text.length * WHOLE)
  if (covers) return inner
  const whole = await one(block)
  if (inner.length === 0 || isExact(whole)) return [whole]
  const isWhole = !inner.some(isExact) && (whole.matches[0]?.similarity ?? 0) >= WHOLE
  return isWhole ? [whole] : inner
}

function isExact({ status }: CheckedQuote): boolean {
  return status !== 'altered' && status !== 'not-found'
}

function yearsOf({ store }: QuoteSource): ReadonlySet<number> {
  return new Set(store.documents.flatMap((document) => document.year ?? []))
}

async function check(
  source: QuoteSource,
  quotation: Quotation,
  stated: readonly number[],
): Promise<CheckedQuote> {
  const parts = quoteParts(quotation.text)
  const longest = parts.map((part) => part.text).toSorted((a, b) => b.length - a.length)[0] ?? ''
  const rows = longest === '' ? [] : await withWordsInARow(source, longest)
  let matches = rows.flatMap((passage) => exactMatch(source, parts, [passage]) ?? [])
  if (matches.length > 0) return exact(quotation, matches, stated)
  const like = parts.length === 0 ? [] : await withRareWords(source, quotation.text)
  matches = like.flatMap((passage) => {
    const next = following(source.store, passage)
    return (
      exactMatch(source, parts, [passage]) ??
      (next && exactMatch(source, parts, [passage, next])) ??
      []
    )
  })
  if (matches.length > 0) return exact(quotation, matches, stated)
  const match = mostAlike(source, quotation.text, like)
  if (!match || match.similarity < ALTERED) {
    return { quotation, status: 'not-found', matches: [], diff: [], stated }
  }
  const diff = wordDiff(quotation.text, match.found)
  return { quotation, status: 'altered', matches: [match], diff, stated }
}

function exact(
  quotation: Quotation,
  found: readonly QuoteMatch[],
  stated: readonly number[],
): CheckedQuote {
  const printed = found.filter((match) => match.layer === 'printed')
  const best = printed.length > 0 ? printed : found
  const inYear = (match: QuoteMatch) => match.year !== null && stated.includes(match.year)
  const elsewhere = stated.length > 0 && !found.some(inYear)
  const matches = found.toSorted(
    (a, b) =>
      Number(inYear(b)) - Number(inYear(a)) ||
      Number(best.includes(b)) - Number(best.includes(a)) ||
      (b.year ?? 0) - (a.year ?? 0),
  )
  const status = elsewhere ? 'other-year' : printed.length > 0 ? 'exact' : 'repaired'
  return { quotation, status, matches, diff: [], stated }
}
