import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePassage } from '../lineage/sample-passage.ts'
import { analyze, indexPassage, stemTerm, termsAt } from './analyzer.ts'
import { sentenceStarts } from './sentences.ts'
import { isStopWord } from './stop-words.ts'
import { tokenize } from './tokenize.ts'

const forms = (text: string) => tokenize(text).map(({ form }) => form)

describe('the words of a text', () => {
  it.each([
    ['1,054 = 1.054 = 1 054', ['1054', '1054', '1054']],
    ['$5 and 3,5 %', ['5', 'and', '3.5']],
    ['2.1.3', ['2', '1', '3']],
    ['U.S. and EE.UU.', ['us', 'and', 'eeuu']],
    ['LGBTQI+ UDAVIT', ['lgbtqi', 'udavit']],
    ['§ 1101', ['§', '1101']],
    ['victims² and ﬁne', ['victims', '²', 'and', 'fine']],
    ['Nin\u0303os', ['niños']],
  ])('are cut from %s', (text, expected) => {
    expect(forms(text)).toEqual(expected)
  })
  it('stand where their spans say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0
        for (const { span } of tokenize(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('the terms of a text', () => {
  it.each([
    ['investigación', 'investigaciones'],
    ['víctima', 'victimas'],
    ['psicología', 'psicologias'],
  ])('are the same for %s and %s', (one, other) => {
    expect(stemTerm(one, 'es')).toBe(stemTerm(other, 'es'))
  })
  it('are indexed as they are highlighted', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', 'N', 'ñ', 'É', '.', ' ', '1', ',', 'ﬁ', '\u0303') }),
    )
    const language = fc.constantFrom('en', 'es', 'und')
    fc.assert(
      fc.property(text, language, (each, tag) => {
        const where = { documentId: 'd', ordinal: 1 }
        const passage = samplePassage({ ...where, text: each, language: tag })
        const analyzed = analyze(passage)
        const { positions, sentences } = indexPassage(passage)
        expect(positions.map((_, at) => termsAt(analyzed, at))).toEqual(positions)
        expect(analyzed.sentences).toEqual(sentences)
        expect([analyzed.starts.length, analyzed.ends.length]).toEqual([
          positions.length,
          positions.length,
        ])
      }),
    )
  })
  it('hold the printed spelling beside the repaired one', () => {
    const repair = {
      rule: 'x',
      span: { start: 4, end: 9 },
      before: 'nifios',
      after: 'niños',
      confidence: 1,
    }
    const analyzed = analyze({ text: 'Los niños', language: 'es', repairs: [repair] })
    expect(termsAt(analyzed, 1)).toEqual(['s:nin', '=niños', '^ninos', 's:nif', '=nifios'])
  })
  it('are of both languages where the language is not known', () => {
    const analyzed = analyze({ text: 'Lima', language: 'und', repairs: [] })
    expect(termsAt(analyzed, 0)).toEqual(['n:lima', 's:lim', '=lima'])
  })
})

describe('sentences', () => {
  it.each([
    ['It did. The law changed.', [0, 8]],
    ['The U.S. Government and Sr. Ramos agreed.', [0]],
    ['¿Cuántas? ¡Muchas! Fin', [0, 10, 19]],
  ])('begin in %s', (text, expected) => {
    expect(sentenceStarts(text)).toEqual(expected)
  })
})

it('knows stop words without their accents', () => {
  expect(isStopWord('cuantos', 'es')).toBe(true)
  expect(isStopWord('trata', 'es')).toBe(false)
})
