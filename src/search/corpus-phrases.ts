/**
 * What the passages of a corpus say often: its words, runs of words, names (capitalised words in a row), and the headings
 * of its sections. Counts are of the passages read; whoever shows one asks the engine.
 */
import { fold } from '../analyze/stem.ts'
import { isStopWord } from '../analyze/stop-words.ts'
import { tokenize, type Token } from '../analyze/tokenize.ts'
import type { Passage } from '../model.ts'

/** A run of words that is said often. */
export interface Said {
  /** As it is most often written. */
  readonly text: string
  /** Lower case, without accents. */
  readonly folded: string
  readonly count: number
}

export interface CorpusPhrases {
  readonly words: readonly Said[]
  readonly phrases: readonly Said[]
  readonly names: readonly Said[]
  /** Headings, each with the key of the section it is over. */
  readonly headings: readonly (Said & { readonly section: string })[]
}

/** Said once is a chance. */
const fewest = { words: 1, phrases: 3, names: 2, headings: 1 } as const
/** Runs held while counting; beyond it those said once are forgotten (lossy counting, Manku and Motwani 2002). */
const mostHeld = 150_000
const longestName = 7

const name =
  /\p{Lu}[\p{L}\p{M}’'-]*(?:\s+(?:(?:de|del|of|for|y|and|to)\s+(?:(?:la|las|los|el|the)\s+)?)?\p{Lu}[\p{L}\p{M}’'-]*)+/gu

/** A counter of passages; `result` may be asked for once all are added. */
export function createPhraseCounter() {
  const counts = {
    words: createSpellings(),
    phrases: createSpellings(),
    names: createSpellings(),
    headings: createSpellings(),
  }
  const sections = new Map<string, string>()
  return {
    add({ text, heading, section }: Pick<Passage, 'text' | 'heading' | 'section'>): void {
      countRuns(text, counts)
      for (const found of text.matchAll(name)) {
        const words = nameOf(found[0], isSentenceStart(text, found.index))
        if (words.length > 1 && words.length <= longestName) counts.names.add(words.join(' '))
      }
      if (heading === null || section === null) return
      counts.headings.add(heading)
      sections.set(fold(heading.toLowerCase()), section)
    },
    result(): CorpusPhrases {
      const names = counts.names.said(fewest.names)
      const known = new Set(names.map(({ folded }) => folded))
      return {
        words: counts.words.said(fewest.words),
        phrases: counts.phrases.said(fewest.phrases).filter(({ folded }) => !known.has(folded)),
        names,
        headings: counts.headings
          .said(fewest.headings)
          .map((heading) => ({ ...heading, section: sections.get(heading.folded)! })),
      }
    },
  }
}

/** Words, and two or three of them in a row that neither begin nor end with a stop word. */
function countRuns(text: string, { words, phrases }: Record<'words' | 'phrases', Spellings>): void {
  const tokens = tokenize(text)
  const content = tokens.map(({ form }) => isContent(form))
  for (const [at, { form }] of tokens.entries()) {
    if (!content[at]) continue
    words.add(form)
    for (const length of [2, 3]) {
      const run = tokens.slice(at, at + length)
      if (run.length === length && content[at + length - 1] && isUnbroken(text, run)) {
        phrases.add(run.map((token) => token.form).join(' '))
      }
    }
  }
}

/** No mark parts the words. */
function isUnbroken(text: string, run: readonly Token[]): boolean {
  return run.every(({ span }, at) => {
    return at === 0 || text.slice(run[at - 1]!.span.end, span.start).trim() === ''
  })
}

const isStop = (word: string) => isStopWord(word, 'en') || isStopWord(word, 'es')
const isContent = (form: string) => form.length > 2 && !/^\p{N}/u.test(form) && !isStop(form)

const isSentenceStart = (text: string, at: number) =>
  /(?:^|[.!?…:;]["'’”»)]*\s+|[“"«•])$/u.test(text.slice(0, at).slice(-4))

/** What begins a sentence has a capital for that alone: 'The Attorney General', 'According to the Attorney General'. */
function nameOf(printed: string, isFirst: boolean): readonly string[] {
  const words = printed.split(/\s+/u)
  const isJoined = /^\p{Ll}/u.test(words[1] ?? '')
  const rest =
    isFirst && isJoined
      ? words.slice(words.findIndex((word, at) => at > 0 && /^\p{Lu}/u.test(word)))
      : words
  const first = rest.findIndex((word) => !isStop(word.toLowerCase()))
  return first < 0 ? [] : rest.slice(first)
}

type Spellings = ReturnType<typeof createSpellings>

/** Counts texts by their folded form; the spelling seen most stands for all. */
function createSpellings() {
  const all = new Map<string, Map<string, number>>()
  return {
    add(text: string): void {
      const folded = fold(text.toLowerCase())
      const spellings = all.get(folded) ?? new Map<string, number>()
      spellings.set(text, (spellings.get(text) ?? 0) + 1)
      all.set(folded, spellings)
      if (all.size > mostHeld) forgetSingles(all)
    },
    /** Said at least so often, most often first, then in the order of the alphabet. */
    said(atLeast: number): readonly Said[] {
      return [...all]
        .map(([folded, spellings]) => {
          const [[text]] = [...spellings].toSorted(([, a], [, b]) => b - a) as [[string, number]]
          const count = [...spellings.values()].reduce((sum, n) => sum + n, 0)
          return { text, folded, count }
        })
        .filter(({ count }) => count >= atLeast)
        .toSorted((a, b) => b.count - a.count || (a.folded < b.folded ? -1 : 1))
    },
  }
}

function forgetSingles(all: Map<string, Map<string, number>>): void {
  for (const [folded, spellings] of all) {
    if (spellings.size === 1 && [...spellings.values()][0] === 1) all.delete(folded)
  }
}
