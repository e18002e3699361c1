import { describe, expect, it } from 'vitest'
import { plain } from '../testing/plain-document.ts'
import { segment } from './segment.ts'

const furnitureOf = (text: string) =>
  segment(plain(text)).flatMap(({ kind, printed }) => (kind === 'furniture' ? [printed] : []))

const half = (
  town: string,
) => `The commission heard witnesses in the town of ${town} and found that the state
had not answered them in any of the years that the report
covers, nor in ${town} in the year before`
const head = 'Human Rights Monitor'

describe('running heads of a text that shows no pages', () => {
  it('break into a sentence', () => {
    const text = `${head}\n\n${half('Lima')}\n\n${head}\n\nor in the year after it.\n\n${half('Puno')}.\n\n${head}\n\n${half('Ica')}.`
    expect(furnitureOf(text)).toEqual([head, head, head])
  })

  it('stand beside page numbers', () => {
    const page = (town: string, number: number) => `${head}\n\n${half(town)}.\n\n${number}\n`
    expect(furnitureOf(page('Lima', 1) + page('Puno', 2))).toEqual([head, '1', head, '2'])
  })

  it('may carry the number and alternate', () => {
    const text = `3   ${head}\n${half('Lima')}\n${head}   4\nor in the year after it.\n${half('Puno')}.\n5   ${head}\n${half('Ica')}.\n${head}   6\n${half('Tacna')}.`
    expect(furnitureOf(text)).toContain(`${head}   4`)
  })

  it.each([
    ['headings that come back under other years', 'Prison conditions'],
    ['paragraphs said again in the next edition', half('Lima')],
  ])('are not %s', (_, again) => {
    const text = `${again}\n\n${half('Puno')}.\n\n${again}\n\n${half('Ica')}.`
    expect(furnitureOf(text)).toEqual([])
  })
})

it('numbers the pages that their feet number', () => {
  const text = ['Lima', 'Puno', 'Ica'].map((town, at) => `${half(town)}.\n\nPage ${at + 7}\n`)
  const passages = segment(plain(text.join(''))).filter(({ kind }) => kind === 'paragraph')
  expect(passages.map(({ page }) => page)).toEqual([7, 8, 9])
})
