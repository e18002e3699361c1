import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'

describe('the messages', () => {
  it.each([
    [0, '0 passages', '0 pasajes'],
    [1, '1 passage', '1 pasaje'],
    [2, '2 passages', '2 pasajes'],
    [12345, '12,345 passages', '12.345 pasajes'],
    [1_000_000, '1,000,000 passages', '1.000.000 pasajes'],
  ])('counts %d in both languages', (n, english, spanish) => {
    expect(en.passages(n)).toBe(english)
    expect(es.passages(n)).toBe(spanish)
  })

  it('says the same things in both', () => {
    expect(Object.keys(es).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  it('writes dates as each language does', () => {
    expect(en.date('2026-03-04T00:00:00Z')).toBe('March 4, 2026')
    expect(es.date('2026-03-04T00:00:00Z')).toBe('4 de marzo de 2026')
  })
})
