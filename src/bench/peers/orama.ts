/** Orama with its own facets, saved and loaded as JSON. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, insert, load, save, search, type AnyOrama, type RawData } from '@orama/orama'
import { facetOrder, type BenchQuery, type Peer } from '../peer.ts'

const schema = {
  text: 'string',
  year: 'enum',
  section: 'enum',
  lang: 'enum',
  doc: 'enum',
  country: 'enum',
} as const

export const orama: Peer = {
  name: 'orama',
  missing: async () => null,
  async build(passages, folder) {
    const index = create({ schema })
    for (const { id, text, facets } of passages) await insert(index, { id, text, ...facets })
    writeFileSync(join(folder, 'orama.json'), JSON.stringify(save(index)))
  },
  async open(folder) {
    const index: AnyOrama = create({ schema })
    load(index, JSON.parse(readFileSync(join(folder, 'orama.json'), 'utf8')) as RawData)
    const ask = async (query: BenchQuery, facets: object) => {
      const { hits, count } = await search(index, { ...paramsOf(query), ...facets })
      return { total: count, ids: hits.map(({ id }) => id) }
    }
    return {
      lacks: ['phrase'],
      top: (query) => ask(query, {}),
      facets: (query) =>
        ask(query, { facets: Object.fromEntries(facetOrder.map((name) => [name, {}])) }),
    }
  },
}

function paramsOf({ kind, words }: BenchQuery) {
  const term = words.join(' ')
  const common = { term, properties: ['text'], limit: 10 }
  if (kind === 'prefix') return common
  if (kind === 'fuzzy') return { ...common, tolerance: term.length < 8 ? 1 : 2 }
  return { ...common, exact: true, threshold: kind === 'and' ? 0 : 1 }
}
