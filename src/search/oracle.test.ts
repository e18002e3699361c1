/** Search against a plain reading of every text: what it finds, counts, marks, collapses, in whatever way it is asked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStopWord } from '../analyze/stop-words.ts'
import { openContext } from '../context.ts'
import { loadTranslator } from '../load/translator.ts'
import type { Facet, Passage } from '../model.ts'
import { madePassages } from '../testing/oracle/corpus.ts'
import {
  countsOf,
  groupOf,
  matchesOf,
  passes,
  queryText,
  type Match,
} from '../testing/oracle/expectation.ts'
import { queriesOver } from '../testing/oracle/queries.ts'
import { isFormOf, read, spelling } from '../testing/oracle/reading.ts'
import { find, spansOf, type Query } from '../testing/oracle/asked.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { temporaryIndex } from '../testing/temporary-index.ts'
import type { Range, SearchAnswer } from './answer.ts'
import { parseParameters, type SearchParameters } from './parameters.ts'
import { search, type SearchContext } from './search.ts'

const isContent = (form: string) => !isStopWord(form, 'en') && !isStopWord(form, 'es')

const given =
  'year=2021 year=2019 year=-2019 year=none section=protection section=-prosecution lang=es lang=-en ' +
  'country=Peru country=-Peru year_min=2020 year_max=2020 collapse=0 sort=year sort=-year'
const filters = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...given.split(' ')), { maxLength: 3 }) },
)

function parametersOf(query: Query, chosen: readonly string[]): SearchParameters {
  const address = new URLSearchParams(chosen.join('&'))
  address.set('q', queryText(query))
  address.set('cross', '0')
  if (query.exact) address.set('exact', '1')
  return { ...parseParameters(address), perPage: 10_000 }
}

/** How many of its words the answer says its passages have at least; undefined where it says nothing. */
function barOf({ query }: SearchAnswer): number | undefined {
  const coverage = query.notices.find((notice) => notice.key === 'coverage')
  return coverage?.key === 'coverage' ? coverage.matched : undefined
}

function check(
  answer: SearchAnswer,
  matches: readonly Match[],
  parameters: SearchParameters,
): void {
  const found = matches.filter(({ reading }) => passes(reading.passage, parameters.filters))
  const groups = new Map<string, string[]>()
  for (const { reading } of found) {
    const { id } = reading.passage
    const group = parameters.collapse ? groupOf(reading.passage) : id
    groups.set(group, [...(groups.get(group) ?? []), id])
  }
  const shown = answer.results.map(({ id, duplicates }) => [id, ...duplicates].toSorted())
  expect(shown.toSorted()).toEqual([...groups.values()].map((ids) => ids.toSorted()).toSorted())
  expect(answer.total).toBe(groups.size)
  expect(answer.documents).toBe(
    new Set(found.map((match) => match.reading.passage.documentId)).size,
  )
  for (const [facet, buckets] of Object.entries(answer.facets)) {
    const counts = buckets.flatMap(({ value, count }) =>
      count > 0 ? [[String(value ?? ''), count]] : [],
    )
    expect(Object.fromEntries(counts)).toEqual(countsOf(facet as Facet, matches, parameters))
  }
  const marks = new Map(found.map((match) => [match.reading.passage.id, match.marks]))
  for (const { id, highlights, highlightKinds } of answer.results) {
    expect(highlights).toEqual(marks.get(id)!.map(({ start, end }) => [start, end]))
    expect(highlightKinds.every((kind) => kind === 'match')).toBe(true)
  }
  expectOrder(answer, parameters)
}

function expectOrder({ results }: SearchAnswer, { sort }: SearchParameters): void {
  const years = results.map(({ year }) => year ?? (sort === 'year' ? Infinity : -Infinity))
  const direction = sort === 'year' ? 1 : sort === '-year' ? -1 : 0
  for (let at = 1; at < results.length; at++) {
    const step = direction * (years[at]! - years[at - 1]!)
    if (direction !== 0 && step !== 0 && !Number.isNaN(step)) expect(step).toBeGreaterThan(0)
    else expect(results[at]!.score).toBeLessThanOrEqual(results[at - 1]!.score)
  }
}

