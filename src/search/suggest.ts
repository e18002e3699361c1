/** What a reader may be about to type: words, names, phrases and sections of the corpus, each with what it finds. */
import { stemTerm } from '../analyze/analyzer.ts'
import { fold } from '../analyze/stem.ts'
import type { DocumentRecord } from '../model.ts'
import type { PassageStore } from '../store/store.ts'
import { countsOf, type Searched } from './alternatives.ts'
import { createPhraseCounter, type CorpusPhrases, type Said } from './corpus-phrases.ts'
import type { SearchParameters } from './parameters.ts'

export interface Suggestion {
  /** The query with what was being typed completed. */
  readonly text: string
  /** What to show: the text, or the heading of a section. */
  readonly label: string
  readonly kind: 'word' | 'phrase' | 'name' | 'section'
  /** Passages that searching for it finds. */
  readonly count: number
}

export interface Suggester {
  /** Completions of a query that is being typed, for the rest of the search as it stands; likeliest first. */
  suggest(parameters: SearchParameters, limit: number): Promise<readonly Suggestion[]>
}

/** Passages read: enough to know what a corpus says; reading all of a large one would keep the first asker waiting. */
const mostPassages = 20_000
/** Passages read before others get their turn. */
const atOnce = 100

/** A suggester that reads the corpus when it is first asked, letting other requests through meanwhile. */
export function createSuggester(searched: Searched & { readonly store: PassageStore }): Suggester {
  let known: Promise<CorpusPhrases> | null = null
  return {
    async suggest(parameters, limit) {
      known ??= phrasesOf(searched.store)
      const found: Suggestion[] = []
      for (const candidate of candidates(parameters.q, await known)) {
        const { total, coverage } = await countsOf(searched, { ...parameters, q: candidate.text })
        // What finds passages only without some of its words is no completion.
        if (total > 0 && coverage.matched === coverage.of)
          found.push({ ...candidate, count: total })
        if (found.length === limit) break
      }
      return found
    },
  }
}

async function phrasesOf({
  documents,
  passagesOf,
  manifest,
}: PassageStore): Promise<CorpusPhrases> {
  const counter = createPhraseCounter()
  let read = 0
  for (const { id } of sampled(documents, Math.ceil(manifest.passages / mostPassages))) {
    for (const passage of passagesOf(id)) {
      counter.add(passage)
      if (++read % atOnce === 0) await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return counter.result()
}

/** Every so many-th document, so that all years and countries are heard. */
function sampled(documents: readonly DocumentRecord[], step: number): readonly DocumentRecord[] {
  return documents.filter((_, at) => at % Math.max(1, step) === 0)
}

type Candidate = Omit<Suggestion, 'count'>

/** Tried before giving up: where filters leave nothing, the corpus may have thousands. */
const mostTried = 14

/** What may be meant, likeliest first: of each kind a few in turn. */
function candidates(q: string, corpus: CorpusPhrases): readonly Candidate[] {
  const { kept, open, begun } = partsOf(q)
  const whole = fold(q.trimStart().toLowerCase())
  if (begun === '' || whole.length < 2) return []
  const words = open ? [] : oneOfEach(starting(corpus.words, begun))
  const isSaid = kept !== '' && !open
  const completed = [
    ...starting(corpus.names, whole).map(quoted('', 'name')),
    ...starting(corpus.phrases, whole).map(quoted('', 'phrase')),
  ]
  const names = within(corpus.names, begun).map(quoted(kept, 'name'))
  const phrases = starting(corpus.phrases, begun).map(quoted(kept, 'phrase'))
  const singles = words.map(({ text }) => shown('word', kept + text))
  const sections = open
    ? []
    : within(corpus.headings, begun).map(({ section, text }) =>
        shown('section', `${kept}section:${section}`, text),
      )
  // What is typed over two words is a phrase more likely than a word.
  const inOrder = isSaid
    ? [...completed, ...inTurn([singles, phrases, names, sections])]
    : inTurn([singles, names, phrases, sections])
  return distinct(inOrder).slice(0, mostTried)
}

const quoted =
  (before: string, kind: 'phrase' | 'name') =>
  ({ text }: Said) =>
    shown(kind, `${before}"${text}"`)

function shown(kind: Candidate['kind'], text: string, label = text): Candidate {
  return { kind, text, label }
}

/** A query as typed: what stands, and the word, or the words behind an open quotation mark, that are being typed. */
function partsOf(q: string): { kept: string; open: boolean; begun: string } {
  const typed = q.trimStart()
  const isOpen = (typed.match(/["“”]/gu)?.length ?? 0) % 2 === 1
  const [, kept = '', begun = ''] =
    (isOpen ? /^(.*)["“”](.*)$/su : /^(.*[\s(])?([^\s(]*)$/su).exec(typed) ?? []
  // A sign, a field or a wildcard is not the beginning of a word.
  const isWord = isOpen || /^[\p{L}\p{N}'’]*$/u.test(begun)
  return { kept, open: isOpen, begun: isWord ? fold(begun.toLowerCase()) : '' }
}

/** Shorter beginnings are those of too many. */
const shortest = 2

function starting<T extends Said>(all: readonly T[], start: string): readonly T[] {
  if (start.length < shortest) return []
  return all
    .filter(({ folded }) => folded.startsWith(start) && folded !== start)
    .slice(0, mostTried)
}

/** Of the forms of a word the one said most: a search for it finds the others. */
function oneOfEach(words: readonly Said[]): readonly Said[] {
  const seen = new Set<string>()
  return words.filter(({ text }) => {
    const stems = [stemTerm(text, 'en'), stemTerm(text, 'es')]
    const isNew = stems.every((stem) => !seen.has(stem))
    for (const stem of stems) seen.add(stem)
    return isNew
  })
}

/** Those that have a word that begins so. */
function within<T extends Said>(all: readonly T[], start: string): readonly T[] {
  if (start.length < shortest) return []
  return all
    .filter(({ folded }) => folded.startsWith(start) || folded.includes(` ${start}`))
    .slice(0, mostTried)
}

/** The first of each, the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat()
}

function distinct(all: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>()
  return all.filter(({ text }) => {
    const folded = fold(text.toLowerCase())
    return !seen.has(folded) && seen.add(folded)
  })
}
