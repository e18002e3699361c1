/** How the parts of a query were read: for the line that says what was searched. */
import type { Interpretation } from './answer.ts'
import { printNode, printQuoted, printWithout } from './print.ts'
import type { ParsedQuery, QueryNode } from './query.ts'

interface Reading {
  readonly kind: Interpretation['kind']
  /** Other forms, or what an unknown word was taken for. */
  readonly also?: readonly string[]
  readonly isUnknown?: boolean
}

/** Gathers how parts were read; the first word on a part stands. */
export function createInterpretation(query: ParsedQuery) {
  const noted = new Map<number, Interpretation>()
  let isQuiet = false
  return {
    note(node: QueryNode, { kind, also = [], isUnknown = false }: Reading): void {
      if (isQuiet || noted.has(node.span.start)) return
      const hasForms = node.kind === 'word' && also.length > 0 && !isUnknown
      noted.set(node.span.start, {
        text: printNode(node, query.text),
        kind,
        also,
        without: printWithout(query, node),
        only: hasForms ? printQuoted(query, node) : null,
      })
    },
    /** Reads parts of which nothing is to be said: what they are parts of was said. */
    quietly<T>(read: () => T): T {
      const before = isQuiet
      isQuiet = true
      try {
        return read()
      } finally {
        isQuiet = before
      }
    },
    /** In the order of the query. */
    parts: (): readonly Interpretation[] =>
      [...noted].toSorted(([a], [b]) => a - b).map(([, part]) => part),
  }
}
