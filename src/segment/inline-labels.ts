/** Sections run into one paragraph by their labels: `current situation: … | tier rating: …`. */
import type { Span } from '../model.ts'

export interface LabelledPart {
  /** The label and its colon; empty before the first. */
  readonly label: Span
  readonly body: Span
}

const colon = /(?<=\p{L}):(?=\s)/gu
const lastWords = /(?:\p{L}+\s+){0,2}\p{L}+$/u

/**
 * The parts of a text that opens with a known section label in lower case, cut before every known label; null for any
 * other text. What stands before a colon is tried from three words down to one, since nothing else marks its start.
 */
export function labelledParts(
  text: string,
  isKnown: (text: string) => boolean,
): readonly LabelledPart[] | null {
  if (!/^\p{Ll}/u.test(text) || !/^.{3,40}?:/u.test(text)) return null
  const labels = [...text.matchAll(colon)].flatMap(({ index }) => {
    const start = labelStart(text.slice(Math.max(0, index - 60), index), isKnown)
    return start === null ? [] : [{ start: index - start, end: index + 1 }]
  })
  if (labels[0]?.start !== 0) return null
  return labels.map((label, index) => ({
    label,
    body: { start: label.end, end: labels[index + 1]?.start ?? text.length },
  }))
}

/** How many characters before the colon a known label begins, or null. */
function labelStart(before: string, isKnown: (text: string) => boolean): number | null {
  const words = lastWords.exec(before)?.[0] ?? ''
  for (let rest = words; rest !== ''; rest = rest.replace(/^\p{L}+\s*/u, ''))
    if (isKnown(rest)) return rest.length
  return null
}
