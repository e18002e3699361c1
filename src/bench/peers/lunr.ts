/** lunr: an immutable index as JSON; facets counted by hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lunr from 'lunr'
import { createFacetColumns, openFacetColumns } from '../facet-columns.ts'
import type { BenchQuery, Peer } from '../peer.ts'

export const lunrPeer: Peer = {
  name: 'lunr',
  missing: async () => null,
  async build(passages, folder) {
    const columns = createFacetColumns()
    const builder = new lunr.Builder()
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer)
    builder.searchPipeline.add(lunr.stemmer)
    builder.ref('id')
    builder.field('text')
    let id = 0
    for (const passage of passages) {
      builder.add({ id: id++, text: passage.text })
      columns.add(passage)
    }
    columns.save(folder)
    writeFileSync(join(folder, 'lunr.json'), JSON.stringify(builder.build()))
  },
  async open(folder) {
    const index = lunr.Index.load(
      JSON.parse(readFileSync(join(folder, 'lunr.json'), 'utf8')) as object,
    )
    const count = openFacetColumns(folder)
    const search = (query: BenchQuery) => {
      const found = index.search(queryOf(query)).map(({ ref }) => Number(ref))
      return { found, total: found.length, ids: found.slice(0, 10) }
    }
    return {
      lacks: ['phrase'],
      top: search,
      facets(query) {
        const answer = search(query)
        count(answer.found)
        return answer
      },
    }
  },
}

function queryOf({ kind, words }: BenchQuery): string {
  if (kind === 'and') return words.map((word) => `+${word}`).join(' ')
  if (kind === 'prefix') return `${words[0]}*`
  return kind === 'fuzzy' ? `${words[0]}~${words[0]!.length < 8 ? 1 : 2}` : words.join(' ')
}
