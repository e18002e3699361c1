import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Analysis } from './dictionary.ts'
import { parseGlossary } from './glossary.ts'
import { createTranslator } from './translate.ts'

/** An analyzer without stems: folds, and knows four stop words. */
const analysis: Analysis = {
  toTerm: (word, language) =>
    `${language}:${word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}`,
  isStopWord: (word) => ['the', 'of', 'de', 'la'].includes(word.toLowerCase()),
  words: (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
}

/** An index that has every term, or only those named. */
const vocabularyOf = (terms?: readonly string[]) => ({
  frequency: (term: string) => (!terms || terms.includes(term) ? 1 : 0),
  matching: (prefix: string, test: (term: string) => boolean) =>
    (terms ?? []).filter((term) => term.startsWith(prefix) && test(term)),
})

const glossary = parseGlossary(
  [
    'en\tes\tmark',
    'human trafficking\ttrata de personas',
    'trafficking\ttrata; tráfico',
    'hotline\tlínea telefónica',
    'rape\tviolación\tambiguous',
    'violation\tviolación',
  ].join('\n'),
)
const translator = createTranslator({ glossary }, analysis)
const translate = (text: string, language: 'en' | 'es' | 'und', terms?: readonly string[]) =>
  translator.translate({
    words: analysis.words(text),
    language,
    vocabulary: vocabularyOf(terms),
  })

describe('translating a query', () => {
  it.each([
    ['trafficking', 'en', ['trata', 'tráfico']],
    ['the hotline', 'en', ['línea telefónica']],
    ['human trafficking', 'en', ['trata de personas', 'trata', 'tráfico']],
    ['Trata de personas', 'es', ['human trafficking', 'trafficking']],
    ['VIOLACION', 'es', ['violation', 'rape']],
    ['hotline', 'und', ['línea telefónica']],
    ['the', 'en', []],
    ['', 'en', []],
  ] as const)('says %s (%s) as %j', (text, language, expected) => {
    expect(translate(text, language).map((term) => term.text)).toEqual(expected)
  })

  it('leaves out what the index does not have', () => {
    expect(translate('trafficking', 'en', ['es:trafico']).map(({ text }) => text)).toEqual([
      'tráfico',
    ])
  })

  it('says which words of the query a rendering of several words stands for', () => {
    const [first] = translate('against human trafficking', 'en')
    expect(first).toMatchObject({ text: 'trata de personas', span: { start: 1, end: 3 } })
    expect(first!.terms.every(({ word }) => word === 1 || word === 2)).toBe(true)
  })

  it('marks an ambiguous word and lets it weigh less', () => {
    const [violation, rape] = translate('violación', 'es')
    expect(violation!.ambiguous).toBe(false)
    expect(rape!.ambiguous).toBe(true)
    expect(rape!.weight).toBeLessThan(violation!.weight)
  })

  it('keeps spans and weights in range, whatever the words, and answers the same twice', () => {
    const words = fc.array(fc.oneof(fc.constantFrom('human', 'trafficking', 'de'), fc.string()))
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'es', 'und'), (query, language) => {
        const request = { words: query, language, vocabulary: vocabularyOf() }
        const found = translator.translate(request)
        expect(translator.translate(request)).toEqual(found)
        for (const { span, weight, terms } of found) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(query.length)
          expect(weight).toBeGreaterThan(0)
          expect(weight).toBeLessThanOrEqual(1)
          expect(terms.every(({ word }) => word >= span.start && word < span.end)).toBe(true)
        }
      }),
    )
  })
})
