import { describe, expect, it } from 'vitest'
import { sampleContext } from '../testing/sample-context.ts'
import { madePassages } from '../testing/oracle/corpus.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const [first, ...others] = madePassages(3, 5)
const passages = [
  { ...first!, section: 'protection', text: 'El gobierno abrió dos refugios.' },
  ...others.map((passage) => ({ ...passage, section: 'prosecution', text: 'Los refugios abrió.' })),
]
const asked = async (q: string) =>
  search(sampleContext(passages), parseParameters(new URLSearchParams({ q })))

describe('help with an answer', () => {
  it('takes the Spanish name of a section for the section', async () => {
    const { total, query } = await asked('sección:protección refugios')
    expect(total).toBe(1)
    expect(query.warnings).toEqual([])
    expect((await asked('sección:"procesamiento judicial"')).total).toBe(2)
  })
  it('offers the words of a quotation that nobody said', async () => {
    const { total, alternatives } = await asked('“gobierno abrió refugios”')
    expect(total).toBe(0)
    const words = alternatives.find(({ kind }) => kind === 'words')
    expect(words).toMatchObject({ q: 'gobierno abrió refugios', total: 1 })
  })
  it('offers no such words where nothing is quoted', async () => {
    const { total, alternatives } = await asked('+gobierno +abrió +jueces')
    expect(total).toBe(0)
    expect(alternatives.map(({ kind }) => kind)).not.toContain('words')
  })
})
