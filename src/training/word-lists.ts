/** Where the lexicon's words and their commonness come from: a spelling dictionary, counted texts, a list of ranks. */
import { createRequire } from 'node:module'
import dictionary from 'dictionary-es'

const require = createRequire(import.meta.url)

/** The package ships no types; its `data` holds every form it accepts. */
type Nspell = (aff: Uint8Array, dic: Uint8Array) => { readonly data: Record<string, unknown> }

/** Every form the Spanish dictionary accepts, lower case (dictionary-es, used under its MPL-1.1 option; expanded by nspell). */
export function dictionaryForms(): Set<string> {
  const nspell = require('nspell') as Nspell
  const forms = new Set<string>()
  for (const form of Object.keys(nspell(dictionary.aff, dictionary.dic).data))
    if (/^\p{L}+$/u.test(form)) forms.add(form.toLowerCase())
  return forms
}

/** How often each word (runs of letters, lower case) stands in a text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
