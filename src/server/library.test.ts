import { describe, expect, it } from 'vitest'
import { sampleDocument } from '../cite/sample-document.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { createLibrary } from './library.ts'

const heading = (text: string) => ({
  printed: text,
  text,
  level: 2,
  source: { start: 0, end: text.length },
  before: 1,
})

function libraryWith(...headings: readonly string[]) {
  const document = sampleDocument({ headings: headings.map(heading) })
  const context = sampleContext([], { documents: [document] })
  return createLibrary({ ...context, close: async () => undefined })
}

describe('the title of a section', () => {
  it('is the heading that its key was made of', () => {
    const library = libraryWith('c. Torture and Other Cruel, Inhuman Treatment')
    expect(library.sectionTitle('c-torture-and-other-cruel-inhuman-treatment')).toBe(
      'c. Torture and Other Cruel, Inhuman Treatment',
    )
  })
  it('is not in capitals where one report prints it otherwise', () => {
    const titles = ['B. DISAPPEARANCE', 'b. Disappearance', 'B. DISAPPEARANCE']
    expect(libraryWith(...titles).sectionTitle('b-disappearance')).toBe('b. Disappearance')
  })
  it('is unknown for a key of the taxonomy', () => {
    expect(libraryWith('PROTECCIÓN').sectionTitle('protection')).toBeNull()
  })
})
