/** A library of a few passages, for tests of what is made of it. */
import type { LanguageTag, Passage } from '../model.ts'
import { sampleContext } from '../testing/sample-context.ts'
import { createLibrary, type Library } from './library.ts'
import type { StaticFiles } from './static-files.ts'

const known = { by: 'detected', evidence: 'the title' } as const

function passageOf(
  id: string,
  language: LanguageTag,
  text: string,
  changes: Partial<Passage> = {},
): Passage {
  const [documentId = '', ordinal = '1'] = id.split('.')
  return {
    id,
    documentId,
    ordinal: Number(ordinal),
    kind: 'paragraph',
    page: null,
    heading: 'PROTECTION',
    section: 'protection',
    language,
    year: language === 'es' ? 2019 : 2021,
    country: 'Peru',
    printed: text,
    text,
    repairs: [],
    offers: [],
    source: { file: `${documentId}.txt`, start: 0, end: text.length },
    duplicateOf: null,
    labels: { language: known, section: known, year: known, country: known },
    ...changes,
  }
}

export const samplePassages: readonly Passage[] = [
  passageOf('a.1', 'en', 'Officials opened one shelter, called <b>refugio</b>, for girls.'),
  passageOf('b.1', 'es', 'El gobierno abrió un refugio.'),
  passageOf('b.2', 'es', 'Los niños recibieron apoyo.', {
    printed: 'Los nifios recibieron apoyo.',
    repairs: [
      { rule: 'confusion', span: { start: 6, end: 7 }, before: 'fi', after: 'ñ', confidence: 0.99 },
    ],
  }),
]

/** The library over the sample passages: the engine and the search are the real ones. */
export function sampleLibrary(): Library {
  return createLibrary({ ...sampleContext(samplePassages), close: async () => undefined })
}

/** Files for the browser, as if built. */
export const sampleFiles: StaticFiles = {
  css: { url: '/assets/styles.0.css', type: 'text/css', body: 'p{}' },
  js: { url: '/assets/enhance.0.js', type: 'text/javascript', body: '' },
  version: '0',
}
