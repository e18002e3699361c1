/** A passage for tests: plain words with everything else at its least remarkable. */
import type { Passage } from '../model.ts'

const unknown = { by: 'none', evidence: '' } as const

/** A passage of `documentId` numbered `ordinal`; its id is `<documentId>.<ordinal>`. */
export function samplePassage(
  values: Partial<Passage> & Pick<Passage, 'documentId' | 'ordinal' | 'text'>,
): Passage {
  const { documentId, ordinal, text } = values
  return {
    id: `${documentId}.${ordinal}`,
    kind: 'paragraph',
    page: null,
    heading: null,
    section: 'protection',
    language: 'en',
    year: 2020,
    country: 'Peru',
    printed: text,
    repairs: [],
    offers: [],
    source: { file: `${documentId}.txt`, start: 0, end: text.length },
    duplicateOf: null,
    labels: { language: unknown, section: unknown, year: unknown, country: unknown },
    ...values,
  }
}
