/** Trends as CSV: one line a term, country and year. */
import { byteOrderMark, csvLine } from '../export/formats.ts'
import type { TrendsAnswer } from './trends.ts'

/** The table with its denominators; years that are not known have an empty year. */
export function trendsCsv({ terms, corpus, counted }: TrendsAnswer): string {
  const head = 'term,country,year,mentions,passages,words,per100k,exact,duplicates,corpusVersion'
  const lines = terms.flatMap(({ term, country, years, undated }) =>
    [...years, ...(undated ? [{ year: null, ...undated }] : [])].map((row) =>
      csvLine([
        term,
        country ?? null,
        row.year,
        row.mentions,
        row.passages,
        row.words,
        row.per100k,
        counted.exact ? 1 : 0,
        counted.duplicates,
        corpus.version,
      ]),
    ),
  )
  return `${byteOrderMark}${head}\r\n${lines.join('')}`
}
