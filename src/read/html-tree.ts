/** HTML as a tree, and a walk through it that does not recurse. */
import { DomHandler, isTag, isText, type AnyNode, type Element } from 'domhandler'
import { Parser } from 'htmlparser2'
import { isSilent } from './html-elements.ts'

export interface Visitor {
  /** 'over' passes the element by, with all it holds. */
  enter(element: Element): 'inside' | 'over'
  leave(element: Element): void
  text(text: string): void
  title(text: string): void
  /** What the page says of itself in its head. */
  meta(attributes: Element['attribs']): void
}

/** Deeper than this no page was ever nested by a person, and parsers slow down with the square of it. */
const MAX_NESTING = 10_000

/** Elements that end where the next begins, and so often stay open in old pages. */
const LOOSE =
  /^(?:p|li|td|th|tr|dt|dd|option|br|hr|img|input|meta|link|area|base|col|embed|source|wbr)$/i

/** True where more elements stand open at once than MAX_NESTING. Looks at tags only. */
export function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (LOOSE.test(name)) continue
    depth = Math.max(0, depth + (slash === '' ? 1 : -1))
    if (depth > MAX_NESTING) return true
  }
  return false
}

/** The top nodes of a page. XHTML parses the same way: its empty elements are closed where they stand. */
export function parse(html: string): readonly AnyNode[] {
  const handler = new DomHandler()
  new Parser(handler, { recognizeSelfClosing: /^\s*<\?xml/.test(html) }).end(html)
  return handler.dom
}

/** Visits a tree in reading order. */
export function walk(top: readonly AnyNode[], visitor: Visitor): void {
  let node: AnyNode | null = top[0] ?? null
  while (node) {
    const inside = visit(node, visitor)
    if (inside) {
      node = inside
      continue
    }
    // Up until something follows.
    while (node && !node.nextSibling) {
      const parent: AnyNode | null = node.parent && isTag(node.parent) ? node.parent : null
      if (parent) visitor.leave(parent)
      node = parent
    }
    node = node?.nextSibling ?? null
  }
}

/** Visits one node; returns its first child where the walk goes on inside. */
function visit(node: AnyNode, visitor: Visitor): AnyNode | null {
  if (isText(node)) visitor.text(node.data)
  if (!isTag(node)) return null
  if (node.name === 'title') visitor.title(textOf(node))
  if (node.name === 'meta') visitor.meta(node.attribs)
  if (node.name === 'title' || isSilent(node)) return null
  if (visitor.enter(node) === 'over') return null
  if (node.firstChild) return node.firstChild as AnyNode
  visitor.leave(node)
  return null
}

/** The text in an element, at most a few hundred letters of it: for short ones such as titles and markers. */
export function textOf(element: Element): string {
  let text = ''
  const pending: AnyNode[] = [...element.childNodes].toReversed()
  for (let node = pending.pop(); node && text.length < 500; node = pending.pop()) {
    if (isText(node)) text += node.data
    else if (isTag(node)) pending.push(...node.childNodes.slice(0, 100).toReversed())
  }
  return text
}

/** Letters and digits in a text: what remains of it when layout is taken away. */
export function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
