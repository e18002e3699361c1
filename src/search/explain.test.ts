import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStopWord } from '../analyze/stop-words.ts'
import { loadTranslator } from '../load/translator.ts'
import { queryText } from '../testing/oracle/expectation.ts'
import { madePassages } from '../testing/oracle/corpus.ts'
import { queriesOver } from '../testing/oracle/queries.ts'
import { read } from '../testing/oracle/reading.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const passages = madePassages(60, 11)
const context = { ...sampleContext(passages), translator: loadTranslator(null) }
const isContent = (form: string) => !isStopWord(form, 'en') && !isStopWord(form, 'es')

async function explained(q: string) {
  const address = new URLSearchParams({ q, explain: '1', per_page: '100' })
  return (await search(context, parseParameters(address))).results
}

describe('an explanation', () => {
  it('has parts that add up to the score, whatever is asked', async () => {
    const choice = { readings: passages.map(read), isContent, sentences: true, exact: false }
    await fc.assert(
      fc.asyncProperty(queriesOver(choice), async (query) => {
        for (const { score, explanation } of await explained(queryText(query))) {
          const sum = explanation!.reduce((total, part) => total + part.score, 0)
          expect(sum).toBeCloseTo(score, 9)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('names the term, the spelling as typed, the language, the letters and what is beside it', async () => {
    const kinds = (await explained('where is a victims shelter?')).flatMap(({ explanation }) =>
      explanation!.map(({ kind }) => kind),
    )
    expect(new Set(kinds)).toEqual(new Set(['term', 'spelling', 'language', 'letters', 'beside']))
  })
})
