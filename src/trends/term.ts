/** A term of a trend: what it looks like in an index, and where it stands in a text. */
import { exactTerm, languagesOf, spellingTerms, stemTerm } from '../analyze/analyzer.ts'
import { fold, stem } from '../analyze/stem.ts'
import { tokenize, type Token } from '../analyze/tokenize.ts'
import type { Clause, Vocabulary } from '../engine/engine.ts'
import type { LanguageTag, Span } from '../model.ts'

/** One word of a term: as spelled, in all its forms, or as the beginning of a word. */
interface Word {
  readonly form: string
  readonly kind: 'literal' | 'spelling' | 'stem' | 'prefix'
}

export interface Term {
  /** As typed. */
  readonly term: string
  readonly words: readonly Word[]
}

/**
 * Reads a term: a word in all its forms; `"in quotes"` as spelled, accents aside; `word*` its beginning. Several words stand
 * side by side. `exact`: as spelled, accents too. No words (only signs) is a term that nothing matches.
 */
export function parseTerm(term: string, exact: boolean): Term {
  const quoted = /["“”„«»]/u.test(term)
  const plain = exact ? 'literal' : quoted ? 'spelling' : 'stem'
  const pieces = term.replaceAll(/["“”„«»]/gu, ' ').split(/\s+/u)
  const words = pieces.flatMap((piece) => {
    const starred = /^(.+)\*$/u.exec(piece)
    const tokens = tokenize(starred?.[1] ?? piece)
    return tokens.map(({ form }, i): Word => {
      const kind = starred && i === tokens.length - 1 ? 'prefix' : plain
      return { form: exact ? form : fold(form), kind }
    })
  })
  return { term, words }
}

/** The clause that every passage with the term matches, and perhaps a few others (printed spellings are indexed too). */
export function clauseOf({ words }: Term, exact: boolean, vocabulary: Vocabulary): Clause {
  const slots = words.map((word) => indexTerms(word, exact, vocabulary))
  if (slots.length === 1) {
    return { kind: 'terms', terms: slots[0]!.map((term) => ({ term, weight: 1 })) }
  }
  return { kind: 'phrase', slots }
}

function indexTerms({ form, kind }: Word, exact: boolean, vocabulary: Vocabulary): string[] {
  if (kind === 'literal') return [exactTerm(form)]
  if (kind === 'spelling') return spellingTerms(form)
  if (kind === 'stem') return [stemTerm(form, 'en'), stemTerm(form, 'es')]
  const starts = exact ? [exactTerm(form)] : spellingTerms(form)
  return starts.flatMap((start) => vocabulary.withPrefix(start, Infinity))
}

/** Where the term stands in the words of a text, as spans of the text; occurrences do not overlap. */
export function mentionsOf(
  { words }: Term,
  tokens: readonly Token[],
  language: LanguageTag,
): Span[] {
  const found: Span[] = []
  if (words.length === 0) return found
  for (let i = 0; i + words.length <= tokens.length; i++) {
    if (!words.every((word, k) => isMention(word, tokens[i + k]!, language))) continue
    const last = i + words.length - 1
    found.push({ start: tokens[i]!.span.start, end: tokens[last]!.span.end })
    i = last
  }
  return found
}

function isMention({ form, kind }: Word, token: Token, language: LanguageTag): boolean {
  return [token.form, ...token.parts].some((read) => {
    if (kind === 'literal') return read === form
    if (kind === 'spelling') return fold(read) === form
    if (kind === 'prefix') return read.startsWith(form) || fold(read).startsWith(form)
    return languagesOf(language).some((each) => stem(read, each) === stem(form, each))
  })
}
