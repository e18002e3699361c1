/** How a line is dressed: in capitals, in title case, as a numbered division; and whether that makes it a heading. */
import { isLatin, isLatinLetter } from '../letters.ts'
import { endsSentence } from './layout.ts'
import { bulletLength, enumeratorLength, opensFootnote, opensItem } from './openings.ts'

const longest = 200
const mostWords = 28
const hasLetter = /\p{L}/u
const word = /\p{L}[\p{L}\p{M}'’-]*/gu

/** `Section 3.`, `Capítulo IV`, `Anexo 6.2`: a division named by its number. */
export const numberedDivision =
  /^(?:section|chapter|part|annex|appendix|title|article|secci[oó]n|cap[ií]tulo|parte|anexo|ap[eé]ndice|t[ií]tulo|tomo)\s+(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6})\b[.:]?/iu

/** `Section 3.` by itself: its title stands on the next line. */
export function isBareDivision(text: string): boolean {
  return numberedDivision.exec(text)?.[0].length === text.length
}

/** Small words that a titled heading leaves in lower case. */
const small =
  /^(?:a|al|an|and|as|at|by|con|contra|de|del|e|el|en|for|from|in|la|las|los|o|of|on|or|para|por|que|sobre|the|to|u|un|una|with|y)$/iu

/** Share of the words that matter which begin with a capital, 0 where there are none. */
export function titleShare(text: string): number {
  let counted = 0
  let capital = 0
  for (const [token] of text.matchAll(word)) {
    if (small.test(token)) continue
    counted += 1
    if (token[0] !== token[0]!.toLowerCase()) capital += 1
  }
  return counted === 0 ? 0 : capital / counted
}

export function isCapitals(text: string): boolean {
  return hasLetter.test(text) && text === text.toUpperCase()
}

/** Whether a text could be a heading by itself: short, no sentence, and dressed as one. */
export function looksLikeHeading(text: string, isKnown: (text: string) => boolean): boolean {
  if (text.length > longest || !hasLetter.test(text)) return false
  if (bulletLength(text) > 0 || opensFootnote(text)) return false
  if (isKnown(text)) return true
  if (numberedDivision.test(text)) return !/[;,]$/.test(text)
  const bare = text.slice(enumeratorLength(text)).replace(/^[_*]+|[_*]+$/g, '')
  if (/^["'“‘«([]?\p{Ll}/u.test(bare) || endsHeadless(bare)) return false
  if (wordCount(bare) > mostWords) return false
  if (isCapitals(bare) || titleShare(bare) >= 0.6) return true
  // “The Committee recommends that:” leads into its list.
  return wordCount(bare) <= 8 && !bare.endsWith(':')
}

/** Whether a text could be the title of a document by how it begins and ends, whatever its letters are. */
export function mayBeTitle(text: string): boolean {
  if (text.length > longest || wordCount(text) > mostWords || opensItem(text)) return false
  return /^[¿«"“]?\p{Lu}/u.test(text) && !endsSentence(text) && !/[,"”»]$/.test(text)
}

/** Ends as sentences and clauses do; a colon may end a heading. */
function endsHeadless(text: string): boolean {
  return /[.;,…!?"”»]$/.test(text) || (endsSentence(text) && !text.endsWith(':'))
}

/** How many words `word` finds. */
export function wordCount(text: string): number {
  if (!isLatin(text)) return text.match(word)?.length ?? 0
  let count = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isLetter = isLatinLetter(unit)
    if (isLetter && !inside) count += 1
    inside = isLetter || (inside && (unit === apostrophe || unit === quote || unit === hyphen))
  }
  return count
}

const [apostrophe, quote, hyphen] = [0x27, 0x2019, 0x2d]

const connectors =
  /(?:^|\s)(?:a|al|and|by|con|de|del|e|el|en|for|in|la|las|los|o|of|on|or|para|por|the|to|u|with|y|[-–—,&/])$/iu

/** Whether a line stops at a word no heading or paragraph ends with. */
export function endsInConnector(text: string): boolean {
  return connectors.test(text.slice(-12)) || /[,\-–—]$/.test(text)
}
