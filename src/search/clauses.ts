/** One word of a query → its clause, with what it is called in the other language. */
import { spellingTerms } from '../analyze/analyzer.ts'
import { fold } from '../analyze/stem.ts'
import { tokenize, type Token } from '../analyze/tokenize.ts'
import type { Clause, WeightedTerm } from '../engine/engine.ts'
import type { Addition } from './cross.ts'
import { otherForms } from './other-forms.ts'
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
  const clause = withAddition(terms, addition, isUnknown && !translated ? tuning.correction : 1)
  if (isUnknown && token.parts.length > 0) return partsClause(token.parts, reading)
  const taken = isUnknown && !translated ? own.corrections.map(({ word }) => word) : null
  return { clause, also: taken ?? otherForms(token.form, reading), taken }
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

/** `certainty`: what a translation of this word is worth; one of a corrected word no more than the correction. */
function withAddition(
  own: readonly WeightedTerm[],
  addition: Addition | undefined,
  certainty: number,
): Clause {
  if (!addition) return { kind: 'terms', terms: own }
  // What the spelling as typed gains, a translation gains but for a near-tie: relevance decides between the languages.
  const gains = own.flatMap(({ bonus }) => (bonus === undefined ? [] : [bonus * tuning.nearTie]))
  const asTyped = Math.max(0, ...gains)
  const unaccented = Math.min(asTyped, ...gains)
  const weights = new Map(own.map(({ term, weight }) => [term, weight]))
  // A stem that both languages share ('polic' is police and policía) counts once, with the better weight; and Peru is
  // Perú without the accent that was typed.
  const translated = addition.terms.map(({ term, weight }): WeightedTerm => {
    const known = weights.get(term)
    return {
      term,
      weight: Math.max(certainty * weight, known ?? 0),
      bonus: known === undefined ? asTyped : unaccented,
    }
  })
  const said = new Set(translated.map(({ term }) => term))
  const others = own.filter(({ term }) => !said.has(term))
  const all: Clause = { kind: 'terms', terms: [...others, ...translated] }
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
