import { describe, expect, it } from 'vitest'
import { canonical, changed, filtersOf, toggled, unfiltered } from './address.ts'

const query = (text: string) => new URLSearchParams(text)

describe('the address of a search', () => {
  it.each([
    ['page=1&sort=relevance&q=a', 'q=a'],
    ['per_page=20&cross=1&collapse=1&exact=0', ''],
    ['sort=year&q=a&year=2021&year=2021', 'q=a&year=2021&sort=year'],
    ['q=&year=&unknown=1', ''],
    ['lang=es&section=protection&q=x', 'q=x&section=protection&lang=es'],
  ])('writes %s as %s', (from, to) => {
    expect(canonical(query(from)).toString()).toBe(to)
  })

  it('goes back to the first page when anything changes', () => {
    expect(changed(query('q=a&page=3'), { sort: 'year' }).toString()).toBe('q=a&sort=year')
    expect(toggled(query('q=a&page=3'), 'year', '2021').toString()).toBe('q=a&year=2021')
  })

  it('takes a value back by the same click', () => {
    expect(toggled(query('year=2021&year=2022'), 'year', '2021').toString()).toBe('year=2022')
    expect(toggled(query('year=-2021'), 'year', '-2021').toString()).toBe('')
  })

  it('lets a value be chosen or left out, not both', () => {
    expect(toggled(query('year=2021'), 'year', '-2021').toString()).toBe('year=-2021')
  })

  it('names every filter and the search without it', () => {
    const filters = filtersOf(query('q=a&lang=-es&year_min=2019'))
    expect(filters.map(({ name, value, without }) => [name, value, without.toString()])).toEqual([
      ['lang', '-es', 'q=a&year_min=2019'],
      ['year_min', '2019', 'q=a&lang=-es'],
    ])
    expect(unfiltered(query('q=a&lang=-es&year_min=2019')).toString()).toBe('q=a')
  })
})
