/** Every result of a search, streamed: no ceiling, and the same results in the same order as the page shows. */
import { printParameters, type SearchParameters } from '../search/parameters.ts'
import { search, type SearchContext } from '../search/search.ts'
import { printers, type ExportFormat } from './formats.ts'
import { toItem, toRow, type ExportOrigin } from './row.ts'

/** Results asked for at once: few searches for a large export, little memory. */
const BATCH = 1000

/** The export in pieces of text. The format's head comes first, even where nothing was found. */
export async function* exportResults(
  context: SearchContext,
  parameters: SearchParameters,
  options: { readonly format: ExportFormat } & Omit<ExportOrigin, 'query'>,
): AsyncGenerator<string> {
  const printer = printers[options.format]
  const query = printParameters({ ...parameters, page: 1, perPage: 20 }).toString()
  const { store } = context
  const version = store.manifest.version
  let index = 0
  yield printer.head
  for (let page = 1; ; page++) {
    const answer = await search(context, { ...parameters, page, perPage: BATCH })
    let piece = ''
    for (const result of answer.results) {
      const passage = store.passage(result.id)
      if (!passage) throw new Error(`the store has no passage ${result.id}`)
      const row = toRow(result, passage, { ...options, query, version })
      piece += printer.row(row, () => toItem(row, passage, { store, date: options.date }), index++)
    }
    if (piece !== '') yield piece
    if (page * BATCH >= answer.total || answer.results.length === 0) break
  }
  yield printer.tail
}
