/** Formats citations by CSL styles: Chicago notes and bibliography, Bluebook, APA. Styles and locales are handed in. */
import CSL, { type CitationItem, type Engine } from 'citeproc'
import type { Language, Passage } from '../model.ts'
import { machineNote, sectionName, type CslItem } from './item.ts'

export type StyleName = 'chicago' | 'bluebook' | 'apa'

export const styleNames: readonly StyleName[] = ['chicago', 'bluebook', 'apa']

/** The XML of the styles and of the locales they are printed in. */
export interface CitationSources {
  readonly styles: Readonly<Record<StyleName, string>>
  readonly locales: Readonly<Record<Language, string>>
}

/** One style's forms. */
export interface Citation {
  /** Foot-note, or for APA the reference in the running text; with page, section and paragraph. */
  readonly note: string
  /** Entry of the bibliography; null where the style has none. */
  readonly bibliography: string | null
}

export type Citations = Readonly<Record<StyleName, Citation>>

export interface Citer {
  /** All styles, in the words of the reader's language. */
  cite(passage: Passage, item: CslItem, language: Language): Citations
}

const localeNames = { en: 'en-US', es: 'es-ES' } as const

/** A citer; an engine is made for each style and language when it is first asked for and kept. */
export function createCiter(sources: CitationSources): Citer {
  const items = new Map<string, object>()
  const engines = new Map<string, Engine>()
  const engineOf = (style: StyleName, language: Language) => {
    const key = `${style} ${language}`
    const known = engines.get(key)
    if (known) return known
    const engine = makeEngine(sources, items, { style, language })
    engines.set(key, engine)
    return engine
  }
  return {
    cite(passage, item, language) {
      // The quotation's own words and notes belong to downloads, not to a formatted citation.
      const { abstract: _abstract, note: _note, section: _section, page: _page, ...cited } = item
      items.set(item.id, cited)
      const one = (style: StyleName) =>
        formatted(engineOf(style, language), style, { passage, id: item.id })
      const citations = { chicago: one('chicago'), bluebook: one('bluebook'), apa: one('apa') }
      items.delete(item.id)
      return citations
    },
  }
}

function makeEngine(
  { styles, locales }: CitationSources,
  items: ReadonlyMap<string, object>,
  { style, language }: { style: StyleName; language: Language },
): Engine {
  const system = {
    retrieveLocale: (name: string) => locales[name.startsWith('es') ? 'es' : 'en'],
    retrieveItem: (id: string) => items.get(id) ?? {},
  }
  const engine = new CSL.Engine(system, styles[style], localeNames[language], true)
  engine.setOutputFormat('text')
  return engine
}

function formatted(
  engine: Engine,
  style: StyleName,
  { passage, id }: { passage: Passage; id: string },
): Citation {
  engine.updateItems([id])
  const machine = machineNote(passage)
  const note = engine.makeCitationCluster([{ id, ...locators[style](passage) }])
  const [, entries] = engine.makeBibliography() || [null, []]
  return {
    note: machine === null ? note : `${note.replace(/\.?$/, '.')} [${capital(machine)}.]`,
    bibliography: entries[0]?.trim() ?? null,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Each style's way of pointing into a report that may have no page numbers. */
const locators: Readonly<Record<StyleName, (passage: Passage) => Omit<CitationItem, 'id'>>> = {
  chicago: (passage) => page([sectionName(passage), `para. ${passage.ordinal}`], passage),
  // The Bluebook cites a named part after the sign of a section, a paragraph after the pilcrow.
  bluebook: (passage) => {
    const section = sectionName(passage)
    return page([section && `§ ${section}`, `¶ ${passage.ordinal}`], passage)
  },
  // APA 7, 8.28: the heading with the word section, and the paragraph counted.
  apa: (passage) => {
    const section = sectionName(passage)
    const named = section === null ? '' : `, ${section} section`
    if (passage.page === null && section === null) {
      return { locator: String(passage.ordinal), label: 'paragraph' }
    }
    const suffix = `${named}, para. ${passage.ordinal}`
    return passage.page === null
      ? { suffix }
      : { locator: String(passage.page), label: 'page', suffix }
  },
}

function page(parts: readonly (string | null)[], passage: Passage): Omit<CitationItem, 'id'> {
  const first = passage.page === null ? null : String(passage.page)
  return { locator: [first, ...parts].filter(Boolean).join(', '), label: 'page' }
}
