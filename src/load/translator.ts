/** Loads the translator: the word lists that ship with the code and the one a user may put beside the documents. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asset } from './assets.ts'
import { parseForms } from '../translate/forms.ts'
import { parseGlossary } from '../translate/glossary.ts'
import { parseLearnedPairs } from '../translate/learned-pairs.ts'
import { createTranslator } from '../translate/translate.ts'
import type { Translator } from '../translate/translate.ts'

/** The user's own glossary: beside the documents, and in an index a copy of it. Lines as in ours. */
export const GLOSSARY = 'glossary.tsv'

/** Reads the shipped lists and the glossary in a folder where there is one; null = ours alone. */
export function loadTranslator(folder: string | null): Translator {
  return createTranslator({
    glossary: [
      ...parseGlossary(shipped('common-words.tsv')),
      ...parseGlossary(shipped('glossary.tsv')),
      ...usersPairs(folder),
    ],
    learned: parseLearnedPairs(shipped('learned-pairs.tsv')),
    forms: parseForms(shipped('irregular-forms.tsv')),
  })
}

function shipped(name: string): string {
  return readFileSync(asset(name), 'utf8')
}

function usersPairs(folder: string | null) {
  const file = folder === null ? null : join(folder, GLOSSARY)
  return file !== null && existsSync(file) ? parseGlossary(readFileSync(file, 'utf8')) : []
}
