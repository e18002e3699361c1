/** Text → words with spans. Knows what a word, a number and an acronym is; leaves languages and stems to the analyzer. */
import type { Span } from '../model.ts'

/** A word of a text. */
export interface Token {
  readonly span: Span
  /** NFC, lower case, numbers and acronyms in one spelling; accents kept. */
  readonly form: string
  /** Other readings at the same place: '10' and '000' of '10 000', which may after all be two numbers. */
  readonly parts: readonly string[]
}

// Raised and lowered digits are footnote marks and exponents, never part of the word before them.
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉'
const letter = `(?:(?![${raised}])[\\p{L}\\p{M}\\p{N}])`
const invisible = '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]'
const space = '[ \\u00A0\\u2009\\u202F]'
const notInside = '(?<![\\p{L}\\p{N}]|\\p{N}[.,])'
const ends = '(?![\\p{L}\\p{N}]|[.,]\\p{N})'

const patterns = {
  // 1,054 · 1.054 · 1 054 · 1’054: groups of three with one separator throughout.
  grouped: `${notInside}\\d{1,3}(?:([.,'’]|${space})\\d{3})(?:\\1\\d{3})*(?![\\p{L}\\p{N}])`,
  // 3.5 and 3,5, but not the 2.1.3 of a numbered section.
  decimal: `${notInside}\\d{1,3}[.,]\\d{1,2}${ends}`,
  // U.S. · e.g. · EE.UU. · EE. UU.
  acronym: `${notInside}(?:\\p{L}(?:\\.\\p{L})+|\\p{Lu}{2}\\.[ \\u00A0]?\\p{Lu}{2})(?![\\p{L}\\p{N}])\\.?`,
  sign: '§+',
  raised: `[${raised}]+`,
  word: `${letter}(?:${invisible}*${letter})*`,
}
const token = new RegExp(
  Object.entries(patterns)
    .map(([name, pattern]) => `(?<${name}>${pattern})`)
    .join('|'),
  'gu',
)
const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
}

/** The words of a text, in order. */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(token), (match) => {
    const [printed] = match
    const span = { start: match.index, end: match.index + printed.length }
    return {
      span,
      form: formOf(printed, match.groups ?? {}),
      parts: partsOf(printed, match.groups),
    }
  })
}

/** One spelling of a word, number or acronym: '1,054' → '1054', '3,5' → '3.5', 'U.S.' → 'us', '§§' → '§'. */
function formOf(printed: string, kind: Readonly<Record<string, string | undefined>>): string {
  if (kind.grouped) return printed.replace(/\D/gu, '')
  if (kind.decimal) return printed.replace(',', '.')
  if (kind.sign) return '§'
  const bare = kind.acronym ? printed.replace(/[^\p{L}]/gu, '') : printed
  return bare
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[ﬀ-ﬄ]/gu, (ligature) => ligatures[ligature] ?? ligature)
}

/** Groups parted by a space may be numbers side by side. */
function partsOf(
  printed: string,
  kind: Readonly<Record<string, string | undefined>> = {},
): string[] {
  return kind.grouped
    ? printed
        .split(/[\s\u00A0\u2009\u202F]/u)
        .filter((part) => part !== printed && /^\d+$/u.test(part))
    : []
}
