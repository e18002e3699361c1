/** A document for tests, everything that can be unknown being so. */
import type { DocumentRecord } from '../model.ts'

const unknown = { by: 'none', evidence: '' } as const

/** A document of the given values, or of the least remarkable ones. */
export function sampleDocument(values: Partial<DocumentRecord>): DocumentRecord {
  return {
    id: 'd',
    file: 'd.txt',
    title: 'Annual Report: Peru',
    year: null,
    country: null,
    language: 'en',
    publisher: null,
    author: null,
    url: null,
    format: 'text',
    encoding: 'utf-8',
    hash: '',
    pages: null,
    passages: 1,
    words: 1,
    damage: { repairs: 0, offers: 0, rate: 0 },
    labels: { title: unknown, year: unknown, country: unknown, language: unknown },
    furniture: [],
    headings: [],
    ...values,
  }
}
