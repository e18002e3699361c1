import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asset } from './assets.ts'
import { parseGlossary } from '../translate/glossary.ts'
import { GLOSSARY, loadTranslator } from './translator.ts'

/** An index that has every term. */
const vocabulary = { passages: 10, frequency: () => 1, withPrefix: () => [], matching: () => [] }
const passages = { en: 5, es: 5 }

describe('the shipped lists', () => {
  it.each([
    ['glossary.tsv', 2000],
    ['common-words.tsv', 4500],
  ])('%s holds at least %d pairs, none twice', (name, least) => {
    const pairs = parseGlossary(readFileSync(asset(name), 'utf8'))
    const distinct = new Set(pairs.map(({ en, es }) => `${en}|${es}`.toLowerCase()))
    expect(pairs.length).toBeGreaterThanOrEqual(least)
    expect(distinct.size).toBe(pairs.length)
  })

  it.each([
    ['human trafficking', 'en', 'trata de personas'],
    ['witness protection', 'en', 'protección de testigos'],
    ['defensoría del pueblo', 'es', "ombudsman's office"],
    ['huelga de hambre', 'es', 'hunger strike'],
    ['taught', 'en', 'enseñar'],
  ] as const)('say %s (%s) as %s', (text, language, expected) => {
    const words = text.split(' ')
    const found = loadTranslator(null).translate({ words, language, vocabulary, passages })
    expect(found.map((translation) => translation.text)).toContain(expected)
  })
})

describe("a user's glossary", () => {
  it('joins ours', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pasaje-'))
    try {
      writeFileSync(join(folder, GLOSSARY), 'en\tes\nhook\tenganche\n')
      const request = { words: ['hook'], language: 'en' as const, vocabulary, passages }
      const found = loadTranslator(folder).translate(request)
      expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(['enganche', 'gancho']))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
