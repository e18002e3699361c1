import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemTerm } from '../analyze/analyzer.ts'
import { tokenize } from '../analyze/tokenize.ts'
import { indexCognates, roughSpelling } from './cognates.ts'
import { parseForms } from './forms.ts'
import { parseGlossary, strayLines } from './glossary.ts'
import { createTranslator } from './translate.ts'

/** An index that has every term, or only those named. */
const vocabularyOf = (terms?: readonly string[]) => ({
  passages: 10,
  frequency: (term: string) => (!terms || terms.includes(term) ? 1 : 0),
  withPrefix: (prefix: string) => (terms ?? []).filter((term) => term.startsWith(prefix)),
  matching: (prefix: string, test: (term: string) => boolean) =>
    (terms ?? []).filter((term) => term.startsWith(prefix) && test(term)),
})

const translator = createTranslator({
  glossary: parseGlossary(
    [
      'en\tes\tmark',
      '# a remark',
      'half a line',
      'human trafficking\ttrata de personas',
      'trafficking\ttrata; tráfico',
      'hotline\tlínea telefónica',
      'sexual\tsexual',
      'exploit\texplotar',
      'explode\texplotar',
      'exploitation\texplotación',
      'sexual exploitation\texplotación sexual',
      'rape\tviolación\tambiguous',
      'violation\tviolación',
      'take\ttomar',
      'refugee\trefugiado',
      'shelter\trefugio',
      'girl\tniña',
      'child\tniño',
    ].join('\n'),
  ),
  learned: [{ en: 'budget', es: 'presupuesto', toSpanish: 0.9, toEnglish: 0.8 }],
  forms: parseForms('en\ttake\ttook taken'),
})
const translate = (text: string, language: 'en' | 'es' | 'und', terms?: readonly string[]) =>
  translator.translate({
    words: tokenize(text).map(({ form }) => form),
    language,
    vocabulary: vocabularyOf(terms),
    passages: { en: 5, es: 5 },
  })
const texts = (...query: Parameters<typeof translate>) => translate(...query).map((t) => t.text)

