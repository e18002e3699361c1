/** What is typed as one word and may be several: genitives, compounds, quotations. */
import { tokenize, type Token } from '../analyze/tokenize.ts'
import type { QueryNode, RankedNode } from './query.ts'

/** The words of a text without the -s of a genitive: Peru's is Peru, and not these two words side by side. */
export function withoutGenitive(words: readonly Token[], text: string): readonly Token[] {
  const last = words.at(-1)
  const isGenitive = last?.form === 's' && /['’]$/u.test(text.slice(0, last.span.start))
  return isGenitive && words.length > 1 ? words.slice(0, -1) : words
}

/** What a question joins by hyphens its answer may say apart: 'a Huguenot-descended manufacturer'. */
export function apart(node: RankedNode): RankedNode[] {
  if (node.kind !== 'word') return [node]
  const words = withoutGenitive(tokenize(node.text), node.text)
  if (words.length < 2) return [node]
  return words.map(({ span: { start, end } }) => ({ ...node, text: node.text.slice(start, end) }))
}

/** The words of a quotation, each for itself; the quotation is noted once, by itself. */
export function wordsIn(node: Extract<QueryNode, { kind: 'phrase' }>): RankedNode[] {
  return tokenize(node.text).map(({ form }) => ({ kind: 'word', text: form, span: node.span }))
}
