/** Where the pieces of a joined text stand in the document: joining changes spaces and hyphens, never letters. */
import type { Span } from '../model.ts'
import type { Line } from './lines.ts'

const letter = /[\p{L}\p{M}\p{N}]/u

/** The span of each piece, found by counting letters; pieces are in order and do not overlap. */
export function spansOf(
  lines: readonly Line[],
  text: string,
  pieces: readonly Span[],
): readonly Span[] {
  const places = letterPlaces(lines)
  let [at, count] = [0, 0]
  const lettersBefore = (end: number) => {
    for (; at < end; at++) if (letter.test(text[at]!)) count += 1
    return count
  }
  return pieces.map(({ start, end }) => {
    const first = lettersBefore(start)
    const last = lettersBefore(end)
    return {
      start: places[first] ?? lines.at(-1)!.span.end,
      // Up to the next letter's place, less the white space and marks between.
      end: endAfter(lines, places[last - 1] ?? lines[0]!.span.start),
    }
  })
}

/** The document offset of each letter of the lines, in order. */
function letterPlaces(lines: readonly Line[]): number[] {
  const places: number[] = []
  for (const { text, span } of lines) {
    // A bullet set before its line makes the text longer than what stands there from `span.start`.
    const shift = span.end - text.length
    for (let index = 0; index < text.length; index++)
      if (letter.test(text[index]!)) places.push(shift + index)
  }
  return places
}

const closing = /[.,;:!?…)\]"”’»%]/

/** The offset after the letter at `place` and the punctuation that closes its word. */
function endAfter(lines: readonly Line[], place: number): number {
  const line = lineAt(lines, place)
  const shift = line.span.end - line.text.length
  let index = place - shift + 1
  while (index < line.text.length && closing.test(line.text[index]!)) index += 1
  return shift + index
}

/** The line that holds an offset, by halving; lines of one text stand in ascending order. */
function lineAt(lines: readonly Line[], place: number): Line {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.span.start <= place) low = middle
    else high = middle - 1
  }
  return lines[low]!
}
