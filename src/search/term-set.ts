/** The terms a clause looks for, as highlights ask: is this one of them? */
import type { Clause } from '../engine/engine.ts'

/** Terms, and the beginnings of those that are not spelled out. */
export interface TermSet {
  readonly terms: ReadonlySet<string>
  readonly prefixes: readonly string[]
}

/** Every term of a clause, those it rules out too. */
export function termsOf(clause: Clause): TermSet {
  const terms = new Set<string>()
  const prefixes: string[] = []
  const collect = (part: Clause): void => {
    switch (part.kind) {
      case 'terms':
        for (const { term } of part.terms) terms.add(term)
        break
      case 'prefix':
        prefixes.push(...part.prefixes)
        break
      case 'phrase':
        for (const term of part.slots.flat()) terms.add(term)
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
  return { terms, prefixes }
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
