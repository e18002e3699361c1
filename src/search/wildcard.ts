/** `word*` and `w?rd` → the spellings of the index that fit. */
import { fold } from '../analyze/stem.ts'
import type { Vocabulary } from '../engine/engine.ts'

/**
 * The spelling terms a pattern stands for: `*` any letters, `?` one. Accents count only where `exact`; else an accented
 * spelling is compared by the twin the index keeps without them.
 */
export function wildcardTerms(pattern: string, exact: boolean, vocabulary: Vocabulary): string[] {
  const { wanted, literal, marks } = read(pattern, exact)
  const regex = new RegExp(`^.${sourceOf(wanted)}$`, 'u')
  const test = isPrefix(wanted) ? () => true : (term: string) => regex.test(term)
  return marks.flatMap((mark) => vocabulary.matching(mark + literal, test, Infinity))
}

function read(pattern: string, exact: boolean) {
  const lower = pattern.normalize('NFC').toLowerCase()
  const wanted = exact ? lower : fold(lower)
  const literal = /^[^*?]*/u.exec(wanted)?.[0] ?? ''
  return { wanted, literal, marks: exact ? ['='] : ['=', '^'] }
}

/** Whether a pattern is the beginning of a word and nothing else, as most are. */
function isPrefix(wanted: string): boolean {
  return /^[\p{L}\p{M}\p{N}]+\*+$/u.test(wanted)
}

/** Spellings shown of those a pattern stands for. */
const spellingsShown = 8

/** The most frequent spellings that a pattern stands for, of its terms, without the marks of their kind. */
export function mostSaid(
  terms: readonly string[],
  { pattern, exact }: { readonly pattern: string; readonly exact: boolean },
  vocabulary: Vocabulary,
): string[] {
  const { wanted, literal, marks } = read(pattern, exact)
  // Of a word's two terms one is found by each mark: so many of each are enough.
  const candidates = isPrefix(wanted)
    ? marks.flatMap((mark) => vocabulary.withPrefix(mark + literal, spellingsShown))
    : terms
  const said = candidates.toSorted((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a))
  return [...new Set(said.map((term) => term.slice(1)))].slice(0, spellingsShown)
}

function sourceOf(pattern: string): string {
  return pattern
    .replace(/[^\p{L}\p{M}\p{N}*?]/gu, '')
    .replace(/\*+/gu, '.*')
    .replace(/\?/gu, '.')
}
