/**
 * A second look at the first passages: those that say the query's words in its very letters move up, and of a question
 * those whose neighbours answer it too.
 */
import type { Hit } from '../engine/engine.ts'
import type { Language, LanguageTag, Passage } from '../model.ts'
import type { PassageStore } from '../store/store.ts'
import type { Raise } from './explain.ts'
import { letterScores } from './letters.ts'
import type { Plan } from './plan.ts'
import { tuning } from './tuning.ts'

/** How many of the first passages are looked at again: fixed, so that pages do not shift. */
export const rerankWindow = 50

/** A hit, and how its score was raised after the engine gave it. */
export type RankedHit = Hit & { readonly raise: Raise }

/** Nothing was added. */
export const noRaise: Raise = { letters: 0, beside: 0, language: 0, coverage: 0 }

/** The hits in their new order, their scores raised; those behind the first stay where they are. */
export function reranked(
  hits: readonly Hit[],
  plan: Plan,
  store: Pick<PassageStore, 'passage'>,
): readonly RankedHit[] {
  const first = hits.slice(0, rerankWindow)
  const passages = first.map(({ id }) => store.passage(id))
  const texts = passages.map((passage) => passage ?? nothing)
  const letters = letterScores(texts, wordingsOf(plan), tuning.letters)
  const said = first.map(({ score }, at) => score + letters[at]!)
  const beside = plan.asks ? besideScores(passages, said) : said.map(() => 0)
  const found = said.map((score, at) => {
    return { score: score + beside[at]!, language: texts[at]!.language }
  })
  const scores = plan.crossTerms.length > 0 ? compared(found, plan.language) : found.map(scoreOf)
  const scored = first.map((hit, at): RankedHit => {
    const language = scores[at]! - found[at]!.score
    const raise = { letters: letters[at]!, beside: beside[at]!, language, coverage: 0 }
    return { ...hit, score: scores[at]!, raise }
  })
  return [
    ...scored.toSorted((left, right) => right.score - left.score),
    ...hits.slice(rerankWindow).map((hit) => ({ ...hit, raise: noRaise })),
  ]
}

interface Scored {
  readonly score: number
  readonly language: LanguageTag
}

const scoreOf = ({ score }: Scored) => score

/** Scores that can be compared between the languages; near-ties go to the query's own. */
function compared(hits: readonly Scored[], own: LanguageTag): number[] {
  const edge = own === 'und' ? 1 : 1 / tuning.nearTie
  return levelled(hits, tuning.level).map((score, at) => {
    return hits[at]!.language === own ? score * edge : score
  })
}

const nothing = { text: '', language: 'und' as const }

/** The query in the words of each language; in its own alone where it is in one and nothing was translated. */
function wordingsOf({ words, language, crossTerms }: Plan): Record<LanguageTag, string> {
  const typed = words.join(' ')
  const said = (to: Language) => {
    const found = crossTerms.filter((term) => term.language === to).map(({ word }) => word)
    return language === to ? typed : [...found, typed].join(' ')
  }
  return { en: said('en'), es: said('es'), und: typed }
}

/** Passages farther apart say little of one another. */
const reach = 2
/** A passage of so many letters leaves half as much to those beside it as a short one. */
const selfContained = 1200

/**
 * What each passage gains by those beside it in its document: a share of the best of their scores, less the farther it
 * is and the longer the passage. What a question names, its answer often leaves to the sentence before.
 */
export function besideScores(
  passages: readonly (Pick<Passage, 'documentId' | 'ordinal' | 'text'> | null)[],
  scores: readonly number[],
): number[] {
  const places = new Map<string, number>()
  for (const [at, passage] of passages.entries()) {
    if (passage) places.set(`${passage.documentId} ${passage.ordinal}`, scores[at]!)
  }
  return passages.map((passage) => {
    if (!passage) return 0
    const { documentId, ordinal, text } = passage
    let best = 0
    for (let far = 1; far <= reach; far++) {
      const before = places.get(`${documentId} ${ordinal - far}`) ?? 0
      const after = places.get(`${documentId} ${ordinal + far}`) ?? 0
      best = Math.max(best, before / Math.sqrt(far), after / Math.sqrt(far))
    }
    return (tuning.beside * best * selfContained) / (selfContained + text.length)
  })
}

/**
 * Scores with each language's stretched by one factor, so that its best stands `share` of the way up to the best of all:
 * renderings match fewer of a query's words than the words themselves do, which says nothing about the passages. Never
 * lowers a score, never changes the order within a language, never lifts one above the best of all.
 */
export function levelled(hits: readonly Scored[], share: number): number[] {
  const best: Record<LanguageTag, number> = { en: 0, es: 0, und: 0 }
  for (const { score, language } of hits) best[language] = Math.max(best[language], score)
  const top = Math.max(best.en, best.es, best.und)
  return hits.map(({ score, language }) => {
    const own = best[language]
    return own > 0 ? score * (1 + share * (top / own - 1)) : score
  })
}
