import { describe, expect, it } from 'vitest'
import { libraryOf } from '../evaluate/library.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const translator = { translate: () => [], knows: () => 0 }
const texts = {
  peru: 'The government of Peru opened a shelter.',
  perus: 'It praised Peru’s shelter for girls.',
  arms: 'Éleuthère du Pont, of a Huguenot family, made gunpowder.',
}
const library = libraryOf(
  Object.entries(texts).map(([id, text]) => ({ id, lang: 'en' as const, text })),
  translator,
)

async function found(q: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { results } = await search(library, parseParameters(new URLSearchParams({ q, ...more })))
  return results.map(({ id }) => id).toSorted()
}

describe('a word with a mark inside', () => {
  it.each(["Peru's shelter", 'Peru’s shelter', "+Peru's"])(
    'that is a genitive is its word: %s',
    async (q) => expect(await found(q)).toEqual(['peru', 'perus']),
  )
  it('is as written in quotation marks and where exact', async () => {
    expect(await found('"Peru’s shelter"')).toEqual(['perus'])
    expect(await found("Peru's", { exact: '1' })).toEqual(['perus'])
  })
  it('is one thing among words, and its words count for themselves in a question', async () => {
    expect(await found('Huguenot-descended')).toEqual([])
    expect(await found('Who was Huguenot-descended?')).toEqual(['arms'])
  })
})
