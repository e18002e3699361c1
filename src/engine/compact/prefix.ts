/** Which terms of an index begin with a prefix, whatever the segments they are in. */
import type { PlacedSegment } from './index-folder.ts'

/** The segment whose ordinals are all terms of the index in their order; null where there are several or deletions. */
export function onlySegment(segments: readonly PlacedSegment[]): PlacedSegment | null {
  const [first] = segments
  return segments.length === 1 && first!.map === null ? first! : null
}

/** The terms with a prefix and how many passages have each, in no order. */
export function frequenciesWith(
  segments: readonly PlacedSegment[],
  prefix: string,
): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const { dictionary, liveDf } of segments) {
    const { from, to } = dictionary.range(prefix)
    for (let ordinal = from; ordinal < to; ordinal++) {
      const frequency = liveDf[ordinal]!
      if (frequency === 0) continue
      const term = dictionary.term(ordinal)
      frequencies.set(term, (frequencies.get(term) ?? 0) + frequency)
    }
  }
  return frequencies
}

/** The terms with a prefix in code unit order, each once. */
export function* termsWith(segments: readonly PlacedSegment[], prefix: string): Generator<string> {
  const only = onlySegment(segments)
  if (!only) {
    yield* [...frequenciesWith(segments, prefix).keys()].toSorted()
    return
  }
  const { from, to } = only.dictionary.range(prefix)
  for (let ordinal = from; ordinal < to; ordinal++) yield only.dictionary.term(ordinal)
}

/** Number of terms with a prefix. */
export function countWith(segments: readonly PlacedSegment[], prefix: string): number {
  const only = onlySegment(segments)
  if (!only) return frequenciesWith(segments, prefix).size
  const { from, to } = only.dictionary.range(prefix)
  return to - from
}
