/** What a query's words are called in the other language, as parts of their clauses. */
import type { Clause, WeightedTerm } from '../engine/engine.ts'
import type { LanguageTag } from '../model.ts'
import type { Translation, Translator } from '../translate/translate.ts'
import type { CrossTerm } from './answer.ts'
import type { Census } from './census.ts'
import { rarityFactor } from './terms.ts'

/** Words between the words of a rendering that is more than one word: "trata *de* personas". */
const gap = 2
/** A translation's share of what the word itself would be worth. */
const crossWeight = 0.9

/** What the other language adds to one word. */
export interface Addition {
  readonly terms: readonly WeightedTerm[]
  /** Renderings of several words, each as a clause of its own. */
  readonly clauses: readonly Clause[]
}

export interface CrossSearch {
  /** By index of the word. */
  readonly additions: ReadonlyMap<number, Addition>
  readonly crossTerms: readonly CrossTerm[]
}

export interface CrossRequest {
  /** Words as typed, stop words too, in order. */
  readonly words: readonly string[]
  readonly language: LanguageTag
  readonly census: Census
  readonly translator: Translator | null
  /** Renderings that are not wanted, as shown. */
  readonly drop: readonly string[]
}

/** Translates the words of a query; nothing without a translator. */
export function crossSearch(request: CrossRequest): CrossSearch {
  const { words, language, census, translator, drop } = request
  const found = translator?.translate({ words, language, vocabulary: census.vocabulary }) ?? []
  const wanted = found.filter(({ text }) => !drop.includes(text))
  const additions = new Map<number, Addition>()
  for (const translation of wanted) {
    for (const [word, added] of additionsOf(translation, census)) {
      const known = additions.get(word) ?? { terms: [], clauses: [] }
      additions.set(word, {
        terms: heaviest([...known.terms, ...added.terms]),
        clauses: [...known.clauses, ...added.clauses],
      })
    }
  }
  const crossTerms = wanted.map(({ text, language: to, span, source }): CrossTerm => {
    return { word: text, language: to, from: words.slice(span.start, span.end).join(' '), source }
  })
  return { additions, crossTerms: distinct(crossTerms) }
}

function additionsOf(
  { terms, weight, language }: Translation,
  census: Census,
): Map<number, Addition> {
  const additions = new Map<number, Addition>()
  for (const word of new Set(terms.map((placed) => placed.word))) {
    const here = terms.filter((placed) => placed.word === word)
    const weighted = here.map(({ term }) => {
      const share = (crossWeight * weight) / here.length
      return { term, weight: share * rarityFactor(term, language, census) }
    })
    const [single, ...more] = weighted
    if (single && more.length === 0) additions.set(word, { terms: [single], clauses: [] })
    else additions.set(word, { terms: [], clauses: [together(weighted)] })
  }
  return additions
}

/** The words of one rendering mean it only near one another. */
function together(terms: readonly WeightedTerm[]): Clause {
  const groups = terms.map((term): Clause => ({ kind: 'terms', terms: [term] }))
  return { kind: 'near', groups, distance: gap }
}

function heaviest(terms: readonly WeightedTerm[]): WeightedTerm[] {
  const byTerm = new Map<string, WeightedTerm>()
  for (const each of terms) {
    if (each.weight > (byTerm.get(each.term)?.weight ?? 0)) byTerm.set(each.term, each)
  }
  return [...byTerm.values()]
}

function distinct(terms: readonly CrossTerm[]): CrossTerm[] {
  return [...new Map(terms.map((term) => [term.word, term])).values()]
}

/** Every index term an addition holds. */
export function termsOf({ terms, clauses }: Addition): string[] {
  const inside = clauses.flatMap((clause) =>
    clause.kind === 'near'
      ? clause.groups.flatMap((group) => (group.kind === 'terms' ? group.terms : []))
      : [],
  )
  return [...terms, ...inside].map(({ term }) => term)
}
