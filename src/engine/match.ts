/** What positional clauses mean inside one passage: pure functions over word positions, for engines and highlights. */
import type { Span } from '../model.ts'

/** Where a phrase stands: `slots` are the ascending positions of each place's alternatives. */
export function phraseSpans(slots: readonly (readonly number[])[]): Span[] {
  const [first = [], ...rest] = slots
  const sets = rest.map((positions) => new Set(positions))
  return first
    .filter((start) => sets.every((set, index) => set.has(start + index + 1)))
    .map((start) => ({ start, end: start + slots.length }))
}

/** How near: at most so many other words inside, or all in one of the sentences that begin at these positions. */
export interface NearLimit {
  readonly distance: number | 'sentence'
  readonly sentences: readonly number[]
}

/**
 * Hands `found` every choice of one occurrence a group, no two sharing a position, that is near enough, but for choices
 * that only trade places between groups of the same occurrences; `found` ends the enumeration by returning true. Returns
 * whether it did, so `nearSpans(g, l, () => true)` asks whether there is any.
 */
export function nearSpans(
  groups: readonly (readonly Span[])[],
  limit: NearLimit,
  found: (chosen: readonly Span[]) => boolean,
): boolean {
  const longest = groups.map((spans) => Math.max(0, ...spans.map((span) => span.end - span.start)))
  // A span chosen later can stand between two others, so only their whole extent may prune.
  const reach =
    limit.distance === 'sentence'
      ? Infinity
      : limit.distance + longest.reduce((sum, size) => sum + size, 0)
  const twins = groups.map((spans, at) => twinBefore(groups, at, spans))
  const choose = (chosen: readonly Span[]): boolean => {
    const next = groups[chosen.length]
    if (!next) return isNear(chosen, limit) && found(chosen)
    const twin = chosen[twins[chosen.length]!]
    return next.some((span) => {
      if (twin && span.start < twin.start) return false
      if (chosen.some((other) => span.start < other.end && other.start < span.end)) return false
      const together = [...chosen, span]
      // What is in two sentences stays so, whatever is added.
      const fits =
        limit.distance === 'sentence' ? isNear(together, limit) : extent(together) <= reach
      return fits && choose(together)
    })
  }
  return groups.length > 0 && choose([])
}

/** Index of the last group before one that has the same occurrences; -1 where none has. */
function twinBefore(
  groups: readonly (readonly Span[])[],
  at: number,
  spans: readonly Span[],
): number {
  return groups.findLastIndex(
    (other, before) =>
      before < at &&
      other.length === spans.length &&
      other.every(({ start, end }, i) => start === spans[i]!.start && end === spans[i]!.end),
  )
}

function extent(spans: readonly Span[]): number {
  const ends = spans.map((span) => span.end)
  return Math.max(...ends) - Math.min(...spans.map((span) => span.start))
}

function isNear(spans: readonly Span[], { distance, sentences }: NearLimit): boolean {
  if (distance !== 'sentence') {
    return extent(spans) - spans.reduce((sum, span) => sum + span.end - span.start, 0) <= distance
  }
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  return !sentences.some((begin) => begin > start && begin < end)
}
