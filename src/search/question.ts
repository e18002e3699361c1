/** Whether a query asks a question, and which of its words do nothing but ask. */
import { fold } from '../analyze/stem.ts'

const interrogatives = new Set(
  `who whom whose what which when where why how
que cual cuales quien quienes cuando cuanto cuanta cuantos cuantas donde adonde como`.split(/\s+/u),
)
/** In which year, ¿desde cuándo?: what may stand before them. */
const prepositions = new Set(
  `about at by for from in of on since to under until with
a ante con contra de desde en entre hasta para por segun sobre`.split(/\s+/u),
)

/**
 * Whether a query asks: it has a question mark or begins with an interrogative. A '?' inside a word is a wildcard, and
 * WHO among small letters is a name.
 */
export function isQuestion(query: string): boolean {
  if (/¿|\?(?=\s|$|["”»)])/u.test(query)) return true
  // Nor does 'how-to guides' ask.
  const words =
    query.match(/^\P{L}*(\p{L}+)(?![\p{L}-])(?:\s+(\p{L}+)(?![\p{L}-]))?/u)?.slice(1) ?? []
  const opener = words[askedAt(words.map((word = '') => word.toLowerCase()))]
  const isName = opener !== undefined && opener.length > 1 && opener === opener.toUpperCase()
  return opener !== undefined && (!isName || query === query.toUpperCase())
}

/** The words of a question without those that open it: 'en qué año se fundó' → 'año se fundó'. */
export function withoutOpening(words: readonly string[]): readonly string[] {
  return words.slice(askedAt(words) + 1)
}

/** Index of the interrogative that opens a question; -1 where none does. */
function askedAt(words: readonly string[]): number {
  const [first = '', second = ''] = words.map(fold)
  if (interrogatives.has(first)) return 0
  return prepositions.has(first) && interrogatives.has(second) ? 1 : -1
}
