/** The help says what is implemented: each of its examples is a query that is read as meant and finds something. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { helpEn } from '../../web/views/help-en.ts'
import { helpEs } from '../../web/views/help-es.ts'
import { openContext } from '../context.ts'
import { temporaryIndex, type TemporaryIndex } from '../testing/temporary-index.ts'
import { createLibrary, type Library } from './library.ts'

let index: TemporaryIndex
let library: Library
beforeAll(async () => {
  index = await temporaryIndex()
  library = createLibrary(await openContext(index.folder))
})
afterAll(async () => {
  await library.close()
  await index.remove()
})

it.each([...helpEn.grammar, ...helpEs.grammar])('%s finds %s', async (q) => {
  const { query, total } = await library.search(new URLSearchParams({ q }))
  expect(total).toBeGreaterThan(0)
  expect(query.warnings).toEqual([])
})
