/**
 * What a query says, as a tree. The grammar:
 *
 *     query   = all { "OR" all }                  either
 *     all     = group { "AND" group }             both
 *     group   = near { near }                     side by side: ranked, every one wanted
 *     near    = unary { ("/s" | "/p" | "/n") unary }
 *     unary   = ("NOT" | "-" | "+") unary | "(" query ")" | quote | field ":" value | word
 *
 * Never throws: what does not fit is read as text, with a warning.
 */
import type { Facet, Span } from '../model.ts'
import { isFieldName, readField } from './fields.ts'
import { lex, type Lexeme, type Warning } from './lexer.ts'

/** A part of a query; `span` is where it stands in the query as typed. */
export type QueryNode = { readonly span: Span } & (
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'wildcard'; readonly pattern: string }
  | { readonly kind: 'fuzzy'; readonly text: string; readonly distance: 1 | 2 | null }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'within'; readonly text: string; readonly distance: number }
  | {
      readonly kind: 'near'
      readonly parts: readonly QueryNode[]
      readonly distance: number | 'sentence' | 'passage'
    }
  | { readonly kind: 'filter'; readonly facet: Facet; readonly value: string }
  | { readonly kind: 'years'; readonly min: number; readonly max: number }
  | { readonly kind: 'and' | 'or' | 'group'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode }
  | { readonly kind: 'must'; readonly part: QueryNode }
)

export interface ParsedQuery {
  /** null where nothing is asked for. */
  readonly root: QueryNode | null
  readonly warnings: readonly Warning[]
}

/** Deeper nesting is read as if the parentheses were not there. */
const maxDepth = 50

/** Reads a query. */
export function parseQuery(query: string): ParsedQuery {
  const { lexemes, warnings } = lex(query.normalize('NFC'), isFieldName)
  const reader = createReader(lexemes, [...warnings])
  return { root: reader.query(), warnings: reader.warnings }
}

function createReader(lexemes: readonly Lexeme[], warnings: Warning[]) {
  let at = 0
  let depth = 0
  const peek = (kind: Lexeme['kind'], text?: string) => {
    const next = lexemes[at]
    return next?.kind === kind && (text === undefined || next.text === text) ? next : null
  }
  const warn = (key: Warning['key'], text: string) => void warnings.push({ key, text })

  /** Everything; a ')' that closes nothing is passed over. */
  function query(): QueryNode | null {
    const parts: QueryNode[] = []
    while (at < lexemes.length) {
      const part = either()
      if (part) parts.push(part)
      if (peek('close')) {
        warn('stray-parenthesis', ')')
        at++
      }
    }
    return joined('group', parts)
  }

  /** Parts of one kind with an operator between them; an operator that joins nothing is read as a word. */
  function chain(
    kind: 'or' | 'and',
    operator: string,
    next: () => QueryNode | null,
  ): QueryNode | null {
    const parts: QueryNode[] = []
    for (;;) {
      const part = next()
      if (part) parts.push(part)
      const found = peek('operator', operator)
      if (!found) return joined(kind, parts)
      at++
      const isJoined = part && at < lexemes.length && !peek('close') && !joinsNothing()
      if (!isJoined) {
        warn('dangling-operator', operator)
        parts.push({ kind: 'word', text: operator.toLowerCase(), span: found.span })
      }
    }
  }
  const joinsNothing = () => peek('operator', 'OR') !== null || peek('operator', 'AND') !== null
  const either = (): QueryNode | null => chain('or', 'OR', both)
  const both = (): QueryNode | null => chain('and', 'AND', group)

  function group(): QueryNode | null {
    const parts: QueryNode[] = []
    while (at < lexemes.length && !peek('close') && !joinsNothing()) {
      const part = near()
      if (part) parts.push(part)
    }
    return joined('group', parts)
  }

  function near(): QueryNode | null {
    let left = unary()
    for (let operator = peek('near'); operator; operator = peek('near')) {
      at++
      const right = canStart() ? unary() : null
      if (!left || !right || !isPositional(left) || !isPositional(right)) {
        warn('dangling-operator', `/${operator.text}`)
        left = joined(
          'group',
          [left, right].filter((part) => part !== null),
        )
        continue
      }
      left = nearNode(left, right, operator.text.toLowerCase())
    }
    return left
  }
  const canStart = () => at < lexemes.length && !peek('close') && !joinsNothing() && !peek('near')

  function unary(): QueryNode | null {
    const sign = peek('sign') ?? peek('operator', 'NOT')
    if (!sign) return primary()
    at++
    const part = canStart() ? unary() : null
    if (!part) {
      if (sign.kind === 'operator') warn('dangling-operator', sign.text)
      return null
    }
    const span = { start: sign.span.start, end: part.span.end }
    return sign.text === '+' ? { kind: 'must', part, span } : { kind: 'not', part, span }
  }

  function primary(): QueryNode | null {
    const lexeme = lexemes[at]
    if (!lexeme) return null
    at++
    switch (lexeme.kind) {
      case 'open':
        return parenthesised(lexeme)
      case 'quote':
        return quoted(lexeme)
      case 'field':
        return field(lexeme)
      case 'word':
        return wordNode(lexeme)
      default:
        warn('dangling-operator', lexeme.text)
        return null
    }
  }

  function parenthesised(open: Lexeme): QueryNode | null {
    depth++
    if (depth > maxDepth) {
      if (depth === maxDepth + 1) warn('too-deep', String(maxDepth))
      depth--
      return null
    }
    const part = either()
    depth--
    const close = peek('close')
    if (close) at++
    else warn('unclosed-parenthesis', '(')
    const end = close?.span.end ?? part?.span.end ?? open.span.end
    return part && { ...part, span: { start: open.span.start, end } }
  }

  function field(lexeme: Lexeme): QueryNode | null {
    const meaning = readField(lexeme.text, lexeme.value ?? '')
    if (meaning) return { ...meaning, span: lexeme.span }
    warn('bad-value', `${lexeme.text}:${lexeme.value ?? ''}`)
    return { kind: 'word', text: lexeme.value ?? '', span: lexeme.span }
  }

  return { query, warnings: warnings as readonly Warning[] }
}

