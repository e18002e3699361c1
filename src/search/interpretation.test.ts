import { describe, expect, it } from 'vitest'
import { loadTranslator } from '../load/translator.ts'
import { madePassages } from '../testing/oracle/corpus.ts'
import { read, unaccented } from '../testing/oracle/reading.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const passages = madePassages(60, 3)
const readings = new Map(passages.map((passage) => [passage.id, read(passage)]))
const context = { ...sampleContext(passages), translator: loadTranslator(null) }
const ask = (q: string, more: Record<string, string> = {}) =>
  search(context, parseParameters(new URLSearchParams({ q, per_page: '100', ...more })))

describe('the line that says what was searched', () => {
  it('names parts in the order of the query, each with the search without it', async () => {
    const { query } = await ask('victims -gold (shelter OR "the police") year:2019..2021')
    expect(query.interpretation.map(({ text, kind, without }) => [text, kind, without])).toEqual([
      ['victims', 'word', '-gold (shelter OR "the police") year:2019..2021'],
      ['gold', 'not', 'victims (shelter OR "the police") year:2019..2021'],
      ['shelter', 'word', 'victims -gold "the police" year:2019..2021'],
      ['"the police"', 'phrase', 'victims -gold shelter year:2019..2021'],
      ['year:2019..2021', 'field', 'victims -gold (shelter OR "the police")'],
    ])
  })

  it('says what is near something as one part', async () => {
    const { query } = await ask('victims /s identified')
    expect(query.interpretation.map(({ text }) => text)).toEqual(['victims /s identified'])
  })

  it.each(['victims', 'ninos', 'identify shelters'])(
    'leads from %s to each word in its spelling alone',
    async (q) => {
      const { query } = await ask(q)
      expect(query.interpretation.some(({ only }) => only !== null)).toBe(true)
      for (const { text, also, only } of query.interpretation) {
        if (only === null) continue
        const { results, total } = await ask(only)
        expect(total).toBeGreaterThan(0)
        for (const { id } of results) {
          const forms = readings.get(id)!.words.flatMap((word) => word.forms.map(unaccented))
          expect(forms).toContain(text)
        }
        expect(also).not.toContain(text)
      }
    },
  )

  it('names the words of the other language, and drops one where asked', async () => {
    const { query, total } = await ask('shelters')
    const [first] = query.crossTerms
    const without = await ask('shelters', { drop: first!.word })
    expect(without.query.crossTerms.map(({ word }) => word)).not.toContain(first!.word)
    expect(without.total).toBeLessThan(total)
    const alone = await ask('shelters', { cross: '0' })
    expect(alone.query.crossTerms).toEqual([])
  })
})
