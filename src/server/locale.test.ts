import { expect, it } from 'vitest'
import { acceptedLanguage, chosenLanguage } from './locale.ts'

it.each([
  ['es', 'es'],
  ['es-PE,es;q=0.9,en;q=0.8', 'es'],
  ['en-US,en;q=0.9,es;q=0.8', 'en'],
  ['fr,es;q=0.3', 'es'],
  ['fr', 'en'],
  ['es;q=0', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [';;,q=,', 'en'],
])('answers %s in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})

it.each([
  ['en', 'en'],
  ['es', 'es'],
  ['fr', null],
  ['', null],
  [null, null],
])('takes hl=%s as %s', (hl, language) => {
  expect(chosenLanguage(hl)).toBe(language)
})