/** The node of several parts; the part itself where there is one. */
function joined(kind: 'and' | 'or' | 'group', parts: readonly QueryNode[]): QueryNode | null {
  const [first] = parts
  if (!first || parts.length === 1) return first ?? null
  const span = { start: first.span.start, end: parts.at(-1)!.span.end }
  return { kind, parts, span }
}

/** Whether the part stands at places in a text, so that something can be near it. */
function isPositional(node: QueryNode): boolean {
  if (node.kind === 'or') return node.parts.every(isPositional)
  return ['word', 'wildcard', 'fuzzy', 'phrase'].includes(node.kind) || node.kind === 'near'
}

/** `a /5 b /5 c` is one node of three parts: all within reach of one another. */
function nearNode(left: QueryNode, right: QueryNode, operator: string): QueryNode {
  // Within n words, as lawyers count: neighbours are within 1, and have no other word between them.
  const distance =
    operator === 's' ? 'sentence' : operator === 'p' ? 'passage' : Math.max(0, Number(operator) - 1)
  const same = left.kind === 'near' && left.distance === distance
  const parts = same ? [...left.parts, right] : [left, right]
  return { kind: 'near', parts, distance, span: { start: left.span.start, end: right.span.end } }
}

function quoted({ text, tilde, span }: Lexeme): QueryNode {
  if (tilde === undefined || tilde === '') return { kind: 'phrase', text, span }
  return { kind: 'within', text, distance: Number(tilde), span }
}

function wordNode({ text, tilde, span }: Lexeme): QueryNode {
  if (tilde !== undefined) {
    return { kind: 'fuzzy', text, distance: tilde === '1' ? 1 : tilde === '2' ? 2 : null, span }
  }
  // A '?' inside a word stands for one letter; at its end it closes a question.
  return /\*|\?/u.test(text)
    ? { kind: 'wildcard', pattern: text, span }
    : { kind: 'word', text, span }
}
