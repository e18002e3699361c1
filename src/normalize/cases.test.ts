import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../load/lexicon.ts'
import { createRepairer, needsLexicon, undo } from './repair.ts'

interface Case {
  readonly label: string
  readonly original: string
  readonly repaired: string
}
const cases = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), 'utf8'))

const repair = (text: string) =>
  createRepairer(text, { lexicon: needsLexicon(text) ? loadLexicon() : null }).repair(text, 'und')

describe('repair with the lexicon', () => {
  it.each(cases('in-the-wild'))('mends $label', ({ original, repaired }) => {
    expect(repair(original).text).toBe(repaired)
  })

  it.each(cases('negative'))('leaves alone $label', ({ original }) => {
    expect(repair(original).text).toBe(original)
  })

  it.fails.each(cases('known-failures'))('does not yet mend $label', ({ original, repaired }) => {
    expect(repair(original).text).toBe(repaired)
  })

  it.each(cases('in-the-wild'))('can undo $label', ({ original }) => {
    const { text, repairs } = repair(original)
    expect(undo(text, repairs)).toBe(original)
  })

  it('logs spans in the repaired text and offers where they stand in it', () => {
    const { text, repairs, offers } = repair(cases('in-the-wild')[0]!.original)
    for (const { span, after } of repairs) expect(text.slice(span.start, span.end)).toBe(after)
    for (const { span, before } of offers) expect(text.slice(span.start, span.end)).toBe(before)
  })

  it('takes words seen clean elsewhere in the corpus for words', () => {
    const printed = 'La investigacién de la regién de Sanagoran y la poblacién de Sanagoran.'
    const knownWords = new Map([['sanagorán', 12]])
    const repairer = createRepairer(printed, { lexicon: loadLexicon(), knownWords })
    expect(repairer.repair(printed, 'es').text).toContain('de Sanagorán y')
  })
})

const scraps =
  'nifios la de que investigacién EI gobierno regi6n 0 mas ¢ ¢_Publicar Ins:tuto oﬁcina niÃ±o “ ™ \u200b e\u0301 \n ._ -\n'
const pieces = fc.oneof(
  fc.constantFrom(...scraps.split(' ').map((scrap) => scrap.replace('_', ' '))),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const damagedText = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' '))

describe('whatever was printed', () => {
  it('comes back from undo, byte for byte, and keeps its lines', () => {
    fc.assert(
      fc.property(damagedText, (printed) => {
        const { text, repairs } = repair(printed)
        expect(undo(text, repairs)).toBe(printed)
        expect(text.split('\n')).toHaveLength(printed.split('\n').length)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps every figure', () => {
    const figure = fc.oneof(
      fc.integer({ min: 1, max: 99999 }).map(String),
      fc.tuple(fc.nat(999), fc.nat(99)).map(([a, b]) => `${a},${b}`),
      fc.tuple(fc.nat(31), fc.nat(12), fc.nat(2030)).map((d) => d.join('/')),
      fc.nat(99999).map((n) => `N° ${n}-2019-PE`),
    )
    const damaged = 'la investigacién de los nifios de la regién segun la informacién'
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), (figures) => {
        const printed = figures.map((one) => `${damaged} ${one}`).join(' ')
        const { text } = repair(printed)
        for (const one of figures) expect(text).toContain(` ${one}`)
      }),
      { numRuns: 60 },
    )
  })
})
