/** A passage as a bibliography knows it: one CSL item of type report. */
import type { DocumentRecord, Passage } from '../model.ts'

/** CSL-JSON, the part that Pasaje fills. */
export interface CslItem {
  readonly id: string
  readonly type: 'report'
  readonly title: string
  readonly author?: readonly { readonly literal: string }[]
  readonly publisher?: string
  readonly issued?: { readonly 'date-parts': readonly [readonly [number]] }
  readonly accessed: { readonly 'date-parts': readonly [readonly [number, number, number]] }
  readonly URL: string
  readonly language?: string
  readonly page?: string
  readonly section?: string
  readonly abstract: string
  readonly note: string
}

/** Where the reader found it: the permanent link, and the day, 'YYYY-MM-DD'. */
export interface Access {
  readonly permalink: string
  readonly date: string
}

/** Everything a citation of a passage says. The corporate author is the declared author, else the publisher. */
export function toCslItem(passage: Passage, document: DocumentRecord, access: Access): CslItem {
  const year = passage.year ?? document.year
  const author = document.author ?? document.publisher
  const publisher = document.publisher === author ? null : document.publisher
  const section = sectionName(passage)
  return {
    id: passage.id,
    type: 'report',
    title: document.title,
    ...(author && { author: [{ literal: author }] }),
    ...(publisher && { publisher }),
    ...(year !== null && { issued: { 'date-parts': [[year]] } }),
    accessed: { 'date-parts': [dateParts(access.date)] },
    URL: access.permalink,
    ...(passage.language !== 'und' && { language: passage.language }),
    ...(passage.page !== null && { page: String(passage.page) }),
    ...(section !== null && { section }),
    abstract: passage.text,
    note: [pinpoint(passage), machineNote(passage), document.url && `Source: ${document.url}`]
      .filter(Boolean)
      .join('. '),
  }
}

function dateParts(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return [year, month, day]
}

/** The heading above the passage as a title: 'PROSECUTION:' → 'Prosecution'; null where there is none. */
export function sectionName(passage: Passage): string | null {
  const heading = passage.heading?.replace(/[\s:.]+$/u, '').trim()
  if (!heading) return null
  const shouted = heading === heading.toUpperCase()
  return shouted ? heading.charAt(0) + heading.slice(1).toLowerCase() : heading
}

/** Page where it is known, section, and the number of the paragraph in the document: 'p. 7, Prosecution, para. 21'. */
export function pinpoint(passage: Passage): string {
  const page = passage.page === null ? null : `p. ${passage.page}`
  const paragraph = `para. ${passage.ordinal}`
  return [page, sectionName(passage), paragraph].filter((part) => part !== null).join(', ')
}

/** What must travel with a quotation of text that was repaired; null where nothing was. */
export function machineNote({ repairs }: Passage): string | null {
  if (repairs.length === 0) return null
  return `machine-read text; ${repairs.length} ${repairs.length === 1 ? 'repair' : 'repairs'}`
}
