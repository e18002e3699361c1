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

describe('footnotes under a rule', () => {
  const body = 'The commission heard the witnesses,1 and the state did not answer.2\n'

  it('need neither pages nor company, and end with their blank line', () => {
    const text = `${body}\n_________\n1 See Report, which\nis long.\n2 Ibid.\n\nIt closed the case.`
    const blocks = cut(text).filter(({ kind }) => kind !== 'furniture')
    expect(blocks.map(({ kind, mark, printed }) => [kind, mark ?? printed])).toEqual([
      ['paragraph', 'The commission heard the witnesses, and the state did not answer.'],
      ['footnote', '1'],
      ['footnote', '2'],
      ['paragraph', 'It closed the case.'],
    ])
  })

  it('may be called by raised numbers', () => {
    const text = `${body.replace('1', '¹').replace('2', '²')}\n_________\n¹ See Report.\n²Ibid.`
    const blocks = cut(text)
    expect(blocks.flatMap(({ calls }) => calls ?? [])).toEqual(['1', '2'])
    expect(blocks.flatMap(({ mark }) => mark ?? [])).toEqual(['1', '2'])
  })

  it('are not the numbered paragraphs under an underlined heading', () => {
    const text = 'Findings\n--------\n1. The state denied it.\n2. It was right.'
    expect(cut(text).filter(({ kind }) => kind === 'footnote')).toEqual([])
  })
})
