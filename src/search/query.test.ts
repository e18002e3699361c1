import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printNode, printWithout } from './print.ts'
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
    ['"a b c d e f g h i"~20', 'too-many-near'],
    ['p* '.repeat(21), 'too-many-patterns'],
  ])('reads %s as text and says so', (query, key) => {
    expect(parseQuery(query).warnings.map((warning) => warning.key)).toContain(key)
  })

  it.each([
    ['a AND', 'group(word:a, word:and)'],
    ['AND OR NOT', 'group(word:and, word:or, word:not)'],
    ['a AND OR b', 'group(word:a, word:and, word:or, word:b)'],
    ['NOT', 'word:not'],
    ['a /s', 'word:a'],
    ['a OR () b', 'group(word:a, word:b)'],
    ['-() a', 'word:a'],
    ['a . - b', 'group(word:a, word:b)'],
    ['–según la ley– a', 'group(word:según, word:la, word:ley, word:a)'],
    ['year:soon lang:x:y', 'group(word:soon, lang:x:y)'],
    ['year: 2021', 'group(word:year, word:2021)'],
    ['year:2021, a', 'group(years:2021-2021, word:a)'],
    ['a,b', 'group(word:a, word:b)'],
    ['--a .year:2021 b!', 'group(word:a, years:2021-2021, word:b)'],
    ['anti-traf*', 'phrase:anti traf*'],
    [`${'('.repeat(70)}a${')'.repeat(70)} OR b`, 'or(word:a, word:b)'],
    ['. -', '-'],
    ['(', '-'],
    ['"', '-'],
    ['*', 'wildcard:*'],
  ])('makes of %s what is left of it', (query, expected) => {
    expect(print(parseQuery(query).root)).toBe(expected)
  })

  it('says each thing once', () => {
    expect(parseQuery('('.repeat(1900) + 'a').warnings).toEqual([
      { key: 'too-deep', text: '50' },
      { key: 'unclosed-parenthesis', text: '(' },
    ])
  })

  const pieces =
    '"|“|(|)| AND | OR | NOT |-|+|*|?|~2| /s | /3 |year:|lang:es|a|niños |1,054|:| |"b c"~3|§|(a OR b)'
  const piece = fc.constantFrom(...pieces.split('|'))
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((list) => list.join('')),
  )

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (query) => void parseQuery(query)),
      { numRuns: 1000 },
    )
  })

  it('is printed as a query that reads the same and is not malformed', () => {
    fc.assert(
      fc.property(typed, (query) => {
        const parsed = parseQuery(query)
        fc.pre(parsed.root !== null)
        const again = parseQuery(printNode(parsed.root!, parsed.text))
        expect(print(again.root)).toBe(print(parsed.root))
        expect(again.warnings).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['(judges OR prosecutors) AND training', 'judges', 'prosecutors AND training'],
    ['shelter NOT police', 'police', 'shelter'],
    ['a (b OR (c -d))', 'd', 'a (b OR c)'],
    ['"a b" year:2021', '"a b"', 'year:2021'],
    ['-a', 'a', ''],
  ])('is printed without a part: %s without %s', (query, text, expected) => {
    const parsed = parseQuery(query)
    const part = leavesOf(parsed.root!).find((node) => printNode(node, parsed.text) === text)!
    expect(printWithout(parsed, part)).toBe(expected)
  })
})

function leavesOf(node: QueryNode): QueryNode[] {
  if ('parts' in node) return node.parts.flatMap(leavesOf)
  return 'part' in node ? leavesOf(node.part) : [node]
}
