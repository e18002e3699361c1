/**
 * What a query says, as a tree. The grammar:
 *
 *     query   = all { "OR" all }                  either
 *     all     = group { "AND" group }             both
 *     group   = near { near }                     side by side: ranked, every one wanted
 *     near    = unary { ("/s" | "/p" | "/n") unary }
 *     unary   = ("NOT" | "-" | "+") unary | "(" query ")" | quote | field ":" value | word
 *
 * Never throws: what does not fit is put in order first, see tidy.ts, or read as text, with a warning.
 */
import type { Facet, Span } from '../model.ts'
import { lex, type Lexeme, type Warning } from './lexer.ts'
import { tidy } from './tidy.ts'

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

/** What is ranked where it stands beside others: all else must hold as it is. */
export type RankedNode = Extract<QueryNode, { kind: 'word' | 'wildcard' | 'fuzzy' }>

export interface ParsedQuery {
  /** The query that the spans of its parts stand in: as typed, but composed (NFC). */
  readonly text: string
  /** null where nothing is asked for. */
  readonly root: QueryNode | null
  readonly warnings: readonly Warning[]
}

/** Reads a query. */
export function parseQuery(query: string): ParsedQuery {
  const text = query.normalize('NFC')
  const { lexemes, warnings } = tidy(lex(text))
  const reader = createReader(lexemes, [...warnings])
  const root = reader.query()
  const isEmpty = root === null && text.trim() !== ''
  const nothing: readonly Warning[] = isEmpty ? [{ key: 'no-words', text: text.trim() }] : []
  return { text, root, warnings: [...reader.warnings, ...nothing] }
}

/** Each stands for as many spellings as the index has; a query of hundreds would keep all others waiting. */
const mostPatterns = 20

/** More words near one another have more choices than can be gone through. */
const mostNear = 8

/** Reads lexemes that were put in order: every parenthesis has its partner, every operator something to join. */
function createReader(lexemes: readonly Lexeme[], warnings: Warning[]) {
  let at = 0
  let patterns = 0
  const peek = (kind: Lexeme['kind'], text?: string) => {
    const next = lexemes[at]
    return next?.kind === kind && (text === undefined || next.text === text) ? next : null
  }
  const warn = (key: Warning['key'], text: string) => {
    if (!warnings.some((said) => said.key === key && said.text === text))
      warnings.push({ key, text })
  }

  /** A wildcard or a fuzzy word beyond what one query may have is read as a word. */
  function counted(lexeme: Lexeme): QueryNode | null {
    const isPattern = lexeme.tilde !== undefined || /[*?]/u.test(lexeme.text)
    if (!isPattern || patterns++ < mostPatterns) return wordNode(lexeme)
    warn('too-many-patterns', String(mostPatterns))
    const text = lexeme.text.replaceAll(/[*?]+/gu, '')
    return text === '' ? null : { kind: 'word', text, span: lexeme.span }
  }

  /** Parts of one kind with an operator between them. */
  function chain(
    kind: 'or' | 'and',
    operator: string,
    next: () => QueryNode | null,
  ): QueryNode | null {
    const parts: QueryNode[] = []
    for (;;) {
      const part = next()
      if (part) parts.push(part)
      if (!peek('operator', operator)) return joined(kind, parts)
      at++
    }
  }
  const query = (): QueryNode | null => chain('or', 'OR', both)
  const both = (): QueryNode | null => chain('and', 'AND', group)
  const isJoining = () => peek('operator', 'OR') !== null || peek('operator', 'AND') !== null

  function group(): QueryNode | null {
    const parts: QueryNode[] = []
    while (at < lexemes.length && !peek('close') && !isJoining()) {
      const part = near()
      if (part) parts.push(part)
    }
    return joined('group', parts)
  }

  function near(): QueryNode | null {
    let left = unary()
    for (let operator = peek('near'); operator; operator = peek('near')) {
      at++
      const right = unary()
      const isFull = left?.kind === 'near' && left.parts.length >= mostNear
      if (left && right && !isFull && isPositional(left) && isPositional(right)) {
        left = nearNode(left, right, operator.text.slice(1).toLowerCase())
      } else {
        if (isFull) warn('too-many-near', String(mostNear))
        else warn('dangling-near', operator.text)
        left = joined(
          'group',
          [left, right].filter((part) => part !== null),
        )
      }
    }
    return left
  }

  function unary(): QueryNode | null {
    const sign = peek('sign') ?? peek('operator', 'NOT')
    if (!sign) return primary()
    at++
    const part = unary()
    if (!part) return null
    const span = { start: sign.span.start, end: part.span.end }
    return sign.text === '+' ? { kind: 'must', part, span } : { kind: 'not', part, span }
  }

  function primary(): QueryNode | null {
    const lexeme = lexemes[at]
    if (!lexeme) return null
    at++
    switch (lexeme.kind) {
      case 'open':
        return parenthesised()
      case 'quote':
        return quoted(lexeme, warn)
      default:
        return lexeme.meaning ? { ...lexeme.meaning, span: lexeme.span } : counted(lexeme)
    }
  }

  function parenthesised(): QueryNode | null {
    const part = query()
    at++
    return part
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

/** The fields that a query names, wherever they stand in it. */
export function filtersIn(node: QueryNode | null): Extract<QueryNode, { kind: 'filter' }>[] {
  if (!node) return []
  if (node.kind === 'filter') return [node]
  if ('part' in node) return filtersIn(node.part)
  return 'parts' in node ? node.parts.flatMap(filtersIn) : []
}

function quoted(
  { text, tilde, span }: Lexeme,
  warn: (key: Warning['key'], text: string) => void,
): QueryNode {
  if (tilde === undefined || tilde === '') return { kind: 'phrase', text, span }
  const words = text.trim().split(/\s+/u)
  if (words.length <= mostNear) return { kind: 'within', text, distance: Number(tilde), span }
  warn('too-many-near', String(mostNear))
  return { kind: 'phrase', text, span }
}

function wordNode({ text, tilde, span }: Lexeme): QueryNode {
  if (tilde !== undefined) {
    return { kind: 'fuzzy', text, distance: tilde === '1' ? 1 : tilde === '2' ? 2 : null, span }
  }
  // A '?' inside a word stands for one letter; at its end it closes a question.
  if (!/\*|\?/u.test(text)) return { kind: 'word', text, span }
  const words = text.split(/[^\p{L}\p{M}\p{N}*?]+/u).filter((word) => word !== '')
  // 'anti-traf*' is one thing: its words stand side by side.
  return words.length > 1
    ? { kind: 'phrase', text: words.join(' '), span }
    : { kind: 'wildcard', pattern: text, span }
}
