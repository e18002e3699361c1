import { expect, it } from 'vitest'
import { percentilesOf } from './percentiles.ts'

it('takes percentiles by nearest rank, whatever the order', () => {
  const samples = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentilesOf(samples)).toEqual({ p50: 50, p95: 95, p99: 99 })
  expect(percentilesOf([3])).toEqual({ p50: 3, p95: 3, p99: 3 })
})
