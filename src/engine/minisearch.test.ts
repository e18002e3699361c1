import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import type { IndexedPassage } from '../model.ts'
import { describeEngine } from './contract.ts'
import { createMiniSearchEngine } from './minisearch.ts'

describeEngine('minisearch', (passages) => Promise.resolve(createMiniSearchEngine(passages)))

describe('the scorer over the posting lists of MiniSearch', () => {
  it("gives MiniSearch's own scores, less its factor for the number of words matched", async () => {
    const texts = ['forced labor in mines', 'labor labor mines', 'the law', 'forced marriage law']
    const theirs = new MiniSearch({ fields: ['text'] })
    theirs.addAll(texts.map((text, id) => ({ id, text })))
    const facets = { year: '', section: '', lang: 'en', doc: 'd', country: '' }
    const ours = createMiniSearchEngine(
      texts.map((text, id): IndexedPassage => {
        const positions = text.split(' ').map((word) => [word])
        return { id: String(id), positions, sentences: [0], facets, group: String(id) }
      }),
    )
    const { hits } = await ours.search({
      clause: {
        kind: 'or',
        clauses: ['forced', 'labor', 'mines'].map((term) => ({
          kind: 'terms',
          terms: [{ term, weight: 1 }],
        })),
      },
      filters: {
        facets: Object.fromEntries(
          Object.keys(facets).map((facet) => [facet, { include: [], exclude: [] }]),
        ) as never,
        yearMin: null,
        yearMax: null,
      },
      sort: 'relevance',
      offset: 0,
      limit: 10,
      collapse: false,
    })
    for (const { id, score, queryTerms } of theirs.search('forced labor mines')) {
      const hit = hits.find((each) => each.id === String(id))
      expect(hit?.score).toBeCloseTo(score / queryTerms.length, 9)
    }
    expect(hits).toHaveLength(3)
  })
})
