import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBeSpanish } from './language-window.ts'

const english =
  'The government increased its efforts to protect victims, and the police referred most of them to shelters that civil society ran. '
const quotation =
  'La defensora dijo que las víctimas del delito no tenían acceso a los albergues y que el Estado era responsable de ello. '

describe('mayBeSpanish', () => {
  it('is not moved by the Spanish names in an English report', () => {
    const names =
      'The Comisión Nacional de los Derechos Humanos and the mayor of San Juan de la Maguana, who was in office when this was written, agreed. The government of El Salvador and the police of Los Angeles did not, nor did Juan de la Cruz, a judge. '
    expect(mayBeSpanish((english + names + english).repeat(30))).toBe(false)
  })

  it('sees one Spanish sentence in an English report, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat(6000), (before) => {
        const report = english.repeat(60)
        const at = report.indexOf(' ', before) + 1
        return mayBeSpanish(report.slice(0, at) + quotation + report.slice(at))
      }),
    )
  })

  it('sees Spanish that lost its accents and letters', () => {
    const damaged =
      'El gobierno aument6 los esfuerzos para la proteccién de las victimas y los nifios, y la policia investigé mas casos. '
    expect(mayBeSpanish(damaged.repeat(40))).toBe(true)
  })

  it('gives a short text the benefit of the doubt, but for one without a Spanish word', () => {
    expect(mayBeSpanish('Los Angeles')).toBe(true)
    expect(mayBeSpanish('Amnesty International')).toBe(false)
  })
})
