import { expect, it } from 'vitest'
import { libraryOf } from '../evaluate/library.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const context = libraryOf(
  [
    { id: 'a', lang: 'en', text: 'Nine children and nine generals were identified.' },
    { id: 'b', lang: 'en', text: 'Nine shelters were open in general.' },
    { id: 'f', lang: 'en', text: 'They identify, and identifying is identification.' },
    { id: 'g', lang: 'es', text: 'Identificaron con la identificación.' },
    { id: 'c', lang: 'es', text: 'Los niños y las niñas viven en el refugio.' },
    { id: 'd', lang: 'es', text: 'Un niño declaró ante el juez general.' },
    { id: 'e', lang: 'es', text: 'Los derechos generales de la niña.' },
  ],
  { translate: () => [], knows: () => 0 },
)

it.each([
  ['los ninos y niños', 'niños', ['niña', 'niñas', 'niño']],
  ['los derechos generales', 'generales', ['general']],
  ['los que identificaron', 'identificaron', ['identificación']],
])('lists in %s the other forms of %s in its language', async (q, word, expected) => {
  const { query } = await search(context, parseParameters(new URLSearchParams({ q })))
  const forms = query.interpretation.find(({ text }) => text === word)?.also
  expect(forms?.toSorted()).toEqual(expected)
})
