/** Text → words with spans. Knows what a word, a number and an acronym is; leaves languages and stems to the analyzer. */
import { unitsOf } from '../letters.ts'
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

const patterns = [
  // 1,054 · 1.054 · 1 054 · 1’054: groups of three with one separator throughout.
  `${notInside}\\d{1,3}(?:([.,'’]|${space})\\d{3})(?:\\1\\d{3})*(?![\\p{L}\\p{N}])`,
  // 3.5 and 3,5, but not the 2.1.3 of a numbered section.
  `${notInside}\\d{1,3}[.,]\\d{1,2}${ends}`,
  // U.S. · e.g. · EE.UU. · EE. UU.
  `${notInside}(?:\\p{L}(?:\\.\\p{L})+|\\p{Lu}{2}\\.[ \\u00A0]?\\p{Lu}{2})(?![\\p{L}\\p{N}])\\.?`,
  '§+',
  `[${raised}]+`,
  `${letter}(?:${invisible}*${letter})*`,
]
const token = new RegExp(patterns.join('|'), 'gu')
const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
}

/** The words of a text, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  visitWords(text, {
    plain(start, end) {
      const form = text.slice(start, end).toLowerCase()
      tokens.push({ span: { start, end }, form, parts: none })
    },
    other: (word) => tokens.push(word),
  })
  return tokens
}

/** Told of the words of a text. */
export interface WordVisitor {
  /** A word of nothing but letters of Latin-1, or digits: its form is its lower case. `units` are those of the text. */
  plain(start: number, end: number, units: Uint16Array): void
  other(token: Token): void
}

/** Tells a visitor of each word in order: most need no object then. The visitor reads no other text by `unitsOf`. */
export function visitWords(text: string, visitor: WordVisitor): void {
  const units = unitsOf(text)
  let at = 0
  while (at < text.length) {
    if (classes[units[at]!] === GAP) {
      at++
      continue
    }
    const end = simpleEnd(units, at)
    if (end > at) {
      visitor.plain(at, end, units)
      at = end
      continue
    }
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) break
    const [printed] = match
    at = match.index + printed.length
    const span = { start: match.index, end: at }
    visitor.other({ span, form: formOf(printed), parts: partsOf(printed) })
  }
}

/** What a UTF-16 unit can be without asking the patterns; all else is theirs to judge. */
const [OTHER, LETTER, GAP, DIGIT] = [0, 1, 2, 3]
const classes = new Uint8Array(0x10000).fill(OTHER)
for (let unit = 0; unit < 0x100; unit++) {
  const character = String.fromCharCode(unit)
  if (/[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/i.test(character)) classes[unit] = LETTER
  else if (/[0-9]/.test(character)) classes[unit] = DIGIT
  else if (unit < 0x80) classes[unit] = GAP
}
// Dashes and quotes, like the signs of ASCII: they part words and are in none.
classes.fill(GAP, 0x2010, 0x2028)

/** A figure of more digits is no group of three with others after it. */
const LONGEST_GROUP = 3

/**
 * Where a word of plain letters or a plain figure ends, which is most of them: ten times as fast as the patterns. `at`
 * where there is none or where the patterns must say: marks, rarer letters, the full stops of acronyms, and figures
 * that a sign may join to the next. Behind the text stand gaps.
 */
function simpleEnd(units: Uint16Array, at: number): number {
  const kind = classes[units[at]!]
  if (kind !== LETTER && kind !== DIGIT) return at
  let end = at + 1
  while (classes[units[end]!] === kind) end++
  if (classes[units[end]!] !== GAP) return at
  const isSimple =
    kind === LETTER
      ? end - at > 2 || units[end] !== FULL_STOP
      : end - at > LONGEST_GROUP || classes[units[end + 1]!] !== DIGIT
  return isSimple ? end : at
}

const FULL_STOP = 0x2e

/** One spelling of a word, number or acronym: '1,054' → '1054', '3,5' → '3.5', 'U.S.' → 'us', '§§' → '§'. */
function formOf(printed: string): string {
  if (/^\d/u.test(printed) && /[^\p{L}\p{N}]/u.test(printed)) return numberOf(printed)
  if (printed.startsWith('§')) return '§'
  return printed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/[ﬀ-ﬄ]/gu, (ligature) => ligatures[ligature] ?? ligature)
}

/** Groups of three are one whole number, else a decimal one. */
function numberOf(printed: string): string {
  const digits = printed.replace(/\D/gu, '')
  return /^\d{1,3}(?:\D\d{3})+$/u.test(printed) ? digits : printed.replace(',', '.')
}

const none: readonly string[] = []

/** Groups parted by a space may be numbers side by side. */
function partsOf(printed: string): readonly string[] {
  return /[\s\u2009\u202F]/u.test(printed) && /^\d/u.test(printed) ? printed.split(/\s/u) : none
}
