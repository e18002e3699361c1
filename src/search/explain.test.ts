import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStopWord } from '../analyze/stop-words.ts'
import { loadTranslator } from '../load/translator.ts'
import { queryText } from '../testing/oracle/expectation.ts'
import { madePassages } from '../testing/oracle/corpus.ts'
import { queriesOver } from '../testing/oracle/queries.ts'
import { read } from '../testing/oracle/reading.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { samplePassage } from '../lineage/sample-passage.ts'
import type { ScorePart } from './explain.ts'
import { parseParameters } from './parameters.ts'
import { search, type SearchContext } from './search.ts'

const passages = madePassages(60, 11)
const context = { ...sampleContext(passages), translator: loadTranslator(null) }
const isContent = (form: string) => !isStopWord(form, 'en') && !isStopWord(form, 'es')

async function explained(q: string, over: SearchContext = context) {
  const address = new URLSearchParams({ q, explain: '1', per_page: '100' })
  return (await search(over, parseParameters(address))).results
}

const sumOf = (parts: readonly ScorePart[]) => parts.reduce((sum, { score }) => sum + score, 0)

describe('an explanation', () => {
  it('has parts that add up to the score, whatever is asked', async () => {
    const choice = { readings: passages.map(read), isContent, sentences: true, exact: false }
    await fc.assert(
      fc.asyncProperty(queriesOver(choice), async (query) => {
        for (const { score, explanation } of await explained(queryText(query))) {
          expect(sumOf(explanation!)).toBeCloseTo(score, 9)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('tells what a passage gains by having all of the words where half of them do', async () => {
    const texts = [
      'The court of Lima closed a mine',
      'The court of Cusco closed a school and the mine stayed',
      'A mine in Lima, another mine in Lima',
    ]
    const reports = texts.map((text, at) =>
      samplePassage({ documentId: `report-${at}`, ordinal: 1, text }),
    )
    const results = await explained('court lima closed mine', sampleContext(reports))
    expect(results[0]!.text).toBe(texts[0])
    expect(results.length).toBeGreaterThan(1)
    expect(results[0]!.explanation!.map(({ kind }) => kind)).toContain('coverage')
    for (const { score, explanation } of results) expect(sumOf(explanation!)).toBeCloseTo(score, 9)
  })

  it('names the term, the spelling as typed, the language, the letters and what is beside it', async () => {
    const kinds = (await explained('where is a victims shelter?')).flatMap(({ explanation }) =>
      explanation!.map(({ kind }) => kind),
    )
    expect(new Set(kinds)).toEqual(new Set(['term', 'spelling', 'language', 'letters', 'beside']))
  })
})
