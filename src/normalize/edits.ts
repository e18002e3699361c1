/** Changes to a text before they become a log: found against the text as it was, composed, then applied. */
import type { Repair } from '../model.ts'

/** A change found in a text: `start` and `end` are UTF-16 offsets into the text it was found in. */
export interface Edit {
  readonly rule: string
  readonly start: number
  readonly end: number
  readonly after: string
  readonly confidence: number
}

/** The text with all edits made. Edits are ascending and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.after
    at = edit.end
  }
  return result + text.slice(at)
}

/** The log of edits: spans where `after` stands in the changed text. */
export function toRepairs(text: string, edits: readonly Edit[]): Repair[] {
  let shift = 0
  return edits.map(({ rule, start, end, after, confidence }) => {
    const span = { start: start + shift, end: start + shift + after.length }
    shift += after.length - (end - start)
    return { rule, span, before: text.slice(start, end), after, confidence }
  })
}

/** Edits of several lists as one ascending list; where two overlap, that of the earlier list stands. */
export function mergeEdits(lists: readonly (readonly Edit[])[]): readonly Edit[] {
  const some = lists.filter((list) => list.length > 0)
  if (some.length < 2) return some[0] ?? []
  const kept: Edit[] = []
  for (const list of some) {
    const before = kept.toSorted((a, b) => a.start - b.start)
    let i = 0
    for (const edit of list) {
      while (i < before.length && before[i]!.end <= edit.start) i++
      const other = before[i]
      if (!other || other.start >= edit.end) kept.push(edit)
    }
  }
  return kept.toSorted((a, b) => a.start - b.start)
}

/** Changes that are not made, with their place in the text that the changes made leave. */
export function toOffers(
  text: string,
  made: readonly Edit[],
  offered: readonly Edit[],
): readonly Repair[] {
  let i = 0
  let shift = 0
  return offered.map(({ rule, start, end, after, confidence }) => {
    for (; i < made.length && made[i]!.end <= start; i++)
      shift += made[i]!.after.length - (made[i]!.end - made[i]!.start)
    const span = { start: start + shift, end: end + shift }
    return { rule, span, before: text.slice(start, end), after, confidence }
  })
}

/**
 * One list of edits against `text` that does what `first` and then `second` (found in the text `first` made) do.
 * Edits that touch become one, named after the last of `second` in it: that stage saw the whole word.
 */
export function composeEdits(
  text: string,
  first: readonly Edit[],
  second: readonly Edit[],
): readonly Edit[] {
  if (first.length === 0) return second
  if (second.length === 0) return first
  const middle = applyEdits(text, first)
  const made = toRepairs(text, first)
  const composed: Edit[] = []
  let shift = 0 // how far the middle text runs ahead of the first one
  let i = 0
  let j = 0
  while (i < made.length || j < second.length) {
    const group = { start: Infinity, end: -1, growth: 0 }
    const inside: Edit[] = []
    let telling: Edit | undefined
    for (;;) {
      const a = made[i]
      const b = second[j]
      const reach = group.end < 0 ? Infinity : group.end
      if (a && a.span.start <= reach && (!b || a.span.start <= b.start)) {
        grow(group, a.span.start, a.span.end)
        group.growth += a.after.length - a.before.length
        telling ??= first[i]
        i++
      } else if (b && b.start <= reach) {
        grow(group, b.start, b.end)
        telling = b
        inside.push(b)
        j++
      } else break
    }
    const local = inside.map((edit) => ({
      ...edit,
      start: edit.start - group.start,
      end: edit.end - group.start,
    }))
    const after = applyEdits(middle.slice(group.start, group.end), local)
    const end = group.end - shift - group.growth
    composed.push({ ...telling!, start: group.start - shift, end, after })
    shift += group.growth
  }
  return composed.filter((edit) => text.slice(edit.start, edit.end) !== edit.after)
}

function grow(group: { start: number; end: number }, start: number, end: number): void {
  group.start = Math.min(group.start, start)
  group.end = Math.max(group.end, end)
}
