/** How a query is said in the other language: terms of the index, each with the words of the query it stands for. */
import { isStopWord } from '../analyze/stop-words.ts'
import type { Language, LanguageTag, Span } from '../model.ts'
import { createRecent } from '../recent.ts'
import { createCognateFinder } from './cognates.ts'
import type { CognateFinder } from './cognates.ts'
import { createDictionary, createLearnedDictionary, isOf } from './dictionary.ts'
import type { CrossSource, Dictionary, Rendering } from './dictionary.ts'
import type { IrregularForms } from './forms.ts'
import type { GlossaryPair } from './glossary.ts'
import type { LearnedPair } from './learn.ts'
import { place } from './placement.ts'
import { weigh } from './weights.ts'
import type { Rarity } from './weights.ts'

export interface TranslationRequest extends Rarity {
  /** All words of the query in lower case, stop words too, in order; no operators. */
  readonly words: readonly string[]
  readonly language: LanguageTag
  /** Texts of renderings that the reader has removed. */
  readonly without?: readonly string[]
}

/** One word of a rendering: its forms as index terms, and the one query word whose clause they join. */
export interface RenderedWord {
  /** Index into the request's words. */
  readonly place: number
  /** Weights are 0..1 of the query word's own, the rarity of the term already allowed for. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[]
}

/** One rendering of a word or a run of words of the query: what a chip shows and a click removes. */
export interface Translation {
  readonly text: string
  readonly language: Language
  readonly source: CrossSource
  /** 0..1, how usual. */
  readonly weight: number
  /** True where the words have other common meanings. */
  readonly ambiguous: boolean
  /** Half-open range of the request's words that it stands for. */
  readonly span: Span
  /** Words of one place mean it only together: línea and telefónica for hotline. */
  readonly words: readonly RenderedWord[]
}

export interface Translator {
  /** The renderings that the index has, in the order of the query; none for words of no known rendering. */
  translate(request: TranslationRequest): readonly Translation[]
  /**
   * How well the reviewed lists know a word as one of the language: 1 but for endings of number and gender, a half by its
   * stem alone (police would be policía), 0 not at all.
   */
  knows(word: string, language: Language): number
}

export interface TranslationData {
  /** Reviewed pairs; those of the user last. */
  readonly glossary: readonly GlossaryPair[]
  readonly learned: readonly LearnedPair[]
  readonly forms: IrregularForms
}

/** From one language to the other. */
interface Direction {
  readonly from: Language
  readonly to: Language
  readonly reviewed: Dictionary
  readonly learned: Dictionary
  readonly cognates: CognateFinder
}

/** Words remembered: readers ask about the same few thousand. */
const MOST_WORDS = 4096

/** Builds the table of a direction when it is first asked for. Pure: the caller reads the files. */
export function createTranslator(data: TranslationData): Translator {
  const cognates = createCognateFinder()
  const direction = (from: Language): Direction => ({
    from,
    to: from === 'en' ? 'es' : 'en',
    reviewed: createDictionary(data.glossary, from, data.forms),
    learned: createLearnedDictionary(data.learned, from, data.forms),
    cognates,
  })
  const directions: Partial<Record<Language, Direction>> = {}
  const directionFrom = (from: Language) => (directions[from] ??= direction(from))
  const known = createRecent<string, number>(MOST_WORDS)
  return {
    knows: (word, language) =>
      known.get(`${language} ${word}`, () => {
        const found = directionFrom(language).reviewed.lookUp([word])
        return found.length === 0 ? 0 : found.some((rendering) => isOf(rendering, word)) ? 1 : 0.5
      }),
    translate(request) {
      const from: Language[] = request.language === 'und' ? ['en', 'es'] : [request.language]
      const found = from.flatMap((language) => say(request, directionFrom(language)))
      const wanted = withoutIdleGuesses(found).filter(
        ({ text }) => !request.without?.includes(text),
      )
      return weigh(wanted, request)
    },
  }
}

/** Where a query may be in either language, a word known in one is not guessed at in the other. */
function withoutIdleGuesses(found: readonly Translation[]): Translation[] {
  const known = new Set(
    found.filter(({ source }) => source !== 'cognate').map(({ span }) => span.start),
  )
  return found.filter(({ source, span }) => source !== 'cognate' || !known.has(span.start))
}

/**
 * All renderings of runs of words, unweighed. Words that a longer run says are not said one by one as well: 'trata de
 * personas' is human trafficking, and neither a deal nor a treatment.
 */
function say(request: TranslationRequest, direction: Direction): Translation[] {
  const { words } = request
  const found: Translation[] = []
  let saidUntil = 0
  for (let start = 0; start < words.length; start++) {
    const longest = Math.min(direction.reviewed.longest, words.length - start)
    for (let length = longest; length >= 1; length--) {
      if (length === 1 && start < saidUntil) continue
      const run = sayRun(request, { start, end: start + length }, direction)
      if (run.length > 0 && length > 1) saidUntil = Math.max(saidUntil, start + length)
      found.push(...run)
    }
    if (start >= saidUntil) found.push(...sayWord(request, start, direction, found))
  }
  return found
}

/** What the glossary has for a run of words. */
function sayRun(request: TranslationRequest, span: Span, direction: Direction): Translation[] {
  const { from, reviewed } = direction
  const words = request.words.slice(span.start, span.end)
  if (words.every((word) => isStopWord(word, from))) return []
  return reviewed
    .lookUp(words)
    .flatMap((rendering) => translation(request, { span, rendering, direction }))
}

/** What was learned for a word, and what looks like it where nothing good is known. */
function sayWord(
  request: TranslationRequest,
  index: number,
  direction: Direction,
  known: readonly Translation[],
): Translation[] {
  const { from, to, reviewed, learned, cognates } = direction
  const word = request.words[index]!
  if (isStopWord(word, from)) return []
  const span = { start: index, end: index + 1 }
  const renderings = learned.lookUp([word])
  const found = renderings.flatMap((rendering) =>
    translation(request, { span, rendering, direction }),
  )
  // A word that looks like another is a guess, made only for words of no known rendering: beside a good one it cost
  // .012 nDCG, and where the index lacks the right one, what looks alike is something else.
  const isKnown =
    renderings.length > 0 ||
    reviewed.lookUp([word]).length > 0 ||
    known.some(({ words }) => words.some(({ place: at }) => at === index))
  if (isKnown) return found
  const guesses = cognates.renderings(word, { from, to }, request.vocabulary)
  return guesses.flatMap((rendering) => translation(request, { span, rendering, direction }))
}

interface Saying {
  readonly span: Span
  readonly rendering: Rendering
  readonly direction: Direction
}

/** One rendering with its words placed; none where the index lacks any of its words. */
function translation(request: TranslationRequest, saying: Saying): Translation[] {
  const { span, rendering, direction } = saying
  const present = rendering.words.map((forms) =>
    forms.filter((term) => request.vocabulary.frequency(term) > 0),
  )
  if (present.some((forms) => forms.length === 0)) return []
  const places = place(request.words, span, {
    words: present,
    says: (word, term) => saysWord(word, term, direction),
    isStopWord: (word) => isStopWord(word, direction.from),
  })
  const { text, weight, source, ambiguous } = rendering
  const words = present.map((forms, i) => ({
    place: places[i]!,
    terms: forms.map((term) => ({ term, weight })),
  }))
  return [{ text, language: direction.to, source, weight, ambiguous, span, words }]
}

/** Whether a word alone can be said with the term. */
function saysWord(word: string, term: string, { reviewed, learned }: Direction): boolean {
  return [...reviewed.lookUp([word]), ...learned.lookUp([word])].some(({ words }) =>
    words.some((forms) => forms.includes(term)),
  )
}
