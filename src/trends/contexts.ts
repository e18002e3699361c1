/** Keyword in context: every mention with the words around it, oldest first. */
import type { Passage, PassageId } from '../model.ts'
import { parseTerm } from './term.ts'
import { mentioning, type TrendsOptions, type TrendsSource } from './trends.ts'

/** One mention. `before` and `after` are cut at words. */
export interface ContextRow {
  readonly id: PassageId
  readonly documentId: string
  readonly year: number | null
  readonly country: string | null
  readonly section: string | null
  readonly language: Passage['language']
  readonly before: string
  readonly match: string
  readonly after: string
}

/** Words on either side: with the term a line of twenty, as journalists' tables have. */
const AROUND = 10

/** The mentions of a term from `offset`, at most `limit`. */
export async function contexts(
  source: TrendsSource,
  text: string,
  options: Omit<TrendsOptions, 'byCountry'> & { readonly offset: number; readonly limit: number },
): Promise<ContextRow[]> {
  const { offset, limit } = options
  const rows: ContextRow[] = []
  let at = 0
  for await (const { passage, mentions } of mentioning(
    source,
    parseTerm(text, options.exact),
    options,
  )) {
    for (const { start, end } of mentions) {
      if (at++ < offset) continue
      const { id, documentId, year, country, section, language } = passage
      const where = { id, documentId, year, country, section, language }
      rows.push({
        ...where,
        before: lastWords(passage.text.slice(0, start)),
        match: passage.text.slice(start, end),
        after: firstWords(passage.text.slice(end)),
      })
      if (rows.length >= limit) return rows
    }
  }
  return rows
}

function lastWords(text: string): string {
  return new RegExp(`(?:\\S+\\s+){0,${AROUND}}\\S*$`, 'u').exec(text.slice(-400))?.[0] ?? ''
}

function firstWords(text: string): string {
  return new RegExp(`^\\S*(?:\\s+\\S+){0,${AROUND}}`, 'u').exec(text.slice(0, 400))?.[0] ?? ''
}
