import { expect, it } from 'vitest'
import { createRecent } from './recent.ts'

it('makes a value once, and again only when others were asked for since', () => {
  const recent = createRecent<string, string>(2)
  const made: string[] = []
  const ask = (key: string) =>
    recent.get(key, (each) => {
      made.push(each)
      return each.toUpperCase()
    })
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

it('remembers that there is nothing', () => {
  const recent = createRecent<string, null>(2)
  recent.get('a', () => null)
  expect(recent.find('a')).toBeNull()
  expect(
    recent.get('a', () => {
      throw new Error('asked again')
    }),
  ).toBeNull()
})
