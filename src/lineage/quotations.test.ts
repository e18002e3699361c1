import { describe, expect, it } from 'vitest'
import { readDraft } from './quotations.ts'

const marked = (draft: string) =>
  readDraft(draft).flatMap((paragraph) => paragraph.marked.map((quotation) => quotation.text))

describe('readDraft', () => {
  it.each([
    ['straight marks', 'He said "one two three four" twice.', ['one two three four']],
    ['curly marks', 'He said “one two three four” twice.', ['one two three four']],
    ['angle marks', 'Dijo «uno dos tres cuatro» ayer.', ['uno dos tres cuatro']],
    [
      'marks inside marks',
      '"one two "three four" five six" he said',
      ['one two "three four" five six'],
    ],
    [
      'a quotation interrupted',
      '"one two three four," he said, "five six seven eight."',
      ['one two three four,', 'five six seven eight.'],
    ],
    ['a mark that is never closed', 'It says “one two three four', ['one two three four']],
    ['no scare quotes', 'the "so called" problem', []],
  ])('finds %s', (_name, draft, expected) => {
    expect(marked(draft)).toEqual(expected)
  })

  it('parts paragraphs at blank lines', () => {
    const blocks = readDraft('one\ntwo\n\n  three').map(({ block }) => block)
    expect(blocks.map(({ text }) => text)).toEqual(['one\ntwo', 'three'])
    expect(blocks[1]!.span).toEqual({ start: 11, end: 16 })
  })
})
