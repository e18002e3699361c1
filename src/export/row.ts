/** What an export says of one passage: the same in every format. */
import { toCslItem, type CslItem } from '../cite/item.ts'
import { fingerprintOf } from '../cite/selectors.ts'
import type { Passage } from '../model.ts'
import { permalinkOf } from '../passages/detail.ts'
import type { AnswerResult } from '../search/answer.ts'
import type { PassageStore } from '../store/store.ts'

/** One line, its fields in the order of the columns. */
export interface ExportRow {
  readonly id: string
  readonly permalink: string
  readonly document: string
  readonly title: string
  readonly country: string | null
  readonly year: number | null
  readonly section: string | null
  readonly heading: string | null
  readonly language: string
  readonly page: number | null
  readonly paragraph: number
  readonly text: string
  readonly printed: string
  readonly repairs: number
  readonly duplicates: readonly string[]
  readonly versions: number
  /** SHA-256 of `printed`. */
  readonly fingerprint: string
  readonly corpusVersion: string
  /** The search as the query part of an address. */
  readonly query: string
}

/** Who exports: the host of the permalinks, the day, the query as an address. */
export interface ExportOrigin {
  readonly origin: string
  /** 'YYYY-MM-DD' */
  readonly date: string
  readonly query: string
}

/** The row of one result. */
export function toRow(
  result: AnswerResult,
  passage: Passage,
  { origin, query, version }: ExportOrigin & { readonly version: string },
): ExportRow {
  return {
    id: result.id,
    permalink: permalinkOf(origin, result.id),
    document: result.document.id,
    title: result.document.title,
    country: result.country,
    year: result.year,
    section: result.section,
    heading: result.heading,
    language: result.language,
    page: result.page,
    paragraph: result.ordinal,
    text: result.text,
    printed: passage.printed,
    repairs: result.repairs,
    duplicates: result.duplicates,
    versions: result.versions,
    fingerprint: fingerprintOf(passage.printed),
    corpusVersion: version,
    query,
  }
}

/** The bibliographic item of a row; its note carries what the columns of a table do. */
export function toItem(
  row: ExportRow,
  passage: Passage,
  { store, date }: { readonly store: PassageStore; readonly date: string },
): CslItem {
  const document = store.documents.find(({ id }) => id === passage.documentId)
  if (!document) throw new Error(`no document ${passage.documentId}`)
  const item = toCslItem(passage, document, { permalink: row.permalink, date })
  const proof = `SHA-256 ${row.fingerprint}. Corpus version ${row.corpusVersion}. Query ${row.query}`
  return { ...item, note: `${item.note}. ${proof}` }
}
