/** Headings that open the paragraph they stand over: `Physical Conditions: Overcrowding was …`, `**Bail.** Courts …`. */
import { isCapitals, titleShare, wordCount } from './dress.ts'
import { enumeratorLength } from './openings.ts'

/** Emphasised, and closed by a point or a colon inside or outside its marks. */
const emphasised = /^(\*\*|__|[*_])([^*_]{3,120}?)\s?(?:[.:]\1|\1[.:])\s+(?=\S)/u
const beforeColon = /^([^:]{3,90}?)\s?:\s+(?=["“«¿¡]?[\p{Lu}\d])/u
const beforeDash = /^([^—–]{3,90}?)\.?\s?[—–]\s?(?=["“«¿¡]?\p{Lu})/u
/** Only a numbered head may end in a mere point: any other would be a sentence. */
const beforePoint = /^([^.]{1,6}[.)]\s[^.:]{3,120}?)\.\s+(?=["“«¿¡]?\p{Lu})/u

const mostWords = 14
/** What follows must be prose; after a word or two it is the field of a form (`Edad: 31 años`). */
const fewestWords = 8
const insideSentence = /[.!?;]\s/
/** Said of the text, not over it. */
const remark =
  /^(?:note|notes|source|sources|see|see also|nota|notas|fuente|fuentes|v[ée]ase|cf)$/iu

/** The heading a paragraph opens with, without the mark that closes it, or null; `text` is what is printed, unmarked. */
export function runInHead(printed: string, text: string): string | null {
  const marked = emphasised.exec(printed)
  if (marked !== null && isProse(printed.slice(marked[0].length))) return marked[2]!.trim()
  const numbered = enumeratorLength(text)
  const match =
    beforeColon.exec(text) ??
    beforeDash.exec(text) ??
    (numbered > 0 ? beforePoint.exec(text) : null)
  if (match === null || !isProse(text.slice(match[0].length))) return null
  const head = match[1]!.trim()
  return isDressed(head.slice(numbered)) ? head : null
}

function isDressed(head: string): boolean {
  if (!/^\p{Lu}/u.test(head) || insideSentence.test(head) || remark.test(head)) return false
  return wordCount(head) <= mostWords && (isCapitals(head) || titleShare(head) >= 0.6)
}

const isProse = (text: string) => wordCount(text) >= fewestWords
