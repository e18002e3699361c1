/** One passage with all that is known of it: GET /api/v1/passages/{id}, and what the page of a passage shows. */
import type { Citations, Citer } from '../cite/citation.ts'
import { pinpoint, toCslItem, type CslItem } from '../cite/item.ts'
import { quotationText } from '../cite/quotation.ts'
import { fingerprintOf, selectorsOf, sourceLink } from '../cite/selectors.ts'
import type { TextPositionSelector, TextQuoteSelector } from '../cite/selectors.ts'
import type { DocumentRecord, Language, Passage, PassageId, Version } from '../model.ts'
import type { PassageStore } from '../store/store.ts'
import { timelineOf, type TimelineYear } from './timeline.ts'

export interface PassageDetail {
  readonly passage: Passage
  readonly document: DocumentRecord
  /** Address on this server that outlives re-indexing. */
  readonly permalink: string
  /** SHA-256 of the printed text, hex. */
  readonly fingerprint: string
  /** Passages around it, in reading order. */
  readonly context: { readonly before: readonly Passage[]; readonly after: readonly Passage[] }
  readonly versions: readonly Version[]
  readonly timeline: readonly TimelineYear[]
  /** The other passages of its group of duplicates. */
  readonly duplicates: readonly PassageId[]
  readonly selectors: readonly [TextQuoteSelector, TextPositionSelector]
  /** The source opened at the passage; null where no web address is declared. */
  readonly sourceUrl: string | null
  /** 'p. 7, Prosecution, para. 21' */
  readonly pinpoint: string
  readonly item: CslItem
  readonly citations: Citations
  /** Quotation and Chicago note, ready to paste. */
  readonly quotation: string
}

export interface DetailOptions {
  readonly store: PassageStore
  readonly citer: Citer
  /** Scheme and host of the permalink, without a slash at the end. */
  readonly origin: string
  /** Day of access, 'YYYY-MM-DD'. */
  readonly date: string
  /** Of the citations' own words. */
  readonly language: Language
  /** Passages shown on either side. */
  readonly reach: number
}

/** All that is known of a passage. Throws where the passage's document is not in the store: a damaged index. */
export function passageDetail(passage: Passage, options: DetailOptions): PassageDetail {
  const { store, citer, origin, date, language, reach } = options
  const document = store.documents.find(({ id }) => id === passage.documentId)
  if (!document) throw new Error(`no document ${passage.documentId}`)
  const all = store.passagesOf(passage.documentId)
  const at = all.findIndex(({ id }) => id === passage.id)
  const permalink = permalinkOf(origin, passage.id)
  const item = toCslItem(passage, document, { permalink, date })
  const citations = citer.cite(passage, item, language)
  return {
    passage,
    document,
    permalink,
    fingerprint: fingerprintOf(passage.printed),
    context: {
      before: all.slice(Math.max(0, at - reach), at),
      after: all.slice(at + 1, at + 1 + reach),
    },
    versions: store.versions(passage.id),
    timeline: timelineOf(store, passage),
    duplicates: store.duplicates(passage.id),
    selectors: selectorsOf(passage, all[at - 1], all[at + 1]),
    sourceUrl: sourceLink(passage, document.url),
    pinpoint: pinpoint(passage),
    item,
    citations,
    quotation: quotationText(passage, citations.chicago),
  }
}

/** The permanent address of a passage. */
export function permalinkOf(origin: string, id: PassageId): string {
  return `${origin}/p/${encodeURIComponent(id)}`
}

/** The JSON of a passage: the passage's own fields and what belongs to it. */
export function toPassageBody(detail: PassageDetail) {
  const { passage, document, context, item: csl, ...rest } = detail
  return {
    ...passage,
    url: `/p/${passage.id}`,
    document: { id: document.id, title: document.title, url: `/d/${document.id}` },
    ...rest,
    context: { before: context.before.map(brief), after: context.after.map(brief) },
    citations: { ...detail.citations, csl },
  }
}

/** A passage as one of a list: with what the store knows of it, without citations. */
export function toListedBody(store: PassageStore, passage: Passage) {
  return {
    ...passage,
    url: `/p/${passage.id}`,
    fingerprint: fingerprintOf(passage.printed),
    versions: store.versions(passage.id),
    duplicates: store.duplicates(passage.id),
  }
}

/** What a list says of a neighbouring passage. */
function brief({ id, ordinal, heading, language, text }: Passage) {
  return { id, url: `/p/${id}`, ordinal, heading, language, text }
}
