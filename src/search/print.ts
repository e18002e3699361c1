/** A query tree → a query that reads as that tree: for links that leave a part out. */
import type { ParsedQuery, QueryNode } from './query.ts'

/** The query without one part, and without operators that then join nothing; '' where nothing is left. */
export function printWithout({ root, text }: ParsedQuery, part: QueryNode): string {
  const left = root && pruned(root, part)
  return left ? printNode(left, text) : ''
}

/** The query with a word of it in quotation marks: as written, and in no other form. */
export function printQuoted({ root, text }: ParsedQuery, word: QueryNode): string {
  return root ? printNode(root, text, word) : ''
}

/** A tree as a query; `text` is the query that its spans stand in. A word that is `quoted` gets quotation marks. */
export function printNode(node: QueryNode, text: string, quoted?: QueryNode): string {
  const inside = (part: QueryNode) => {
    const printed = printNode(part, text, quoted)
    return binds(part) <= binds(node) && 'parts' in part ? `(${printed})` : printed
  }
  switch (node.kind) {
    case 'or':
      return node.parts.map(inside).join(' OR ')
    case 'and':
      return node.parts.map(inside).join(' AND ')
    case 'group':
      return node.parts.map(inside).join(' ')
    case 'near':
      return node.parts.map(inside).join(` ${operatorOf(node.distance)} `)
    case 'not':
      return signed('-', inside(node.part))
    case 'must':
      return signed('+', inside(node.part))
    case 'word':
      if (node === quoted) return `"${node.text}"`
      // A lone "AND" is read as a word: in small letters it is one.
      return /^(AND|OR|NOT)$/u.test(node.text) ? node.text.toLowerCase() : node.text
    default:
      return text.slice(node.span.start, node.span.end)
  }
}

/** A part bound more loosely than what it stands in needs parentheses. */
function binds(node: QueryNode): number {
  const order = ['or', 'and', 'group', 'near', 'not', 'must']
  const at = order.indexOf(node.kind)
  return at < 0 ? order.length : at
}

function signed(sign: '-' | '+', printed: string): string {
  return /^[-+]/u.test(printed) ? `${sign}(${printed})` : sign + printed
}

function operatorOf(distance: number | 'sentence' | 'passage'): string {
  if (distance === 'sentence') return '/s'
  return distance === 'passage' ? '/p' : `/${distance + 1}`
}

function pruned(node: QueryNode, part: QueryNode): QueryNode | null {
  if (node === part) return null
  if ('part' in node) {
    const left = pruned(node.part, part)
    return left && { ...node, part: left }
  }
  if (!('parts' in node)) return node
  const left = node.parts.flatMap((each) => pruned(each, part) ?? [])
  return left.length > 1 ? { ...node, parts: left } : (left[0] ?? null)
}
