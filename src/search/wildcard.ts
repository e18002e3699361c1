/** `word*` and `w?rd` → the spellings of the index that fit. */
import { fold } from '../analyze/stem.ts'
import type { Clause, Vocabulary } from '../engine/engine.ts'

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

/** The beginnings of the terms a pattern stands for, where it stands for all that begin so; null for other patterns. */
function beginningsOf(pattern: string, exact: boolean): readonly string[] | null {
  const { wanted, literal, marks } = read(pattern, exact)
  return isPrefix(wanted) ? marks.map((mark) => mark + literal) : null
}

/** Whether a pattern is the beginning of a word and nothing else, as most are. */
function isPrefix(wanted: string): boolean {
  return /^[\p{L}\p{M}\p{N}]+\*+$/u.test(wanted)
}

/** Spellings shown of those a pattern stands for. */
const spellingsShown = 8

/** The clause of a pattern, and the most frequent of the spellings it stands for. */
export function wildcardClause(
  pattern: string,
  exact: boolean,
  vocabulary: Vocabulary,
): { clause: Clause; also: string[] } {
  const prefixes = beginningsOf(pattern, exact)
  if (prefixes) {
    const count = prefixes.reduce((sum, each) => sum + vocabulary.countWithPrefix(each), 0)
    // Of a word's two terms one is found by each mark: so many of each are enough.
    const common = prefixes.flatMap((each) => vocabulary.withPrefix(each, spellingsShown))
    return {
      clause: { kind: 'prefix', prefixes, weight: weightOf(count) },
      also: mostSaid(common, vocabulary),
    }
  }
  const terms = wildcardTerms(pattern, exact, vocabulary)
  const weight = weightOf(terms.length)
  return {
    clause: { kind: 'terms', terms: terms.map((term) => ({ term, weight })) },
    also: mostSaid(terms, vocabulary),
  }
}

/** The same clause with every term by name. */
export function spelledOut(
  { prefixes, weight }: Extract<Clause, { kind: 'prefix' }>,
  vocabulary: Vocabulary,
): Clause {
  const terms = prefixes.flatMap((prefix) => vocabulary.matching(prefix, () => true, Infinity))
  return { kind: 'terms', terms: terms.map((term) => ({ term, weight })) }
}

/** The more spellings, the less any of them says. */
function weightOf(terms: number): number {
  return 1 / (1 + Math.log(Math.max(1, terms)))
}

/** The most frequent spellings of terms, without the marks of their kind. */
function mostSaid(terms: readonly string[], vocabulary: Vocabulary): string[] {
  const said = terms.toSorted((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a))
  return [...new Set(said.map((term) => term.slice(1)))].slice(0, spellingsShown)
}

function sourceOf(pattern: string): string {
  return pattern
    .replace(/[^\p{L}\p{M}\p{N}*?]/gu, '')
    .replace(/\*+/gu, '.*')
    .replace(/\?/gu, '.')
}
