/** Rows as text, one format each: what stands before, between and after them. */
import { stringify } from 'csv-stringify/sync'
import type { CslItem } from '../cite/item.ts'
import { toBibtex, toRis } from '../cite/records.ts'
import type { ExportRow } from './row.ts'

export const exportFormats = ['csv', 'jsonl', 'ris', 'bibtex', 'csl-json'] as const

export type ExportFormat = (typeof exportFormats)[number]

export interface Printer {
  readonly type: string
  readonly extension: string
  readonly head: string
  /** `index` counts from 0. */
  row(row: ExportRow, item: () => CslItem, index: number): string
  readonly tail: string
}

/** Columns of the CSV, in order. */
const columns: readonly (keyof ExportRow)[] = [
  'id',
  'permalink',
  'document',
  'title',
  'country',
  'year',
  'section',
  'heading',
  'language',
  'page',
  'paragraph',
  'text',
  'printed',
  'repairs',
  'duplicates',
  'versions',
  'fingerprint',
  'corpusVersion',
  'query',
]

/**
 * One line of CSV. What a spreadsheet would run as a formula (it begins with = + - @ or a tab) gets an apostrophe before
 * it (OWASP, CSV injection). CR LF, as RFC 4180 says.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return stringify([[...values]], { escape_formulas: true, record_delimiter: 'windows' })
}

/** Excel takes a file for UTF-8 only with the mark before it. */
export const byteOrderMark = '\uFEFF'

const csvRow = (row: ExportRow) =>
  csvLine(
    columns.map((column) => {
      const value = row[column]
      return typeof value === 'object' && value !== null ? value.join(' ') : value
    }),
  )

export const printers: Readonly<Record<ExportFormat, Printer>> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    extension: 'csv',
    head: byteOrderMark + csvLine(columns),
    row: csvRow,
    tail: '',
  },
  jsonl: {
    type: 'application/jsonl; charset=utf-8',
    extension: 'jsonl',
    head: '',
    row: (row) => `${JSON.stringify(row)}\n`,
    tail: '',
  },
  ris: {
    type: 'application/x-research-info-systems; charset=utf-8',
    extension: 'ris',
    head: '',
    row: (_row, item) => toRis(item()),
    tail: '',
  },
  bibtex: {
    type: 'application/x-bibtex; charset=utf-8',
    extension: 'bib',
    head: '',
    row: (_row, item) => `${toBibtex(item())}\n`,
    tail: '',
  },
  'csl-json': {
    type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    extension: 'json',
    head: '[\n',
    row: (_row, item, index) => `${index === 0 ? '' : ',\n'}${JSON.stringify(item())}`,
    tail: '\n]\n',
  },
}
