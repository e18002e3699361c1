/** Which edition a draft says that it quotes. */
import type { Span } from '../model.ts'

/** Characters before and after a quotation in which its source is named. */
const AROUND = 160

/**
 * The years that a draft names as the edition of a quotation: 'the 2021 report', 'informe de 2019', or a year in brackets
 * right after it, '“…” (U.S. Department of State, 2021)'. Only years in which the corpus has a document; others are dates.
 */
export function statedYears(draft: string, quotation: Span, known: ReadonlySet<number>): number[] {
  const before = draft.slice(Math.max(0, quotation.start - AROUND), quotation.start)
  const after = draft.slice(quotation.end, quotation.end + AROUND)
  const report = '(?:report|edition|informe|reporte|edici[oó]n)'
  const named = [
    ...`${before} ${after}`.matchAll(
      new RegExp(`(?<![\\d,.])((?:19|20)\\d{2})(?:\\s+\\p{L}+){0,4}?\\s+${report}`, 'giu'),
    ),
    ...`${before} ${after}`.matchAll(
      new RegExp(`${report}(?:\\s+\\p{L}+){0,4}?\\s+((?:19|20)\\d{2})(?![\\d,.]\\d)`, 'giu'),
    ),
    ...after.matchAll(/^["”»'’.,\s]*\([^()]*?((?:19|20)\d{2})[^()\d]*\)/gu),
  ].map((match) => Number(match[1]))
  return [...new Set(named)].filter((year) => known.has(year))
}