/** Asks as often as told, twice each, and compares with the reading. */
async function agree(
  context: SearchContext,
  passages: readonly Passage[],
  { exact, sentences, runs }: { exact: boolean; sentences: boolean; runs: number },
): Promise<void> {
  const readings = passages.map(read)
  const query = queriesOver({ readings, isContent, sentences, exact })
  await fc.assert(
    fc.asyncProperty(query, filters, async (asked, chosen) => {
      const parameters = parametersOf(asked, chosen)
      const answer = await search(context, parameters)
      const notices = answer.query.notices.filter(
        ({ key }) => key !== 'coverage' && key !== 'filter',
      )
      expect(notices).toEqual([])
      const matches = matchesOf(asked, readings, barOf(answer))
      check(answer, matches, parameters)
      expect(await search(context, parameters)).toEqual(answer)
    }),
    { numRuns: runs },
  )
}

/** Passages of a corpus as ingest makes them, but for those whose printed words stand at no one word of the text. */
async function passagesOf(corpus?: string, beginning?: string): Promise<Passage[]> {
  const index = await temporaryIndex(corpus, beginning)
  const context = await openContext(index.folder)
  try {
    return [...context.store.all()].filter((passage) => read(passage).isPlain)
  } finally {
    await context.close()
    await index.remove()
  }
}

const contextOf = (passages: readonly Passage[]) => ({
  ...sampleContext(passages),
  translator: null,
})

describe('a search finds, counts, sorts and marks what a plain reading of every text does', () => {
  it('on made passages with accents, damaged spellings, copies and unknown labels', async () => {
    const passages = madePassages(60, 7)
    const context = contextOf(passages)
    await agree(context, passages, { exact: false, sentences: true, runs: 1400 })
    await agree(context, passages, { exact: true, sentences: true, runs: 500 })
  })

  it('on the shipped reports', async () => {
    const passages = await passagesOf()
    expect(passages.length).toBeGreaterThan(90)
    const context = contextOf(passages)
    await agree(context, passages, { exact: false, sentences: false, runs: 150 })
    await agree(context, passages, { exact: true, sentences: false, runs: 50 })
  })

  const reports = sharedPath('eval/corpora/hrr-en')
  it.skipIf(reports === null)('on reports of another kind', async () => {
    const passages = await passagesOf(reports!, '2024')
    await agree(contextOf(passages), passages, { exact: false, sentences: false, runs: 60 })
  })

  it('and marks apart what matched only as a word of the other language', async () => {
    const passages = await passagesOf()
    const readings = new Map(passages.map((passage) => [passage.id, read(passage)]))
    const context = { ...contextOf(passages), translator: loadTranslator(null) }
    const choice = { readings: [...readings.values()], isContent, sentences: false, exact: false }
    let crossed = 0
    await fc.assert(
      fc.asyncProperty(queriesOver(choice), async ({ parts }) => {
        const query = { parts: parts.filter(({ kind }) => kind === 'word'), exact: false }
        fc.pre(query.parts.length > 0)
        const parameters = parametersOf(query, [])
        const { results, query: said } = await search(context, { ...parameters, cross: true })
        for (const { id, language, text, highlights, highlightKinds } of results) {
          const reading = readings.get(id)!
          const found = query.parts.flatMap((part) => find(part, reading, false).stretches)
          // "public" is a form of "público" too: either mark is right.
          const isBoth = ([start, end]: Range) =>
            said.crossTerms.some(
              (term) =>
                term.language === language &&
                isFormOf(term.word, reading.passage)(spelling(text.slice(start, end))),
            )
          const own = spansOf(found, reading).map(({ start, end }) => [start, end] as const)
          const marked = highlights.filter((_, at) => highlightKinds[at] === 'match')
          expect(marked.filter((each) => !isBoth(each))).toEqual(
            own.filter((each) => !isBoth(each)),
          )
          expect(highlights).toEqual(expect.arrayContaining(own))
          crossed += highlights.length - marked.length
        }
      }),
      {
        numRuns: 150,
        // The same word in both languages, and another form of it.
        examples: [
          [{ parts: [{ kind: 'word', word: 'legal' }], exact: false }],
          [{ parts: [{ kind: 'word', word: 'legales' }], exact: false }],
        ],
      },
    )
    expect(crossed).toBeGreaterThan(100)
  })
})
