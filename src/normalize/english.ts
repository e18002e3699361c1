/** The one repair of English words: 'rn' and 'm' confused, where the document itself shows the word often enough. */
import type { Edit } from './edits.ts'

const LEAST_LETTERS = 7
const LEAST_SEEN = 3

/** Words a document shows, lower case, with how often; only those long enough to be certain of, with m or rn. */
export function countLongWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(longWord)) {
    if (!confusable.test(word)) continue
    const lower = word.toLowerCase()
    counts.set(lower, (counts.get(lower) ?? 0) + 1)
  }
  return counts
}

const longWord = /\b[A-Za-z]{6,}\b/g
const confusable = /m|rn/

/**
 * Read 'm' as 'rn', or 'rn' as 'm', where the document has the other spelling many times and this one hardly ever.
 *
 *     'the govemment' in a text with 'government' three times  →  'the government'
 *     'modem', 'govemment' alone                               →  unchanged: short, or nothing to compare with
 */
export function findEnglishEdits(text: string, counts: ReadonlyMap<string, number>): Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(longWord)) {
    const [printed] = match
    if (!confusable.test(printed)) continue
    const own = counts.get(printed.toLowerCase()) ?? 0
    const after = otherSpellings(printed).find((spelling) => {
      const seen = counts.get(spelling.toLowerCase()) ?? 0
      return spelling.length >= LEAST_LETTERS && seen >= LEAST_SEEN && seen >= own * LEAST_SEEN
    })
    if (!after) continue
    const start = match.index
    edits.push({ rule: 'rn-m', start, end: start + printed.length, after, confidence: 0.99 })
  }
  return edits
}

/** The word with one 'm' as 'rn', or one 'rn' as 'm'. */
function otherSpellings(word: string): string[] {
  return [...word.matchAll(/m|rn/g)].map(
    ({ 0: found, index }) =>
      word.slice(0, index) + (found === 'm' ? 'rn' : 'm') + word.slice(index + found.length),
  )
}
