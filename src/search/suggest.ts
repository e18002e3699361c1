/** What a reader may be about to type: words of the corpus, and words that follow one another in it. */
import { fold } from '../analyze/stem.ts'
import { isStopWord } from '../analyze/stop-words.ts'
import { tokenize } from '../analyze/tokenize.ts'
import type { Passage } from '../model.ts'

export interface Suggester {
  /** Completions of a query that is still being typed, likeliest first; the query's earlier words are kept. */
  suggest(q: string, limit: number): readonly string[]
}

/** Passages read: enough to know the words of a corpus; reading all of a large one would keep the first asker waiting. */
const mostPassages = 20_000
/** A pair seen once is a chance. */
const fewestPairs = 2

interface Entry {
  /** As it is most often written. */
  readonly text: string
  readonly folded: string
  readonly count: number
}

/** Spellings by their folded form; the most frequent stands for all. */
type Spellings = Map<string, Map<string, number>>

function count(all: Spellings, text: string): void {
  const folded = fold(text)
  const spellings = all.get(folded) ?? new Map<string, number>()
  spellings.set(text, (spellings.get(text) ?? 0) + 1)
  all.set(folded, spellings)
}

/** Those counted at least so often, most frequent first, then in the order of the alphabet. */
function entries(all: Spellings, fewest: number): readonly Entry[] {
  return [...all]
    .map(([folded, spellings]) => {
      const [[text]] = [...spellings].toSorted(([, a], [, b]) => b - a) as [[string, number]]
      const sum = [...spellings.values()].reduce((total, n) => total + n, 0)
      return { text, folded, count: sum }
    })
    .filter((entry) => entry.count >= fewest)
    .toSorted((a, b) => b.count - a.count || (a.folded < b.folded ? -1 : 1))
}

const isContent = (word: string) =>
  word.length > 2 && !/^\p{N}/u.test(word) && !isStopWord(word, 'en') && !isStopWord(word, 'es')

/** Words and pairs of words of some passages. */
function read(passages: Iterable<Passage>): { single: readonly Entry[]; double: readonly Entry[] } {
  const words: Spellings = new Map()
  const pairs: Spellings = new Map()
  let done = 0
  for (const { text } of passages) {
    if (done++ >= mostPassages) break
    let before = ''
    for (const { form } of tokenize(text)) {
      const content = isContent(form)
      if (content) count(words, form)
      if (content && before !== '') count(pairs, `${before} ${form}`)
      before = content ? form : ''
    }
  }
  return { single: entries(words, 1), double: entries(pairs, fewestPairs) }
}

const starting = (all: readonly Entry[], start: string) =>
  all.filter(({ folded }) => folded.startsWith(start) && folded !== start)

/** A suggester over the words of some passages. */
export function createSuggester(passages: Iterable<Passage>): Suggester {
  const { single, double } = read(passages)
  return {
    suggest(q, limit) {
      const typed = fold(q.toLowerCase()).replace(/^\s+/, '')
      if (typed.length < 2 || /["():]/.test(typed)) return []
      const [, kept = '', last = ''] = /^(.*\s)?(\S+)$/su.exec(typed) ?? []
      const written = q.trimStart().slice(0, kept.length)
      const phrases = starting(double, typed).map(({ text }) => text)
      const endings = last.length < 2 ? [] : starting(single, last)
      const completed = endings.map(({ text }) => written + text)
      const [first, second] = kept === '' ? [completed, phrases] : [phrases, completed]
      return [...new Set([...first.slice(0, limit - 2), ...second, ...first])].slice(0, limit)
    },
  }
}
