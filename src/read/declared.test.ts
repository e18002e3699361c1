import { describe, expect, it } from 'vitest'
import { parseDeclarations } from './declared.ts'

const error = (source: string): unknown => {
  try {
    parseDeclarations(source)
  } catch (thrown) {
    return thrown
  }
  return null
}

describe('parseDeclarations', () => {
  it('lays defaults, patterns and names over one another, field by field', () => {
    const declared = parseDeclarations(`
defaults: { publisher: State, language: en }
documents:
  '**/*-es.txt': { language: es, year: 2019 }
  peru/tip-es.txt: { year: 2020 }
`)
    expect(declared('a.txt')).toEqual({ publisher: 'State', language: 'en' })
    expect(declared('peru/x-es.txt')).toEqual({ publisher: 'State', language: 'es', year: 2019 })
    expect(declared('peru/tip-es.txt')).toEqual({ publisher: 'State', language: 'es', year: 2020 })
  })

  it('takes an empty manifest for none', () => {
    expect(parseDeclarations('# nothing\n')('a.txt')).toEqual({})
  })

  it.each([
    ['a key it does not know', 'documents:\n  a.txt:\n    titel: X\n', /line 3: .*titel/],
    ['a year that is none', 'documents:\n  a.txt:\n    year: soon\n', /line 3: .*year/],
    ['a language it cannot read', 'defaults:\n  language: fr\n', /line 2: .*language/],
    ['an address that is none', 'defaults:\n\n  url: here\n', /line 3: .*url/],
    ['broken YAML', 'defaults:\n  title: "open\n', /line \d/],
    ['a list', '- a\n', /line 1/],
  ])('refuses %s and names the line', (_, source, message) => {
    expect(error(source)).toMatchObject({
      code: 'manifest-invalid',
      message: expect.stringMatching(message),
    })
  })
})
