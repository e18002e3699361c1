import { describe, expect, it } from 'vitest'
import { ndcg, parseQrels } from './measures.ts'

const grades = new Map([
  ['a', 3],
  ['b', 1],
])

describe('nDCG', () => {
  it.each([
    [['a', 'b'], 1],
    [['a'], 3 / (3 + 1 / Math.log2(3))],
    [['x', 'y'], 0],
    [[], 0],
  ] as const)('of %j is %d', (ranked, expected) => {
    expect(ndcg(grades, ranked)).toBeCloseTo(expected, 10)
  })

  it('sees only the first k', () => {
    expect(ndcg(grades, ['x', 'a'], 1)).toBe(0)
  })
})

describe('judgments', () => {
  it('are read without remarks and without what is not relevant', () => {
    const judgments = parseQrels('# remark\nq1\ta\t3\nq1\tb\t0\n\nq2\tc\n')
    expect([...judgments.keys()]).toEqual(['q1', 'q2'])
    expect(judgments.get('q1')).toEqual(new Map([['a', 3]]))
  })
})
