/** The marks that open a Spanish question or exclamation, which an engine without Spanish takes for letters. */
import type { Edit } from './edits.ts'
import type { Reader } from './reader.ts'
import type { Word } from './words.ts'

/**
 * Read a small é, i or j before a capitalized word as the mark that the sentence closes.
 *
 *     'éQuiénes somos?', 'iNo más!'   →  '¿Quiénes somos?', '¡No más!'
 *     'iPhone', 'iQué', 'eBooks?'     →  unchanged: no Spanish word, or nothing is closed
 */
export function openingMark(text: string, word: Word, reader: Reader): Edit | null {
  const [, rest] = /^[éij](\p{Lu}\p{Ll}*)$/u.exec(word.text) ?? []
  if (rest === undefined || !reader.read(rest.toLowerCase()).known) return null
  const [, close] = /^[^.?!¿¡]{0,300}([?!])/u.exec(text.slice(word.end)) ?? []
  if (close === undefined) return null
  const after = close === '?' ? '¿' : '¡'
  return { rule: 'opening-mark', start: word.start, end: word.start + 1, after, confidence: 0.9 }
}
