/** `word*` and `w?rd` → the spellings of the index that fit. */
import { fold } from '../analyze/stem.ts'
import type { Vocabulary } from '../engine/engine.ts'

/**
 * The spelling terms a pattern stands for: `*` any letters, `?` one. Accents count only where `exact`; else an accented
 * spelling is compared by the twin the index keeps without them.
 */
export function wildcardTerms(pattern: string, exact: boolean, vocabulary: Vocabulary): string[] {
  const lower = pattern.normalize('NFC').toLowerCase()
  const wanted = exact ? lower : fold(lower)
  const regex = new RegExp(`^.${sourceOf(wanted)}$`, 'u')
  const literal = /^[^*?]*/u.exec(wanted)?.[0] ?? ''
  const marks = exact ? ['='] : ['=', '^']
  return marks.flatMap((mark) =>
    vocabulary.matching(mark + literal, (term) => regex.test(term), Infinity),
  )
}

/** Spellings shown of those a pattern stands for. */
const spellingsShown = 8

/** The most frequent spellings among terms, without the marks of their kind. */
export function mostSaid(terms: readonly string[], vocabulary: Vocabulary): string[] {
  const said = terms.toSorted((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a))
  return [...new Set(said.map((term) => term.slice(1)))].slice(0, spellingsShown)
}

function sourceOf(pattern: string): string {
  return pattern
    .replace(/[^\p{L}\p{M}\p{N}*?]/gu, '')
    .replace(/\*+/gu, '.*')
    .replace(/\?/gu, '.')
}
