import { describe, expect, it } from 'vitest'
import { exactSpans, fit, quoteParts, wordSpans } from './quote-match.ts'

const source =
  'In 2021, police reported 1,054 victims—10% of them boys; the “Alto a la trata” program paid $20 each. The anti-trafficking unit closed.'
const isExact = (quotation: string) => exactSpans(quoteParts(quotation), source) !== null

describe('exactSpans', () => {
  it.each([
    'police reported 1,054 victims',
    'police  reported\n1,054 victims-10% of them boys.',
    'the "Alto a la trata" program paid $20 each,',
    'In 2021 … 10% of them boys',
    'In 2021 [...] paid $20 each',
    'police reported 1,054 victims . . . 10% of them',
    '[t]he anti-trafficking unit closed',
    'police reported [in Lima] 1,054 victims',
  ])('finds %j', (quotation) => {
    expect(isExact(quotation)).toBe(true)
  })

  it.each([
    'police reported 1,055 victims',
    'police reported 1',
    '054 victims',
    'police report',
    'In 2021, police reported 1,054 victims—10',
    'paid 20 each',
    'program paid $2',
    'In 2020, police reported 1,054 victims',
    'Police reported 1,054 victims',
    'The anti',
    'the anti-trafficking unit closed',
    '10% of them boys … In 2021',
    'In 2021 police reported',
    '…',
  ])('does not find %j', (quotation) => {
    expect(isExact(quotation)).toBe(false)
  })

  it('reads accents composed and decomposed alike', () => {
    expect(
      exactSpans(quoteParts('el papá llegó'), 'Y el papa\u0301 llego\u0301 tarde'),
    ).not.toBeNull()
    expect(exactSpans(quoteParts('el papa llego'), 'Y el papá llegó tarde')).toBeNull()
  })

  it('says where the words stand', () => {
    const [span] = exactSpans(quoteParts('reported  1,054'), source)!
    expect(source.slice(span!.start, span!.end)).toBe('reported 1,054')
  })
})

describe('fit', () => {
  it('finds the stretch that is most alike', () => {
    const found = fit(wordSpans('police counted 1,055 victims'), wordSpans(source))!
    expect(source.slice(found.span.start, found.span.end)).toBe('police reported 1,054 victims')
    expect(found).toMatchObject({ similarity: 0.5, atEdge: false })
  })
})
