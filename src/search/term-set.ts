/** The terms a clause looks for, as highlights ask: which words of a passage have one of them? */
import type { AnalyzedText } from '../analyze/analyzer.ts'
import type { Clause } from '../engine/engine.ts'

/** Terms, and the beginnings of those that are not spelled out. */
export interface TermSet {
  readonly terms: ReadonlySet<string>
  readonly prefixes: readonly string[]
  /** No other set has it. */
  readonly number: number
}

let sets = 0

export function termSet(terms: readonly string[], prefixes: readonly string[] = []): TermSet {
  return { terms: new Set(terms), prefixes, number: ++sets }
}

/** Every term of a clause, those it rules out too. */
export function termsOf(clause: Clause): TermSet {
  const terms: string[] = []
  const prefixes: string[] = []
  const collect = (part: Clause): void => {
    switch (part.kind) {
      case 'terms':
        for (const { term } of part.terms) terms.push(term)
        break
      case 'prefix':
        prefixes.push(...part.prefixes)
        break
      case 'phrase':
        for (const term of part.slots.flat()) terms.push(term)
        break
      case 'near':
        part.groups.forEach(collect)
        break
      case 'and':
      case 'or':
        part.clauses.forEach(collect)
        break
      case 'ranked':
        collect(part.within)
        part.clauses.forEach(collect)
        break
      case 'not':
        collect(part.clause)
    }
  }
  collect(clause)
  return termSet(terms, prefixes)
}

/** Whether a set has any of the terms. */
export function hasAny({ terms: wanted, prefixes }: TermSet, terms: readonly string[]): boolean {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!
    if (wanted.has(term)) return true
    for (let i = 0; i < prefixes.length; i++) if (term.startsWith(prefixes[i]!)) return true
  }
  return false
}

/** By terms' number, the set they were last compared with × 2, + 1 where it has one of them: words are mostly the same few. */
const verdicts = new WeakMap<AnalyzedText['lists'], Float64Array>()

/** Positions of the words that have any of the terms. */
export function positionsWith(set: TermSet, { numbers, lists }: AnalyzedText): number[] {
  const known = verdictsOf(lists)
  const no = 2 * set.number
  const positions: number[] = []
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!
    let verdict = known[number]!
    if (verdict !== no && verdict !== no + 1) {
      verdict = hasAny(set, lists[number]!) ? no + 1 : no
      known[number] = verdict
    }
    if (verdict !== no) positions.push(at)
  }
  return positions
}

function verdictsOf(lists: AnalyzedText['lists']): Float64Array {
  let known = verdicts.get(lists) ?? new Float64Array(0)
  if (known.length < lists.length) {
    const more = new Float64Array(2 * lists.length)
    more.set(known)
    known = more
    verdicts.set(lists, known)
  }
  return known
}