describe('translating a query', () => {
  it.each([
    ['trafficking', 'en', ['trata', 'tráfico']],
    ['the hotline', 'en', ['línea telefónica']],
    ['human trafficking', 'en', ['trata de personas']],
    ['Trata de personas', 'es', ['human trafficking']],
    ['VIOLACION', 'es', ['violation', 'rape']],
    ['hotline', 'und', ['línea telefónica']],
    ['niños', 'es', ['child', 'girl']],
    ['niñas', 'es', ['girl', 'child']],
    ['budgets', 'en', ['presupuesto']],
    ['took', 'en', ['tomar']],
    ['the', 'en', []],
    ['', 'en', []],
  ] as const)('says %s (%s) with %j', (text, language, expected) => {
    expect(texts(text, language)).toEqual(expect.arrayContaining([...expected]))
    if (expected.length === 0) expect(texts(text, language)).toEqual([])
  })

  it('says a run of words as a whole, and not its words one by one as well', () => {
    expect(texts('human trafficking', 'en')).toEqual(['trata de personas'])
    expect(texts('trafficking of humans', 'en')).toContain('tráfico')
  })

  it('leaves out what the reader removed', () => {
    const request = {
      words: ['trafficking'],
      language: 'en' as const,
      vocabulary: vocabularyOf(),
      passages: { en: 5, es: 5 },
      without: ['trata'],
    }
    expect(translator.translate(request).map(({ text }) => text)).toEqual(['tráfico'])
  })

  it('leaves out what the index does not have', () => {
    expect(texts('trafficking', 'en', ['s:trafic'])).toEqual(['tráfico'])
  })

  it('puts each word of a rendering with the query word it translates', () => {
    const [first] = translate('against sexual exploitation', 'en')
    expect(first).toMatchObject({ text: 'explotación sexual', span: { start: 1, end: 3 } })
    expect(first!.words.map(({ place, terms }) => [terms[0]?.term, place])).toEqual([
      ['s:explot', 2],
      ['s:sexual', 1],
    ])
  })

  it('marks an ambiguous word and lets it weigh less', () => {
    const [violation, rape] = translate('violación', 'es', ['n:violat', 'n:rape'])
    expect(violation!.ambiguous).toBe(false)
    expect(rape!.ambiguous).toBe(true)
    expect(rape!.weight).toBeLessThan(violation!.weight)
  })

  it('prefers the word itself to another with its stem', () => {
    const found = translate('refugio', 'es', ['n:shelter', 'n:refuge'])
    expect(found.map(({ text }) => text)).toEqual(['shelter', 'refugee'])
    expect(found[0]!.weight).toBeGreaterThan(2 * found[1]!.weight)
  })

  it('takes a word for itself where another with its stem is said alike', () => {
    const [first, second] = translate('explotación', 'es', ['n:exploit', 'n:explod'])
    expect([first!.text, second!.text]).toEqual(['exploit', 'explode'])
    expect(first!.weight).toBeGreaterThan(2 * second!.weight)
  })

  it('guesses by looks where it knows nothing, and shows a word of the index', () => {
    const terms = [stemTerm('fotografia', 'es'), '=fotografia', '=foto']
    const [guess] = translate('photography', 'en', terms)
    expect(guess).toMatchObject({ text: 'fotografia', source: 'cognate', ambiguous: true })
  })

  it.each([
    ['zebra', 'sexo'],
    ['zebra', 'ser'],
    ['quagga', 'cabo'],
    ['quagga', 'casos'],
    ['quarterback', 'cartera'],
    ['depletion', 'deportes'],
    ['celtic', 'celda'],
  ])('does not take %s for %s, which only begins like it', (english, spanish) => {
    expect(translate(english, 'en', [stemTerm(spanish, 'es'), `=${spanish}`])).toEqual([])
  })

  it('does not translate what is no word', () => {
    expect(translate('zzyzx', 'es', [stemTerm('size', 'en'), '=size'])).toEqual([])
    expect(translate('zzyzx', 'en', [stemTerm('sí', 'es'), '=si'])).toEqual([])
  })

  it('keeps spans and weights in range, whatever the words, and answers the same twice', () => {
    const words = fc.array(fc.oneof(fc.constantFrom('human', 'trafficking', 'de'), fc.string()))
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'es', 'und'), (query, language) => {
        const request = {
          words: query,
          language,
          vocabulary: vocabularyOf(),
          passages: { en: 5, es: 5 },
        }
        const found = translator.translate(request)
        expect(translator.translate(request)).toEqual(found)
        for (const { span, weight, words: said } of found) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(query.length)
          expect(weight).toBeGreaterThan(0)
          expect(weight).toBeLessThanOrEqual(1)
          expect(said.every(({ place }) => place >= span.start && place < span.end)).toBe(true)
          const weights = said.flatMap(({ terms }) => terms.map((term) => term.weight))
          expect(weights.every((each) => each > 0 && each <= 1)).toBe(true)
        }
      }),
    )
  })
})

describe('the lines of a glossary', () => {
  it('that are no pairs are told by their numbers', () => {
    const tsv = 'en\tes\n# ours\n\nhuman trafficking\ttrata\nhalf a line\nx\t \n\ty\r\n'
    expect(strayLines(tsv)).toEqual([5, 6, 7])
    expect(strayLines('shelter\trefugio; albergue\tambiguous\ta note')).toEqual([])
  })
})

describe('the rough spelling', () => {
  it.each([
    ['photograph', 'fotografia'],
    ['nation', 'nacion'],
    ['state', 'estado'],
    ['system', 'sistema'],
    ['commission', 'comision'],
    ['quality', 'calidad'],
  ])('brings %s near %s', (en, es) => {
    expect(indexCognates([`s:${es}`, 's:perro'], 'es').lookalikes(en, 0.35, 1)[0]?.term).toBe(
      `s:${es}`,
    )
    expect(roughSpelling(en)[0]).toBe(roughSpelling(es)[0])
  })
})
