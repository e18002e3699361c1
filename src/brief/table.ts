/** A brief as a table for spreadsheets. */
import { stringify } from 'csv-stringify/sync'
import type { Brief } from './brief.ts'

const columns = [
  'id',
  'document',
  'year',
  'country',
  'section',
  'page',
  'paragraph',
  'language',
  'text',
  'printed',
  'repairs',
  'citation',
  'link',
  'fingerprint',
  'note',
]

/** CSV with a byte order mark, as Excel wants it; no cell can begin a formula. */
export function briefToCsv({ entries }: Brief): string {
  const rows = entries.map(({ passage, document, note, citation, permalink, fingerprint }) => [
    passage.id,
    document.title,
    passage.year,
    passage.country,
    passage.section,
    passage.page,
    passage.ordinal,
    passage.language,
    passage.text,
    passage.printed,
    passage.repairs.length,
    citation,
    permalink,
    fingerprint,
    note,
  ])
  return stringify([columns, ...rows], { bom: true, escape_formulas: true })
}
