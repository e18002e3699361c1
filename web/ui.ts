/** What every view is told besides its own content: language, addresses, the corpus it stands on. */
import type { Language } from '../src/model.ts'
import { en, type Messages } from './messages/en.ts'
import { es } from './messages/es.ts'

export const messages: Readonly<Record<Language, Messages>> = { en, es }

export interface Ui {
  readonly locale: Language
  readonly t: Messages
  /** The language where the address names it; it then stays in every address on the page. */
  readonly chosen: Language | null
  /** Path and query of this page without `hl`. */
  readonly path: string
  /** Scheme and host of this page, for links that leave it. */
  readonly origin: string
  /** The printed heading behind a section's key, where the key was made of one. */
  readonly sectionTitle: (key: string) => string | null
  /** What a country, by the English name that it is indexed under, is called in the interface's language. */
  readonly countryName: (country: string) => string
  readonly assets: { readonly css: string; readonly js: string }
  readonly corpus: {
    readonly version: string
    readonly passages: number
    readonly documents: number
  }
}

/** An address within the site: keeps the language that the reader chose. */
export function href(ui: Ui, path: string, query?: URLSearchParams): string {
  const parameters = new URLSearchParams(query)
  if (ui.chosen) parameters.set('hl', ui.chosen)
  const [before, hash] = path.split('#')
  const all = parameters.toString()
  return `${before}${all === '' ? '' : `?${all}`}${hash === undefined ? '' : `#${hash}`}`
}

/** This page in the other language. */
export function translated(ui: Ui, language: Language): string {
  return `${ui.path}${ui.path.includes('?') ? '&' : '?'}hl=${language}`
}
