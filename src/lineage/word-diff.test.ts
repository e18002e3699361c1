import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from './word-diff.ts'

/** '[old|new]' where words were replaced, inserted or deleted; '#' where a figure differs. */
const shown = (left: string, right: string) =>
  wordDiff(left, right)
    .map((part) => {
      const [a, b] = [
        left.slice(part.left.start, part.left.end),
        right.slice(part.right.start, part.right.end),
      ]
      return part.kind === 'equal' ? b : `[${part.figure ? '#' : ''}${a}|${b}]`
    })
    .join('')

const bare = (text: string) => text.replaceAll(' ', '')

describe('wordDiff', () => {
  it.each([
    [
      'marks moved figures',
      'In 2020, 1,054 victims',
      'In 2021, 980 victims',
      'In [#2020|2021], [#1,054|980] victims',
    ],
    [
      'gives inserted words the space before them',
      'the city.',
      'the city and beyond.',
      'the city[| and beyond].',
    ],
    ['gives deleted words the space before them', 'x a y', 'x y', 'x[ a|] y'],
    ['keeps equal text whole', 'no change', 'no change', 'no change'],
    ['does not call curly quotes a change', '“free”', '"free"', '"free"'],
    ['sees a changed accent', 'el papá', 'el papa', 'el [papá|papa]'],
    [
      'joins changes around a word left by chance',
      'aa bb of cc dd',
      'ee ff of gg hh',
      '[aa bb of cc dd|ee ff of gg hh]',
    ],
    [
      'keeps a longer stretch between changes',
      'aa the law of Peru bb',
      'cc the law of Peru dd',
      '[aa|cc] the law of Peru [bb|dd]',
    ],
    ['compares with nothing', '', 'x y', '[|x y]'],
  ])('%s', (_name, left, right, expected) => {
    expect(shown(left, right)).toBe(expected)
  })

  it('covers both texts from end to end, equal parts being equal but for white space', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', '12', '13', '.', ' ', '  '))
      .map((x) => x.join(''))
    fc.assert(
      fc.property(text, text, (left, right) => {
        const parts = wordDiff(left, right)
        expect(parts.map((p) => left.slice(p.left.start, p.left.end)).join('')).toBe(left)
        expect(parts.map((p) => right.slice(p.right.start, p.right.end)).join('')).toBe(right)
        for (const part of parts.filter((p) => p.kind === 'equal')) {
          expect(bare(left.slice(part.left.start, part.left.end))).toBe(
            bare(right.slice(part.right.start, part.right.end)),
          )
        }
      }),
    )
  })
})
