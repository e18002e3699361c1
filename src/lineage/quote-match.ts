/** One quotation against one text: the very words, or the stretch that is most like it. */
import type { Span } from '../model.ts'
import { typographic } from './word-diff.ts'

/** A quotation as parts that must stand in the text in order; between them the author left words out or put own ones in. */
export interface QuotePart {
  readonly text: string
  /** '[T]he': the case of the first letter is the author's. */
  readonly freeCase: boolean
}

/** Splits at '…', '...', '. . .' and at [insertions]; a bracketed single letter only changes a case. */
export function quoteParts(quotation: string): QuotePart[] {
  const pieces = quotation.split(
    /\s*(?:\[?(?:…|\.\s?\.\s?\.)(?:\s?\.)?\]?)\s*|\s*\[[^\]]{2,}\]\s*/u,
  )
  return pieces.flatMap((piece) => {
    const freeCase = /^[^\p{L}\p{N}]*\[\p{L}\]/u.test(piece)
    const text = trimSigns(piece.replaceAll(/\[(\p{L})\]/gu, '$1'))
    return text === '' ? [] : [{ text, freeCase }]
  })
}

/** Quotation marks, brackets and stops at either end belong to the draft; signs of value do not. */
function trimSigns(text: string): string {
  return text.replace(/^[\s"'“”‘’«»(.,;:!?¡¿—–-]+|[\s"'“”‘’«»).,;:!?—–-]+$/gu, '')
}

/** A text in one spelling of spaces, quotation marks and dashes, and where each of its units stood. */
interface Plain {
  readonly text: string
  readonly origins: readonly number[]
  readonly original: string
}

/** Runs that are in the one spelling already, or a stretch that may not be: most of a text is the former. */
const PLAIN_RUN =
  /([\x21-\x5F\x61-\x7E]+)(?!\p{M})|\s+|[\u00AD\u200B-\u200D\u2060\uFEFF]|\P{M}\p{M}*|\p{M}/gu

function plain(text: string): Plain {
  let out = ''
  const origins: number[] = []
  for (const match of text.matchAll(PLAIN_RUN)) {
    const [unit, run] = match
    if (/^[\u00AD\u200B-\u200D\u2060\uFEFF]$/u.test(unit)) continue
    const form = run ?? (/^\s/u.test(unit) ? ' ' : typographic(unit))
    for (let i = 0; i < form.length; i++) origins.push(match.index + (run ? i : 0))
    out += form
  }
  origins.push(text.length)
  return { text: out, origins, original: text }
}

/**
 * Where the parts stand in the text, letter for letter (spaces, quotation marks and dashes in any style), whole words
 * and whole numbers only, in order; null where they do not.
 */
export function exactSpans(parts: readonly QuotePart[], text: string): Span[] | null {
  const source = plain(text)
  const spans: Span[] = []
  let from = 0
  for (const part of parts) {
    const wanted = plain(part.text).text
    const at = find(source, wanted, { from, freeCase: part.freeCase })
    if (at < 0) return null
    from = at + wanted.length
    spans.push({ start: source.origins[at]!, end: source.origins[from]! })
  }
  return spans.length === 0 ? null : spans
}

function find(source: Plain, wanted: string, how: { from: number; freeCase: boolean }): number {
  const [first = '', rest = ''] = [wanted.slice(0, 1), wanted.slice(1)]
  const forms = how.freeCase ? [first.toLowerCase() + rest, first.toUpperCase() + rest] : [wanted]
  const found = forms.flatMap((form) => {
    const next = (from: number) => source.text.indexOf(form, from)
    for (let at = next(how.from); at >= 0; at = next(at + 1)) {
      if (isWhole(source, at, at + form.length)) return [at]
    }
    return []
  })
  return found.length === 0 ? -1 : Math.min(...found)
}

/** Neither end cuts a word, a compound, a number or an amount: '1' is not in '1,054', nor '10' in '10%' or '$10'. */
function isWhole({ text, origins, original }: Plain, start: number, end: number): boolean {
  // As it is in the text, where a dash is not a hyphen.
  const before = original.slice(Math.max(0, origins[start]! - 2), origins[start])
  const after = original.slice(origins[end], origins[end]! + 2)
  const [first, last] = [text[start]!, text[end - 1]!]
  const cutsBefore =
    (/[\p{L}\p{N}]/u.test(first) && /(?:[\p{L}\p{M}\p{N}]|\p{L}['’‐‑-]|[$€£])$/u.test(before)) ||
    (/\p{N}/u.test(first) && /\p{N}[.,:'’‐‑-]$/u.test(before))
  const cutsAfter =
    (/[\p{L}\p{N}]/u.test(last) && /^(?:[\p{L}\p{N}%]|['’‐‑-][\p{L}\p{N}])/u.test(after)) ||
    (/\p{N}/u.test(last) && /^(?:[.,:]\p{N}|\s?%)/u.test(after))
  return !cutsBefore && !cutsAfter
}

/** The stretch of a text that is most like a quotation. */
export interface Fit {
  readonly span: Span
  /** Words in common as a share of the longer of quotation and stretch, 0..1. */
  readonly similarity: number
  /** The stretch reaches the beginning, the end of the text: the quotation may go on in the next passage. */
  readonly atEdge: boolean
}

interface WordSpan extends Span {
  readonly form: string
}

/** Words folded, with their places: how texts are compared when the very words are not found. */
export function wordSpans(text: string): WordSpan[] {
  return [...text.matchAll(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu)].map((match) => ({
    form: match[0].normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * The best stretch by alignment of words (Smith and Waterman's, the quotation whole, the ends of the text free): a word
 * in common +2, anything else -1. Null where they have no word in common.
 */
export function fit(quotation: readonly WordSpan[], text: readonly WordSpan[]): Fit | null {
  const [m, n] = [quotation.length, text.length]
  let scores = new Int32Array(n + 1)
  let begins = Int32Array.from({ length: n + 1 }, (_, j) => j)
  let matched = new Int32Array(n + 1)
  for (let i = 1; i <= m; i++) {
    const [score, begin, match] = [
      new Int32Array(n + 1),
      new Int32Array(n + 1),
      new Int32Array(n + 1),
    ]
    score[0] = -i
    for (let j = 1; j <= n; j++) {
      const same = quotation[i - 1]!.form === text[j - 1]!.form
      const [diagonal, up, left] = [
        scores[j - 1]! + (same ? 2 : -1),
        scores[j]! - 1,
        score[j - 1]! - 1,
      ]
      if (diagonal >= up && diagonal >= left) {
        score[j] = diagonal
        begin[j] = begins[j - 1]!
        match[j] = matched[j - 1]! + (same ? 1 : 0)
      } else if (up >= left) {
        score[j] = up
        begin[j] = begins[j]!
        match[j] = matched[j]!
      } else {
        score[j] = left
        begin[j] = begin[j - 1]!
        match[j] = match[j - 1]!
      }
    }
    ;[scores, begins, matched] = [score, begin, match]
  }
  let end = 0
  for (let j = 1; j <= n; j++) if (scores[j]! > scores[end]!) end = j
  const start = begins[end]!
  if (end <= start || matched[end] === 0) return null
  return {
    span: { start: text[start]!.start, end: text[end - 1]!.end },
    similarity: matched[end]! / Math.max(m, end - start),
    atEdge: start === 0 || end === n,
  }
}
