/** Loads the shipped citation styles, once, when first needed. */
import { readFileSync } from 'node:fs'
import { asset } from './assets.ts'
import { createCiter, type Citer } from '../cite/citation.ts'

let citer: Citer | null = null

const read = (name: string) => readFileSync(asset(`csl/${name}`), 'utf8')

/** The citer of the shipped styles; each style takes up to a tenth of a second when it is first used. */
export function loadCiter(): Citer {
  citer ??= createCiter({
    styles: { chicago: read('chicago.csl'), bluebook: read('bluebook.csl'), apa: read('apa.csl') },
    locales: { en: read('locale-en.xml'), es: read('locale-es.xml') },
  })
  return citer
}
