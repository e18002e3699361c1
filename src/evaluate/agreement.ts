/** How far two cuts of the same words agree: texts compared by their letters, counted as often as they occur. */

/** Letters and digits only: what two cuts of the same words must agree on. */
export const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

export interface Tally {
  right: number
  found: number
  wanted: number
}

export const f1 = ({ right, found, wanted }: Tally) => (2 * right) / (found + wanted)

/** Adds two lists to a tally; returns what was found and not wanted. */
export function agree(tally: Tally, found: readonly string[], wanted: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const text of wanted) left.set(text, (left.get(text) ?? 0) + 1)
  const extra: string[] = []
  for (const text of found) {
    const count = left.get(text) ?? 0
    if (count === 0) extra.push(text)
    else {
      left.set(text, count - 1)
      tally.right += 1
    }
  }
  tally.found += found.length
  tally.wanted += wanted.length
  return extra
}
