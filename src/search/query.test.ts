import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery, type QueryNode } from './query.ts'

/** The tree on one line: `or(phrase:forced labor, not(word:gold))`. */
function print(node: QueryNode | null): string {
  if (!node) return '-'
  switch (node.kind) {
    case 'and':
    case 'or':
    case 'group':
      return `${node.kind}(${node.parts.map(print).join(', ')})`
    case 'near':
      return `near ${node.distance}(${node.parts.map(print).join(', ')})`
    case 'not':
    case 'must':
      return `${node.kind}(${print(node.part)})`
    case 'wildcard':
      return `wildcard:${node.pattern}`
    case 'filter':
      return `${node.facet}:${node.value}`
    case 'years':
      return `years:${node.min}-${node.max}`
    case 'fuzzy':
      return `fuzzy:${node.text}~${node.distance ?? ''}`
    case 'within':
      return `within ${node.distance}:${node.text}`
    default:
      return `${node.kind}:${node.text}`
  }
}

describe('a query', () => {
  it.each([
    ['trafficking victims', 'group(word:trafficking, word:victims)'],
    [
      '"forced labor" OR (mine* AND NOT gold)',
      'or(phrase:forced labor, and(wildcard:mine*, not(word:gold)))',
    ],
    ['¿Cuántas víctimas?', 'group(word:Cuántas, word:víctimas)'],
    ['“curly quotes” -peru +law', 'group(phrase:curly quotes, not(word:peru), must(word:law))'],
    ['a OR b AND c', 'or(word:a, and(word:b, word:c))'],
    ['a /s b', 'near sentence(word:a, word:b)'],
    ['a /5 "c d"', 'near 4(word:a, phrase:c d)'],
    ['"a b"~10', 'within 10:a b'],
    ['w?rd word~ word~1', 'group(wildcard:w?rd, fuzzy:word~, fuzzy:word~1)'],
    ['year:2019..2022', 'years:2019-2022'],
    ['year:[2015 TO 2020]', 'years:2015-2020'],
    ['sección:Protección', 'section:proteccion'],
    ['lang:español', 'lang:es'],
    ['1 054 niños', 'group(word:1 054, word:niños)'],
    ['anti-trafficking', 'word:anti-trafficking'],
    ['', '-'],
  ])('reads %s', (query, expected) => {
    expect(print(parseQuery(query).root)).toBe(expected)
    expect(parseQuery(query).warnings).toEqual([])
  })

  it.each([
    ['"open quote', 'unclosed-quote'],
    ['( a OR b', 'unclosed-parenthesis'],
    ['a) b', 'stray-parenthesis'],
    ['a AND', 'dangling-operator'],
    ['foo:bar', 'unknown-field'],
    ['year:soon', 'bad-value'],
    ['"" a', 'empty-quote'],
    ['('.repeat(60) + 'a', 'too-deep'],
    ['a'.repeat(3000), 'too-long'],
  ])('reads %s as text and says so', (query, key) => {
    expect(parseQuery(query).warnings.map((warning) => warning.key)).toContain(key)
  })

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '(',
      ')',
      ' AND ',
      ' OR ',
      ' NOT ',
      '-',
      '+',
      '*',
      '?',
      '~2',
      ' /s ',
      ' /3 ',
      'year:',
      'lang:es',
      'a',
      'niños ',
      '1,054',
      ':',
      ' ',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(typed, (query) => void parseQuery(query)),
      { numRuns: 1000 },
    )
  })
})
