/** MiniSearch alone, as its documentation says to use it: its own tokenizer, JSON on disk, facets counted by hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import { createFacetColumns, openFacetColumns } from '../facet-columns.ts'
import type { BenchQuery, Peer } from '../peer.ts'

const options: Options<{ id: number; text: string }> = { fields: ['text'] }

export const minisearch: Peer = {
  name: 'minisearch',
  missing: async () => null,
  async build(passages, folder) {
    const index = new MiniSearch(options)
    const columns = createFacetColumns()
    let id = 0
    for (const passage of passages) {
      index.add({ id: id++, text: passage.text })
      columns.add(passage)
    }
    columns.save(folder)
    writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index))
  },
  async open(folder) {
    const index = MiniSearch.loadJSON(
      readFileSync(join(folder, 'minisearch.json'), 'utf8'),
      options,
    )
    const count = openFacetColumns(folder)
    const search = (query: BenchQuery) => {
      const found = index.search(textOf(query), optionsOf(query))
      return { found, total: found.length, ids: found.slice(0, 10).map(({ id }) => id as number) }
    }
    return {
      lacks: ['phrase'],
      top: search,
      facets(query) {
        const answer = search(query)
        count(answer.found.map(({ id }) => id as number))
        return answer
      },
    }
  },
}

function textOf({ words }: BenchQuery): string {
  return words.join(' ')
}

function optionsOf({ kind }: BenchQuery): SearchOptions {
  if (kind === 'and') return { combineWith: 'AND' }
  if (kind === 'prefix') return { prefix: true }
  return kind === 'fuzzy' ? { fuzzy: 0.2 } : {}
}
