import { describe, expect, it } from 'vitest'
import { plain } from '../testing/plain-document.ts'
import { segment } from './segment.ts'

describe('hostile text', () => {
  it.each([
    ['one line of two million letters', 'a'.repeat(2e6)],
    ['a million spaces', `a.${' '.repeat(1e6)}b`],
    ['twenty thousand lines without a blank', 'the law of the land\n'.repeat(2e4)],
    ['twenty thousand headings', '# Same\n\n'.repeat(2e4)],
    ['twenty thousand bullets', 'a. • B'.repeat(2e4)],
    ['brackets that never close', '[^(_**<sup'.repeat(2e4)],
    ['addresses without end', 'http://a/'.repeat(2e4)],
    [
      'four thousand rows of two columns',
      `${'word '.repeat(6)}      ${'word '.repeat(6)}\n`.repeat(4e3),
    ],
  ])(
    'is cut in good time: %s',
    (_, text) => {
      expect(segment(plain(text)).length).toBeGreaterThan(0)
    },
    20_000,
  )
})
