/** Folding of headings and names for comparison: case, accents and punctuation gone, and what OCR confuses made one. */

/** Lower case, no accents, punctuation to single spaces. */
export function fold(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const beyondAscii = /[^ -~]/

/** Letters without their marks. */
export function withoutAccents(text: string): string {
  return !beyondAscii.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')
}

/** What an English OCR model confuses in capitals and small letters alike; each set becomes its first member. */
const confused: readonly (readonly [RegExp, string])[] = [
  [/[06]/g, 'o'],
  [/[1|!]/g, 'i'],
  [/l/g, 'i'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/gq/g, 'q'],
  [/rn/g, 'm'],
  [/fi/g, 'n'],
]

/** A folded text with confusable letters made one, without spaces: only for comparing against the same of a known text. */
export function misreadingFold(text: string): string {
  let folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  for (const [pattern, letter] of confused) folded = folded.replace(pattern, letter)
  return folded.replace(/[^\p{L}\p{N}]+/gu, '')
}

const longestSlug = 80

/** A heading as a key of its own, cut between words: `b. Protection of Children` → `b-protection-of-children`. */
export function slug(text: string): string {
  const whole = fold(text.replace(/[ºª°]/g, '')).replaceAll(' ', '-')
  if (whole.length <= longestSlug) return whole
  const cut = whole.lastIndexOf('-', longestSlug)
  return whole.slice(0, cut > 0 ? cut : longestSlug)
}

/** The length of the number or letter a heading opens with: `3º `, `b. `, `IV. `. */
export function enumeratorLength(heading: string): number {
  return (
    /^\s*(?:[\divxlcIVXLC]{1,6}|[A-Za-z])(?:[.)ºª°]+\s*|\s*[-–—]\s+)(?=\p{L})/u.exec(heading)?.[0]
      .length ?? 0
  )
}
