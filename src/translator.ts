/** Loads the translator: the glossaries that ship with the code and the one a user may put beside the documents. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asset } from './assets.ts'
import type { Analysis } from './translate/dictionary.ts'
import { parseGlossary } from './translate/glossary.ts'
import { createTranslator } from './translate/translate.ts'
import type { Translator } from './translate/translate.ts'

/** Reads the shipped glossary and `<corpus>/glossary.tsv` where there is one; the user's pairs stand above ours. */
export function loadTranslator(analysis: Analysis, corpus: string | null): Translator {
  const shipped = parseGlossary(readFileSync(asset('glossary.tsv'), 'utf8'))
  return createTranslator({ glossary: [...shipped, ...usersPairs(corpus)] }, analysis)
}

function usersPairs(corpus: string | null) {
  const file = corpus === null ? null : join(corpus, 'glossary.tsv')
  return file !== null && existsSync(file) ? parseGlossary(readFileSync(file, 'utf8')) : []
}
