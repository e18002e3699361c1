/** FlexSearch: its fast index, written through its own export; no scores, so no ranking to compare; facets by hand. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import FlexSearch from 'flexsearch'
import { createFacetColumns, openFacetColumns } from '../facet-columns.ts'
import type { BenchQuery, Peer } from '../peer.ts'

const createIndex = () => new FlexSearch.Index({ tokenize: 'strict', context: false })
const suffix = '.flexsearch'

export const flexsearch: Peer = {
  name: 'flexsearch',
  missing: async () => null,
  async build(passages, folder) {
    const index = createIndex()
    const columns = createFacetColumns()
    let id = 0
    for (const passage of passages) {
      index.add(id++, passage.text)
      columns.add(passage)
    }
    columns.save(folder)
    await index.export((key: string, data: unknown) => {
      writeFileSync(join(folder, key + suffix), typeof data === 'string' ? data : '')
    })
  },
  async open(folder) {
    const index = createIndex()
    for (const file of readdirSync(folder).filter((name) => name.endsWith(suffix))) {
      const data = readFileSync(join(folder, file), 'utf8')
      if (data) index.import(file.slice(0, -suffix.length), data)
    }
    const count = openFacetColumns(folder)
    const search = ({ kind, words }: BenchQuery, limit: number) =>
      index.search(words.join(' '), { limit, suggest: kind === 'or' }) as number[]
    return {
      // Prefixes need another, far larger index; edit distance and phrases it has not.
      lacks: ['prefix', 'fuzzy', 'phrase'],
      top(query) {
        const ids = search(query, 10)
        return { total: ids.length, ids }
      },
      facets(query) {
        const all = search(query, Number.MAX_SAFE_INTEGER)
        count(all)
        return { total: all.length, ids: all.slice(0, 10) }
      },
    }
  },
}
