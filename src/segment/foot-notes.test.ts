import { describe, expect, it } from 'vitest'
import { plain } from '../testing/plain-document.ts'
import { segment } from './segment.ts'

const towns = ['Lima, a port', 'Cusco', 'Puno on its lake']
const page = (number: number, note: string) => {
  const town = towns[number - 1]!
  return `The commission of ${town} heard the witnesses of the case.${number} In
${town} it did not find that the state had answered them in any year, in
the town of ${town} or in another, and it said so.

${note}
`
}
const cut = (text: string) => segment(plain(text))

describe('footnotes that nothing marks', () => {
  const pages = [
    '1 See Report, part one.',
    '2\nSee Report, part two, which is\nlonger.',
    '3. Ibid.',
  ]
  const text = pages.map((note, index) => page(index + 1, note)).join('\f')

  it('are told by the number that the page above calls', () => {
    const notes = cut(text).filter(({ kind }) => kind === 'footnote')
    expect(notes.map(({ mark, printed }) => [mark, printed])).toEqual([
      ['1', '1 See Report, part one.'],
      ['2', '2 See Report, part two, which is longer.'],
      ['3', '3 Ibid.'],
    ])
  })

  it('leave the text, and their calls are known', () => {
    const paragraphs = cut(text).filter(({ kind }) => kind === 'paragraph')
    expect(paragraphs.map(({ calls }) => calls)).toEqual([['1'], ['2'], ['3']])
    expect(paragraphs[0]!.printed).toMatch(/heard the witnesses of the case\. In Lima/)
  })

  it.each([
    ['numbered paragraphs', '4 The state denied it.\n5 It was right.'],
    ['a number that the page before calls', '2 The state denied it.'],
  ])('are not seen in %s', (_, foot) => {
    const other = ['The first page.', foot, foot].map((note) => page(1, note)).join('\f')
    expect(cut(other).filter(({ kind }) => kind === 'footnote')).toEqual([])
  })
})
