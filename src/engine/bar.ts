/** How many of a ranked clause's clauses a passage must match, as engine.ts states. */
import type { Clause } from './engine.ts'

/**
 * The bar, given how many passages match at least so many of the clauses; 0 where none matches any. What it is asked of
 * never rises with `least`.
 */
export function barOf(
  { clauses, need, relaxed }: Extract<Clause, { kind: 'ranked' }>,
  passagesWith: (least: number) => number,
): number {
  const lowered = relaxed && passagesWith(need) < relaxed.below ? relaxed.need : need
  let bar = Math.min(lowered, clauses.length)
  while (bar > 0 && passagesWith(bar) === 0) bar--
  return bar
}
