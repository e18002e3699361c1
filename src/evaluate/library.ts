/** Passages that are only texts, made searchable in memory: what measuring searches in. */
import { indexPassage } from '../analyze/analyzer.ts'
import { createMiniSearchEngine } from '../engine/minisearch.ts'
import type { DocumentRecord, Language, Passage, Provenance } from '../model.ts'
import type { SearchContext } from '../search/search.ts'
import type { Translator } from '../translate/translate.ts'

export interface PlainPassage {
  readonly id: string
  readonly lang: Language
  readonly text: string
}

const unknown: Provenance = { by: 'none', evidence: '' }
const documentId = 'all'

/** One document of all texts. */
export function libraryOf(texts: readonly PlainPassage[], translator: Translator): SearchContext {
  const passages = texts.map(passageOf)
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const manifest = {
    version: '',
    created: '',
    formatVersion: 0,
    analyzerVersion: '',
    pipelineVersion: '',
    passages: passages.length,
    documents: 1,
    words: 0,
  }
  return {
    engine: createMiniSearchEngine(passages.map(indexPassage)),
    translator,
    store: {
      manifest,
      documents: [documentOf(passages.length)],
      problems: [],
      passage: (id) => byId.get(id) ?? null,
      passagesOf: () => passages,
      all: () => passages,
      versions: () => [],
      volumes: [],
      duplicates: () => [],
      tombstone: () => null,
      close: () => undefined,
    },
  }
}

function passageOf({ id, lang, text }: PlainPassage, index: number): Passage {
  return {
    id,
    documentId,
    ordinal: index + 1,
    kind: 'paragraph',
    page: null,
    heading: null,
    section: null,
    language: lang,
    year: null,
    country: null,
    printed: text,
    text,
    repairs: [],
    offers: [],
    source: { file: '', start: 0, end: text.length },
    duplicateOf: null,
    labels: { language: unknown, section: unknown, year: unknown, country: unknown },
  }
}

function documentOf(passages: number): DocumentRecord {
  return {
    id: documentId,
    file: '',
    title: '',
    year: null,
    country: null,
    language: 'und',
    publisher: null,
    author: null,
    url: null,
    format: 'text',
    encoding: 'utf-8',
    hash: '',
    pages: null,
    passages,
    words: 0,
    damage: { repairs: 0, offers: 0, rate: 0 },
    labels: { title: unknown, year: unknown, country: unknown, language: unknown },
    furniture: [],
    headings: [],
  }
}
