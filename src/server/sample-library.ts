/** A library of three passages, for tests of what is made of it. Its search knows whole words and nothing else. */
import type { DocumentRecord, LanguageTag, Passage } from '../model.ts'
import type { AnswerBucket, AnswerResult, Range, SearchAnswer } from '../search/answer.ts'
import type { PassageStore } from '../store/store.ts'
import type { Library } from './library.ts'

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

function documentOf(id: string, title: string): DocumentRecord {
  const passages = samplePassages.filter(({ documentId }) => documentId === id)
  const [{ year, country, language }] = passages as [Passage]
  return {
    id,
    title,
    year,
    country,
    language,
    file: `${id}.txt`,
    passages: passages.length,
    publisher: null,
    author: null,
    url: null,
    format: 'text',
    encoding: 'utf-8',
    hash: '',
    pages: null,
    words: 20,
    furniture: [],
    headings: [],
    damage: { repairs: 1, offers: 0, rate: 0.05 },
    labels: { title: known, year: known, country: known, language: known },
  }
}

const documents = [documentOf('a', 'Report 2021'), documentOf('b', 'Informe 2019')]

const store: PassageStore = {
  manifest: {
    version: 'v1',
    created: '2026-01-02T03:04:05Z',
    formatVersion: 1,
    analyzerVersion: '1',
    pipelineVersion: '1',
    passages: samplePassages.length,
    documents: documents.length,
    words: 20,
  },
  documents,
  problems: [],
  volumes: [],
  passage: (id) => samplePassages.find((passage) => passage.id === id) ?? null,
  passagesOf: (id) => samplePassages.filter(({ documentId }) => documentId === id),
  versions: () => [],
  duplicates: () => [],
  tombstone: () => null,
  all: () => samplePassages,
  close: () => undefined,
}

/** Where a word stands in a text. */
function wordAt(text: string, word: string): readonly Range[] {
  if (word === '') return []
  const start = text.toLowerCase().indexOf(word.toLowerCase())
  return start === -1 ? [] : [[start, start + word.length]]
}

function resultOf(passage: Passage, q: string): AnswerResult {
  const { id, year, section, language, country, ordinal, page, heading, text } = passage
  const highlights = wordAt(text, q)
  const kinds = highlights.map(() => 'match' as const)
  const document = documents.find((one) => one.id === passage.documentId)!
  return {
    id,
    year,
    section,
    language,
    country,
    ordinal,
    page,
    heading,
    text,
    highlights,
    url: `/p/${id}`,
    score: 1,
    document: { id: document.id, title: document.title, url: `/d/${document.id}` },
    highlightKinds: kinds,
    snippet: { text, highlights, highlightKinds: kinds },
    repairs: passage.repairs.length,
    duplicates: [],
    versions: 0,
  }
}

function bucketsOf(values: readonly (string | number | null)[]): readonly AnswerBucket[] {
  return [...new Set(values)].map((value) => ({
    value,
    count: values.filter((one) => one === value).length,
    selected: false,
  }))
}

async function search(parameters: URLSearchParams): Promise<SearchAnswer> {
  const q = parameters.get('q') ?? ''
  const found = samplePassages.filter(({ text }) => q === '' || wordAt(text, q).length > 0)
  return {
    query: { q, interpretation: [], warnings: [], crossTerms: [] },
    corpus: { version: 'v1', passages: samplePassages.length, documents: documents.length },
    total: found.length,
    documents: new Set(found.map(({ documentId }) => documentId)).size,
    page: 1,
    perPage: 20,
    results: found.map((passage) => resultOf(passage, q)),
    facets: {
      year: bucketsOf(found.map(({ year }) => year)),
      section: bucketsOf(found.map(({ section }) => section)),
      lang: bucketsOf(found.map(({ language }) => language)),
      doc: bucketsOf(found.map(({ documentId }) => documentId)),
      country: bucketsOf(found.map(({ country }) => country)),
    },
    suggestions: [],
  }
}

export function sampleLibrary(): Library {
  return {
    store,
    search,
    highlights: async (parameters, { text }) => wordAt(text, parameters.get('q') ?? ''),
    close: async () => undefined,
  }
}
