/**
 * The pieces of a query → pieces that fit the grammar, and what was amiss. Afterwards parentheses are in pairs with
 * something in them, and an operator has an operand on either side; so the grammar itself meets nothing malformed.
 */
import type { Lexed, Lexeme, Warning, WarningKey } from './lexer.ts'

/** Parentheses that stand deeper are read as if they were not there. */
const maxDepth = 50

/** Puts in order what a person left half written. What joins nothing becomes a word. */
export function tidy({ lexemes, warnings }: Lexed): Lexed {
  const found = new Map(warnings.map((warning) => [warning.key + warning.text, warning]))
  const warn = (key: WarningKey, text: string) => void found.set(key + text, { key, text })
  const paired = withoutEmpty(pairs(lexemes, warn), warn)
  return { lexemes: joined(paired, warn), warnings: [...found.values()] }
}

type Warn = (key: Warning['key'], text: string) => void

/** Parentheses in pairs: what closes nothing goes, what is not closed is closed at the end, what is too deep goes. */
function pairs(lexemes: readonly Lexeme[], warn: Warn): Lexeme[] {
  const kept: Lexeme[] = []
  let depth = 0
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'close') {
      if (depth === 0) warn('stray-parenthesis', ')')
      else if (depth-- <= maxDepth) kept.push(lexeme)
    } else if (lexeme.kind === 'open') {
      if (++depth <= maxDepth) kept.push(lexeme)
      else warn('too-deep', String(maxDepth))
    } else kept.push(lexeme)
  }
  if (depth > 0) warn('unclosed-parenthesis', '(')
  const end = lexemes.at(-1)?.span.end ?? 0
  const close: Lexeme = { kind: 'close', text: ')', span: { start: end, end } }
  return [...kept, ...Array.from({ length: Math.min(depth, maxDepth) }, () => close)]
}

/** Pairs with nothing between them go, from the inside out. */
function withoutEmpty(lexemes: readonly Lexeme[], warn: Warn): Lexeme[] {
  const kept: Lexeme[] = []
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'close' && kept.at(-1)?.kind === 'open') {
      kept.pop()
      // What was to join it must not join its neighbours instead.
      while (['sign', 'operator', 'near'].includes(kept.at(-1)?.kind ?? '')) kept.pop()
      warn('empty-parenthesis', '()')
    } else kept.push(lexeme)
  }
  return kept
}

/** Operators that lack something to join become words; signs, and `/s` and its like, which no text says, go. */
function joined(lexemes: readonly Lexeme[], warn: Warn): Lexeme[] {
  const starts = operandStarts(lexemes)
  const isEnd = (at: number) =>
    ['word', 'quote', 'field', 'close'].includes(lexemes[at]?.kind ?? '')
  return lexemes.flatMap((lexeme, at): Lexeme[] => {
    const { kind, text, span } = lexeme
    if (kind === 'sign') return starts[at] ? [lexeme] : []
    if (kind !== 'operator' && kind !== 'near') return [lexeme]
    if (starts[at + 1] && (text === 'NOT' || isEnd(at - 1))) return [lexeme]
    warn(kind === 'near' ? 'dangling-near' : 'dangling-operator', text)
    return kind === 'near' ? [] : [{ kind: 'word', text: text.toLowerCase(), span }]
  })
}

/** By place, whether something that can be joined begins there. */
function operandStarts(lexemes: readonly Lexeme[]): boolean[] {
  const starts: boolean[] = []
  for (let at = lexemes.length - 1; at >= 0; at--) {
    const { kind, text } = lexemes[at]!
    const isPrefix = kind === 'sign' || (kind === 'operator' && text === 'NOT')
    starts[at] = isPrefix
      ? starts[at + 1] === true
      : ['word', 'quote', 'field', 'open'].includes(kind)
  }
  return starts
}
