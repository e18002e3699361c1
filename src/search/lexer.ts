/** The text of a query → the pieces its grammar is made of. Never throws: what is malformed is text, and says so. */
import type { Span } from '../model.ts'
import { isFieldName, readField, type FieldMeaning } from './fields.ts'

/** A way a query can be malformed: what was typed, under the key of the sentence that says what became of it. */
export interface Warning {
  readonly key: WarningKey
  readonly text: string
}

export type WarningKey =
  | 'unclosed-quote'
  | 'empty-quote'
  | 'unclosed-parenthesis'
  | 'stray-parenthesis'
  | 'empty-parenthesis'
  | 'dangling-operator'
  | 'dangling-near'
  | 'unknown-field'
  | 'empty-field'
  | 'bad-value'
  | 'too-deep'
  | 'too-long'
  | 'too-many-near'
  | 'too-many-patterns'
  | 'no-words'

/** A piece of a query. `text` is as typed, without the marks that gave it its kind. */
export interface Lexeme {
  readonly kind: 'word' | 'quote' | 'field' | 'open' | 'close' | 'operator' | 'near' | 'sign'
  readonly text: string
  readonly span: Span
  /** Of a quote or word: what follows its `~`: '' where nothing does. */
  readonly tilde?: string
  /** Of a field: what it asks for. */
  readonly meaning?: FieldMeaning
}

/** Queries are cut here: a pasted page is not a query. */
export const maxQueryLength = 2000

/** Whatever quotes. */
export const quotes = '"“”„‟«»″＂'
const wordEnd = `\\s()${quotes}`
const rules: readonly { readonly kind: Lexeme['kind'] | 'space'; readonly pattern: RegExp }[] = [
  { kind: 'space', pattern: new RegExp(`[^\\p{L}\\p{M}\\p{N}()${quotes}*?§$€/+−-]+`, 'uy') },
  { kind: 'open', pattern: /\(/uy },
  { kind: 'close', pattern: /\)/uy },
  {
    kind: 'quote',
    pattern: new RegExp(`[${quotes}]([^${quotes}]*)[${quotes}](?:~(\\d{0,3}))?`, 'uy'),
  },
  { kind: 'operator', pattern: new RegExp(`(AND|OR|NOT)(?![^${wordEnd}])`, 'uy') },
  { kind: 'near', pattern: new RegExp(`(/(?:[spSP]|\\d{1,3}))(?![^${wordEnd}])`, 'uy') },
  // Not the dash of a text: "–según la ley–" leaves nothing out.
  { kind: 'sign', pattern: /[-+−](?=[^\s)+−-])/uy },
  { kind: 'space', pattern: /[-+−/]/uy },
  {
    kind: 'field',
    pattern: new RegExp(
      `(\\p{L}+):(?:[${quotes}]([^${quotes}]*)[${quotes}]|(\\[[^\\]]*\\])|([^${wordEnd}]*))`,
      'uy',
    ),
  },
  // 10 054 and EE. UU. are one word each.
  {
    kind: 'word',
    pattern:
      /[$€]?\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?![\p{L}\p{N}])|\p{Lu}{2}\. \p{Lu}{2}(?![\p{L}\p{N}])\.?/uy,
  },
  { kind: 'word', pattern: new RegExp(`(?:[^${wordEnd},;]|[,;](?=\\d))+`, 'uy') },
]

export interface Lexed {
  readonly lexemes: readonly Lexeme[]
  readonly warnings: readonly Warning[]
}

/** Cuts a query into pieces. */
export function lex(query: string): Lexed {
  const text = query.slice(0, maxQueryLength)
  const warnings: Warning[] =
    text === query ? [] : [{ key: 'too-long', text: String(maxQueryLength) }]
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < text.length) {
    const { lexeme, next, warning } = lexemeAt(text, at)
    if (warning) warnings.push(warning)
    if (lexeme) lexemes.push(lexeme)
    at = next
  }
  return { lexemes, warnings }
}

const marksAfter = /[^\p{L}\p{M}\p{N}*§+%~]+$/u

interface Step {
  readonly next: number
  readonly lexeme?: Lexeme
  readonly warning?: Warning
}

function lexemeAt(text: string, at: number): Step {
  for (const { kind, pattern } of rules) {
    // A sign means something only at the beginning of a word: 'anti-trafficking' is one.
    if (kind === 'sign' && at > 0 && !new RegExp(`[\\s(,;]`, 'u').test(text[at - 1]!)) continue
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const next = at + match[0].length
    if (kind === 'space') return { next }
    const span = { start: at, end: next }
    if (kind === 'field') return fieldStep(match, span)
    if (kind === 'quote') return quoteStep(match, span)
    if (kind === 'word') return wordStep(match[0], span)
    return { next, lexeme: { kind, text: match[1] ?? match[0], span } }
  }
  // Only a quotation mark without its partner is left.
  return { next: at + 1, warning: { key: 'unclosed-quote', text: text.slice(at) } }
}

function fieldStep(match: RegExpExecArray, span: Span): Step {
  const [whole, name = '', quoted, range, bare = ''] = match
  const value = quoted ?? range ?? bare.replace(/[,;!?]+$|(?<!\.)\.$/u, '')
  const end = span.start + name.length
  const lexeme: Lexeme = { kind: 'word', text: name, span: { start: span.start, end } }
  if (value.trim() === '') {
    const next = quoted === undefined ? end + 1 : span.end
    const warning = { key: 'empty-field', text: name } as const
    return isFieldName(name) ? { next, lexeme, warning } : { next, lexeme }
  }
  if (isFieldName(name)) {
    const meaning = readField(name, value)
    return meaning
      ? { next: span.end, lexeme: { kind: 'field', text: name, span, meaning } }
      : { next: end + 1, warning: { key: 'bad-value', text: `${name}:${value}` } }
  }
  // 'http://…' and 'Lima:Perú' are text; the colon parts them.
  return /^https?$/iu.test(name)
    ? { next: end + 1, lexeme }
    : { next: end + 1, lexeme, warning: { key: 'unknown-field', text: whole } }
}

function quoteStep(match: RegExpExecArray, span: Span): Step {
  const [whole, inside = '', tilde] = match
  if (!/[\p{L}\p{N}]/u.test(inside)) {
    return { next: span.end, warning: { key: 'empty-quote', text: whole } }
  }
  const lexeme: Lexeme = { kind: 'quote', text: inside, span }
  return { next: span.end, lexeme: tilde === undefined ? lexeme : { ...lexeme, tilde } }
}

/** A word; marks after it are not part of it, and what holds no letter or digit is nothing. */
function wordStep(printed: string, span: Span): Step {
  const bare = printed.replace(marksAfter, '')
  const tilded = /^(.*?)~([012]?)$/u.exec(bare)
  const text = tilded ? tilded[1]!.replace(marksAfter, '') : bare
  if (!/[\p{L}\p{N}*§]/u.test(text)) return { next: span.end }
  if (tilded)
    return { next: span.end, lexeme: { kind: 'word', text, span, tilde: tilded[2] ?? '' } }
  const end = span.start + text.length
  return { next: span.end, lexeme: { kind: 'word', text, span: { start: span.start, end } } }
}
