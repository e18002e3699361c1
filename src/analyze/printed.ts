/** Which printed spellings stand behind the words of a repaired text. */
import type { Repair, Span } from '../model.ts'
import { tokenize, type Token } from './tokenize.ts'

/**
 * By word of the repaired text, the forms that were printed in its place where a repair touched it. Where a repair joined
 * or parted words, the printed ones stand one by one at the repaired ones, the rest at the last.
 */
export function printedForms(
  tokens: readonly Token[],
  text: string,
  repairs: readonly Repair[],
): Map<number, string[]> {
  const forms = new Map<number, string[]>()
  for (const [first, last] of touched(tokens, repairs)) {
    const span = { start: tokens[first]!.span.start, end: tokens[last]!.span.end }
    for (const [index, { form }] of tokenize(printedSlice(text, repairs, span)).entries()) {
      const at = Math.min(first + index, last)
      forms.set(at, [...(forms.get(at) ?? []), form])
    }
  }
  return forms
}

/** Runs of words [first, last] that repairs touch; words under one repair are one run. */
function touched(tokens: readonly Token[], repairs: readonly Repair[]): [number, number][] {
  const runs: [number, number][] = []
  let index = 0
  for (const { span } of repairs) {
    while (
      index < tokens.length &&
      tokens[index]!.span.end <= span.start &&
      !touches(tokens[index]!.span, span)
    )
      index++
    let last = index
    while (last + 1 < tokens.length && touches(tokens[last + 1]!.span, span)) last++
    if (index >= tokens.length || !touches(tokens[index]!.span, span)) continue
    const previous = runs.at(-1)
    if (previous && previous[1] >= index) previous[1] = Math.max(previous[1], last)
    else runs.push([index, last])
  }
  return runs
}

/** Overlap; an empty span (something was taken away) touches the words at both its sides. */
function touches(word: Span, repair: Span): boolean {
  return repair.start === repair.end
    ? word.start <= repair.start && repair.start <= word.end
    : word.start < repair.end && repair.start < word.end
}

/** What was printed where `span` of the repaired text stands; repairs at its edges are taken whole. */
function printedSlice(text: string, repairs: readonly Repair[], span: Span): string {
  const inside = repairs.filter((repair) => touches(span, repair.span))
  const start = Math.min(span.start, ...inside.map((repair) => repair.span.start))
  const end = Math.max(span.end, ...inside.map((repair) => repair.span.end))
  let printed = ''
  let at = start
  for (const repair of inside) {
    printed += text.slice(at, repair.span.start) + repair.before
    at = repair.span.end
  }
  return printed + text.slice(at, end)
}
