/** Repairs that need no dictionary: characters that a file format or a decoder put where a letter was printed. */
import type { Edit } from './edits.ts'

/** A repair by pattern. Docstrings of rules say the reason, an example and what the rule refuses. */
export interface CharacterRule {
  readonly name: string
  readonly pattern: RegExp
  readonly replace: (match: string) => string
  /** Share of such changes that were right where it was measured. */
  readonly confidence: number
}

/**
 * Drop characters without width: zero-width spaces, joiners and byte-order marks that PDF text layers leave behind.
 *
 *     'derechos<U+200B> humanos'  →  'derechos humanos'
 *     U+FEFF first of all    →  unchanged: the file's byte-order mark
 *     'می<U+200C>خواهم'       →  unchanged: in other scripts the joiners are spelling
 */
const dropZeroWidth: CharacterRule = {
  name: 'zero-width',
  pattern:
    /[\u200b\u2060]+|(?<=[^])\ufeff+|(?<=[\p{Script=Latin}\s])[\u200c\u200d]+(?=[\p{Script=Latin}\s])/gu,
  replace: () => '',
  confidence: 1,
}

/**
 * Drop soft hyphens inside a line: a place where the word may break, not a letter.
 *
 *     'investi\u00adgación'  →  'investigación'
 *     'investi\u00ad\ngación' →  unchanged: at the end of a line it is the printed hyphen
 */
const dropSoftHyphen: CharacterRule = {
  name: 'soft-hyphen',
  pattern: /(?<=\p{L})\u00ad(?=\p{L})/gu,
  replace: () => '',
  confidence: 1,
}

/**
 * Write a letter and its separate accent as one character, the spelling everyone searches for.
 *
 *     'Peru\u0301'  →  'Perú'
 *     'x\u0301'     →  unchanged: no such single character exists
 */
const composeAccent: CharacterRule = {
  name: 'decomposed-accent',
  pattern: /\p{Script=Latin}[\u0300-\u036f]+/gu,
  replace: (match) => match.normalize('NFC'),
  confidence: 1,
}

/**
 * Write typographic ligatures as the letters they join.
 *
 *     'oﬁcina', 'conﬂicto'  →  'oficina', 'conflicto'
 *     'æ', 'œ', '½'         →  unchanged: letters and signs of their own
 */
const splitLigature: CharacterRule = {
  name: 'ligature',
  pattern: /[\ufb00-\ufb06]/gu,
  replace: (match) => match.normalize('NFKC'),
  confidence: 1,
}

/** Windows-1252 characters of the bytes 0x80 to 0x9F, where it differs from Latin-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = (character: string): number => {
  const at = windows.indexOf(character)
  return at >= 0 ? 0x80 + at : character.charCodeAt(0)
}
const continuation = `[${windows}\\u0080-\\u00bf]`

/**
 * Read UTF-8 that was decoded as Latin-1 or Windows-1252 as what it is.
 *
 *     'investigaciÃ³n', 'niÃ±os', 'â€œtrataâ€\u009d'  →  'investigación', 'niños', '“trata”'
 *     'SÃO', '«IRMÃ»'                               →  unchanged: the second is a closing quote after a capital
 */
const decodeMojibake: CharacterRule = {
  name: 'mojibake',
  pattern: new RegExp(
    `(?<!\\p{Lu})[ÂÃÄÅ]${continuation}|(?<=\\p{Lu})[ÂÃ][\\u0080-\\u009f${windows.replaceAll(/[‘’“”–—…]/g, '')}\\u00ad]|â${continuation}${continuation}`,
    'gu',
  ),
  replace: (match) => {
    try {
      return strictUtf8.decode(Uint8Array.from([...match], byteOf))
    } catch {
      return match // Not UTF-8 after all.
    }
  },
  confidence: 1,
}
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** In this order: a soft hyphen may be half of a mojibake, a zero-width space may part a letter from its accent. */
export const characterRules: readonly CharacterRule[] = [
  decodeMojibake,
  dropZeroWidth,
  dropSoftHyphen,
  splitLigature,
  composeAccent,
]

/** Characters any of the rules can touch: a text without them needs none of them. */
const suspicious =
  /[\u00c2-\u00c5\u00e2]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufb00-\ufb06\ufeff]/

/** The edits one rule makes to a text, ascending. */
export function findByRule(text: string, rule: CharacterRule): Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(rule.pattern)) {
    const after = rule.replace(match[0])
    if (after === match[0]) continue
    const { name, confidence } = rule
    edits.push({
      rule: name,
      start: match.index,
      end: match.index + match[0].length,
      after,
      confidence,
    })
  }
  return edits
}

/** Whether any of the character rules could find something. */
export const hasSuspiciousCharacters = (text: string): boolean => suspicious.test(text)
