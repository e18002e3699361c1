/** Marks an English reader takes for others: bullets read as cent signs or quotes, a closing quote read as ™. */
import { findByRule, type CharacterRule } from './characters.ts'
import type { Edit } from './edits.ts'

/**
 * Read a cent sign or an angle quote that stands alone before a capital as the bullet it was.
 *
 *     '¢ Elaborar el informe', 'colectivas. « Programa de'  →  '• Elaborar el informe', 'colectivas. • Programa de'
 *     '5 ¢ por hora', '«Programa»', '* Programa'              →  unchanged: cents, quotes; an asterisk may be printed
 */
const bullet: CharacterRule = {
  name: 'bullet',
  pattern: /(?<=^|[.;:,]\s|\n\s*)[¢«»](?=[ \t]+\p{Lu})/gu,
  replace: () => '•',
  confidence: 0.95,
}

/**
 * Read ™ after a word as the closing quote of one that was opened.
 *
 *     '“trata de personas™'  →  '“trata de personas”'
 *     'Windows™'             →  unchanged: nothing was opened
 */
const closingQuote: CharacterRule = {
  name: 'closing-quote',
  pattern: /(?<=“[^”“\n]{1,200})™/gu,
  replace: () => '”',
  confidence: 0.9,
}

/** The marks to repair in a damaged text; the caller knows that it is. */
export function findMarkEdits(text: string): Edit[] {
  if (!/[¢«»™]/.test(text)) return []
  return [bullet, ...(text.includes('™') ? [closingQuote] : [])]
    .flatMap((rule) => findByRule(text, rule))
    .toSorted((a, b) => a.start - b.start)
}
