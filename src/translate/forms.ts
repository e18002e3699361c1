/** Forms of a word that share no stem with it: took of take, tuvo of tener. */
import type { Language } from '../model.ts'

/** By language, the other forms of a word. */
export type IrregularForms = Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>>

/** Reads tab-separated lines `language, word, forms` (forms separated by spaces); other lines are passed over. */
export function parseForms(tsv: string): IrregularForms {
  const forms = { en: new Map<string, string[]>(), es: new Map<string, string[]>() }
  for (const line of tsv.split(/\r?\n/u)) {
    const [language, word = '', others = ''] = line.split('\t')
    if (language === 'en' || language === 'es') forms[language].set(word, others.split(' '))
  }
  return forms
}
