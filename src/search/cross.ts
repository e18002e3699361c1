/** What a query's words are called in the other language, as parts of their clauses. */
import { languagesOf, stemTerm } from '../analyze/analyzer.ts'
import type { Clause, WeightedTerm } from '../engine/engine.ts'
import type { LanguageTag } from '../model.ts'
import type { Translation, Translator } from '../translate/translate.ts'
import type { CrossTerm } from './answer.ts'
import type { Census } from './census.ts'
import { corrections } from './spelling.ts'
import { isIndexed } from './terms.ts'
import { tuning } from './tuning.ts'

/** Words between the words of a rendering that is more than one word: "trata *de* personas". */
const gap = 2

/** What the other language adds to one word. */
export interface Addition {
  readonly terms: readonly WeightedTerm[]
  /** Renderings of several words, each as a clause of its own. */
  readonly clauses: readonly Clause[]
  /** Whether the word as typed is a word of its language: not only looks like one of the other, or was corrected. */
  readonly isCertain: boolean
}

export interface CrossSearch {
  /** By index of the word. */
  readonly additions: ReadonlyMap<number, Addition>
  readonly crossTerms: readonly CrossTerm[]
  /** The index terms of what is said otherwise than typed. */
  readonly foreign: readonly string[]
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
  const { vocabulary, passages } = census
  const translate = (said: readonly string[]) =>
    translator?.translate({ words: said, language, vocabulary, passages, without: drop }) ?? []
  const typed = translate(words)
  const certain = new Set(
    typed
      .filter(({ source }) => source !== 'cognate')
      .flatMap((translation) => translation.words.map(({ place }) => place)),
  )
  const corrected = words.map((word, place) =>
    certain.has(place) || isIndexed(word, census)
      ? word
      : (corrections(word, vocabulary)[0]?.word ?? word),
  )
  const saidOf = ({ span }: Translation) => words.slice(span.start, span.end).join(' ')
  const all = corrected.every((word, place) => word === words[place]) ? typed : translate(corrected)
  // "legal" is the same word in both languages: its stems in both are searched as it is.
  const found = all.filter((translation) => translation.text !== saidOf(translation))
  const additions = new Map<number, Addition>()
  for (const translation of found) {
    for (const [place, added] of additionsOf(translation)) {
      const known = additions.get(place)
      additions.set(place, {
        terms: heaviest([...(known?.terms ?? []), ...added.terms]),
        clauses: [...(known?.clauses ?? []), ...added.clauses],
        isCertain: certain.has(place),
      })
    }
  }
  const crossTerms = found.map((translation): CrossTerm => {
    const { text, language: to, source } = translation
    return { word: text, language: to, from: saidOf(translation), source }
  })
  // In a query of either language, 'legal' is a form of 'legales' in both.
  const own = new Set(
    words.flatMap((word) => languagesOf(language).map((each) => stemTerm(word, each))),
  )
  const foreign = found
    .flatMap(({ words: rendered }) => rendered.flatMap(({ terms }) => terms))
    .map(({ term }) => term)
    .filter((term) => !own.has(term))
  return { additions, crossTerms: distinct(crossTerms), foreign }
}

/** By word of the query, what a rendering adds to it. */
function additionsOf({ words }: Translation): Map<number, Omit<Addition, 'isCertain'>> {
  const additions = new Map<number, Omit<Addition, 'isCertain'>>()
  for (const place of new Set(words.map((word) => word.place))) {
    const here = words.filter((word) => word.place === place).map(({ terms }) => weighed(terms))
    const [single, ...more] = here
    if (single && more.length === 0) additions.set(place, { terms: single, clauses: [] })
    else additions.set(place, { terms: [], clauses: [together(here)] })
  }
  return additions
}

function weighed(terms: readonly WeightedTerm[]): WeightedTerm[] {
  return terms.map(({ term, weight }) => ({ term, weight: tuning.cross * weight }))
}

/** The words of one rendering mean it only near one another. */
function together(words: readonly (readonly WeightedTerm[])[]): Clause {
  const groups = words.map((terms): Clause => ({ kind: 'terms', terms }))
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
