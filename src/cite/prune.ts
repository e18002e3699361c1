/**
 * Cuts a CSL style down to what one kind of item needs: branches for other types and for variables that are never set
 * go, and the macros that only they called. citeproc takes 2 to 3 seconds to load the full Chicago and APA styles and
 * a few milliseconds for what is left of them; the output is the same (`npm run styles` checks it).
 */
import type { XmlNode } from 'citeproc'

/** What is known of every item in advance. */
export interface Known {
  readonly type: string
  /** Variables an item may have; all others are never set. */
  readonly variables: ReadonlySet<string>
}

type Child = XmlNode | string

/** The style without what cannot matter to such items. */
export function pruneStyle(style: XmlNode, known: Known): XmlNode {
  const simple = { ...style, children: style.children.flatMap((child) => prune(child, known)) }
  return withoutUncalled(simple)
}

/** Elements that print a variable stay even where it is never set: a group around an empty variable prints nothing. */
function prune(node: Child, known: Known): Child[] {
  if (typeof node === 'string' || node.name === 'info') return [node]
  if (node.name === 'choose') return choose(node, known)
  return [{ ...node, children: node.children.flatMap((child) => prune(child, known)) }]
}

/** A choice with its impossible branches gone; the children of a branch that is always taken stand alone. */
function choose(node: XmlNode, known: Known): Child[] {
  const branches: XmlNode[] = []
  for (const branch of node.children) {
    if (typeof branch === 'string') continue
    const verdict = branch.name === 'else' ? true : decide(branch.attrs, known)
    if (verdict === false) continue
    const children = branch.children.flatMap((child) => prune(child, known))
    if (verdict === true && branches.length === 0) return children
    if (verdict === true) {
      branches.push({ name: 'else', attrs: {}, children })
      break
    }
    const name = branches.length === 0 ? 'if' : 'else-if'
    branches.push({ name, attrs: verdict, children })
  }
  return branches.length === 0 ? [] : [{ ...node, children: branches }]
}

/** Whether a condition always holds, never does, or what is left of it to ask. */
function decide(
  attrs: Readonly<Record<string, string>>,
  known: Known,
): boolean | Record<string, string> {
  const match = attrs['match'] ?? 'all'
  const open: Record<string, string> = {}
  const facts: boolean[] = []
  for (const [test, value] of Object.entries(attrs)) {
    if (test === 'match') continue
    const left: string[] = []
    for (const name of value.split(' ')) {
      const fact = factOf(test, name, known)
      if (fact === null) left.push(name)
      else facts.push(fact)
    }
    if (left.length > 0) open[test] = left.join(' ')
  }
  const any = facts.includes(true)
  if (match === 'any' && any) return true
  if (match === 'none' && any) return false
  if (match === 'all' && facts.includes(false)) return false
  if (Object.keys(open).length === 0) return match !== 'any'
  return attrs['match'] === undefined ? open : { match, ...open }
}

/** True or false where the test of one name can be answered for every item, else null. */
function factOf(test: string, name: string, known: Known): boolean | null {
  if (test === 'type') return name === known.type
  const asksVariable = ['variable', 'is-numeric', 'is-uncertain-date'].includes(test)
  if (asksVariable && !known.variables.has(name)) return false
  return null
}

/** Without macros that nothing calls, until none is left. */
function withoutUncalled(style: XmlNode): XmlNode {
  const called = new Set<string>()
  const walk = (node: Child) => {
    if (typeof node === 'string') return
    if (node.name !== 'macro' && node.attrs['macro']) called.add(node.attrs['macro'])
    node.children.forEach(walk)
  }
  walk(style)
  const children = style.children.filter(
    (child) =>
      typeof child === 'string' || child.name !== 'macro' || called.has(child.attrs['name'] ?? ''),
  )
  return children.length === style.children.length ? style : withoutUncalled({ ...style, children })
}

/** XML of a node, without white space between elements. */
export function printXml(node: Child): string {
  if (typeof node === 'string') return node.trim() === '' ? '' : escape(node)
  const attrs = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escape(value)}"`)
  const open = `<${node.name}${attrs.join('')}`
  if (node.children.length === 0) return `${open}/>`
  return `${open}>${node.children.map(printXml).join('')}</${node.name}>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
