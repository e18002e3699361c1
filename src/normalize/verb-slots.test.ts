import { expect, it } from 'vitest'
import { loadLexicon } from '../load/lexicon.ts'
import { hashNeighbours, neighboursOf } from './neighbours.ts'
import { verbSlot } from './verb-slots.ts'
import { findWords } from './words.ts'

/** How much the place of the word between stars asks for a verb. */
function asked(marked: string): number {
  const text = marked.replaceAll('*', '')
  const words = findWords(text)
  const at = words.findIndex((word) => word.start === marked.indexOf('*'))
  return verbSlot(loadLexicon().slots, hashNeighbours(neighboursOf(text, words, at)))
}

it('asks for a verb between a subject and its object, not between an article and its complement', () => {
  expect(asked('El gobierno *aumento* los esfuerzos de la policía')).toBeGreaterThan(0)
  expect(asked('La comisión *desarrollo* un sistema de registro')).toBeGreaterThan(0)
  expect(asked('Según el *aumento* de los casos en la región')).toBeLessThan(0)
  expect(asked('Se informó sobre un *desarrollo* de la industria')).toBeLessThan(0)
})
