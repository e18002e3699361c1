import { describe, expect, it } from 'vitest'
import { unmark } from './markup.ts'
import { runInHead } from './run-in.ts'

const prose = 'Courts heard the appeals of three men and sent them back to prison.'

const headOf = (printed: string) => runInHead(printed, unmark(printed).text)

describe('a heading that opens its own paragraph', () => {
  it.each([
    [`Physical Conditions: ${prose}`, 'Physical Conditions'],
    [`Child, Early, and Forced Marriage: ${prose}`, 'Child, Early, and Forced Marriage'],
    [`Libel/Slander Laws: “${prose}”`, 'Libel/Slander Laws'],
    [`PRESIDENTA DE LA COMISIÓN: ${prose}`, 'PRESIDENTA DE LA COMISIÓN'],
    [`a. Arbitrary Deprivation of Life: ${prose}`, 'a. Arbitrary Deprivation of Life'],
    [`a. Arbitrary Deprivation of Life. ${prose}`, 'a. Arbitrary Deprivation of Life'],
    [`**Condiciones físicas.** ${prose}`, 'Condiciones físicas'],
    [`_Condiciones físicas_: ${prose}`, 'Condiciones físicas'],
    [`**MODERADORA** **:** ${prose}`, 'MODERADORA'],
    [`Financial Disclosure.— ${prose}`, 'Financial Disclosure'],
  ])('is read off “%s”', (text, head) => {
    expect(headOf(text)).toBe(head)
  })

  it.each([
    `The law says this: ${prose}`,
    'Edad: 31 años.',
    `Note: ${prose}`,
    `He was seen in Lima. Police: ${prose}`,
    `Los tratantes explotan a mujeres: ${prose}`,
    `At 10:30 the court opened. ${prose}`,
    `World Bank. (2025). Costa Rica: ${prose}`,
    prose,
    '',
  ])('is not seen in “%s”', (text) => {
    expect(headOf(text)).toBeNull()
  })
})
