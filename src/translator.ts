/** Loads the translator: the word lists that ship with the code and the one a user may put beside the documents. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asset } from './assets.ts'
import { parseForms } from './translate/forms.ts'
import { parseGlossary } from './translate/glossary.ts'
import { parseLearnedPairs } from './translate/learned-pairs.ts'
import { createTranslator } from './translate/translate.ts'
import type { Translator } from './translate/translate.ts'

/** Reads the shipped lists and `<corpus>/glossary.tsv` where there is one; a user's pairs stand above ours. */
export function loadTranslator(corpus: string | null): Translator {
  return createTranslator({
    glossary: [
      ...parseGlossary(shipped('common-words.tsv')),
      ...parseGlossary(shipped('glossary.tsv')),
      ...usersPairs(corpus),
    ],
    learned: parseLearnedPairs(shipped('learned-pairs.tsv')),
    forms: parseForms(shipped('irregular-forms.tsv')),
  })
}

function shipped(name: string): string {
  return readFileSync(asset(name), 'utf8')
}

function usersPairs(corpus: string | null) {
  const file = corpus === null ? null : join(corpus, 'glossary.tsv')
  return file !== null && existsSync(file) ? parseGlossary(readFileSync(file, 'utf8')) : []
}
