/** One word of a query → its clause, with what it is called in the other language. */
import { exactTerm, spellingTerms, stemTerm } from '../analyze/analyzer.ts'
import { fold, stem } from '../analyze/stem.ts'
import { tokenize, type Token } from '../analyze/tokenize.ts'
import type { Clause, WeightedTerm } from '../engine/engine.ts'
import type { Language } from '../model.ts'
import type { Addition } from './cross.ts'
import { spellingsNear } from './spelling.ts'
import { ceiling, wordTerms, type Reading } from './terms.ts'
import { tuning } from './tuning.ts'

export interface WordClause {
  readonly clause: Clause
  /** Other forms that were searched as well. */
  readonly also: readonly string[]
  /** What the word was taken for where the index does not know it; null where it does, or the other language did. */
  readonly taken: readonly string[] | null
}

/** The clause of one word. A word known by its translation is not corrected. */
export function wordClause(
  token: Pick<Token, 'form' | 'parts'>,
  reading: Reading,
  addition?: Addition,
): WordClause {
  const own = wordTerms(token.form, reading)
  const translated = addition?.isCertain ?? false
  const isUnknown = own.corrections.length > 0 || !isKnown(own.terms, reading)
  const terms = isUnknown && translated ? [] : own.terms
  const clause = withAddition(terms, addition)
  if (isUnknown && token.parts.length > 0) return partsClause(token.parts, reading)
  const taken = isUnknown && !translated ? own.corrections.map(({ word }) => word) : null
  return { clause, also: taken ?? formsOf(token.form, reading), taken }
}

/** '10 054' that no text has as one number is two. */
function partsClause(parts: readonly string[], reading: Reading): WordClause {
  const clauses = parts.map((form): Clause => ({
    kind: 'terms',
    terms: wordTerms(form, reading).terms,
  }))
  return { clause: { kind: 'and', clauses }, also: [], taken: null }
}

function isKnown(terms: readonly WeightedTerm[], { census }: Reading): boolean {
  return terms.some(({ term }) => census.vocabulary.frequency(term) > 0)
}

function withAddition(own: readonly WeightedTerm[], addition?: Addition): Clause {
  if (!addition) return { kind: 'terms', terms: own }
  // What the spelling as typed gains, a translation gains too: relevance decides between the languages.
  const bonus = Math.max(0, ...own.map((term) => term.bonus ?? 0))
  const terms = addition.terms.map((term) => ({ ...term, bonus }))
  const all: Clause = { kind: 'terms', terms: [...own, ...terms] }
  return addition.clauses.length === 0 ? all : { kind: 'or', clauses: [all, ...addition.clauses] }
}

/** `word~`: the word in all its forms, then the spellings near it, which never stand above it. */
export function fuzzyClause(
  node: { readonly text: string; readonly distance: 1 | 2 | null },
  reading: Reading,
): { clause: Clause; also: string[] } {
  const [token] = tokenize(node.text)
  const form = fold(token?.form ?? '')
  const distance = node.distance ?? (form.length >= 6 ? 2 : 1)
  const near = spellingsNear(form, distance, reading.census.vocabulary)
  const own = wordTerms(form, reading).terms
  const loose = near
    .flatMap(({ word }) => spellingTerms(word))
    .filter((term) => reading.census.vocabulary.frequency(term) > 0)
    .map((term) => ({ term, weight: tuning.fuzzy / Math.sqrt(near.length) }))
  const step = ceiling(loose, reading.census)
  const raised = own.map((term) => ({ ...term, bonus: (term.bonus ?? 0) + step }))
  return {
    clause: { kind: 'terms', terms: [...raised, ...loose] },
    also: near.map(({ word }) => word),
  }
}

/** Most frequent first; more would not be read. */
const formsShown = 8
/** Spellings looked at for them: the most frequent of those that begin alike. */
const formsTried = 40

/** Other spellings of the index with the word's stem in the query's language. */
function formsOf(form: string, { census, language, exact }: Reading): string[] {
  if (exact || /[^\p{L}\p{M}]/u.test(form)) return []
  const { vocabulary } = census
  const languages: readonly Language[] = language === 'und' ? ['en', 'es'] : [language]
  const frequency = (term: string) => vocabulary.frequency(term)
  const found = languages.flatMap((each) => {
    if (frequency(stemTerm(form, each)) === 0) return []
    const own = stem(form, each)
    return beginnings(own)
      .flatMap((begin) => vocabulary.withPrefix(exactTerm(begin), formsTried))
      .filter((term) => term.slice(1) !== form && stem(term.slice(1), each) === own)
  })
  return [...new Set(found)]
    .toSorted((left, right) => frequency(right) - frequency(left))
    .slice(0, formsShown)
    .map((term) => term.slice(1))
}

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ' }

/**
 * How spellings with a stem begin: as the stem does but for its last letter, which may change (happi: happy), with no
 * accent or with one. Looking only there spares the stemming of all words that begin with the same two letters.
 */
function beginnings(stemmed: string): string[] {
  const begin = stemmed.slice(0, Math.max(3, stemmed.length - 1))
  const accented = Array.from(begin, (letter, at) =>
    accents[letter] === undefined
      ? begin
      : begin.slice(0, at) + accents[letter] + begin.slice(at + 1),
  )
  return [...new Set([begin, ...accented])]
}
