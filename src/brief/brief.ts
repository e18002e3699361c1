/** A brief: quoted passages in order, each with its citation, repair note and the reader's own note. */
import type { DocumentRecord, Language, Passage } from '../model.ts'

/** One quotation of the brief, all of it text. */
export interface BriefEntry {
  readonly passage: Passage
  readonly document: DocumentRecord
  /** The reader's own words; empty where there are none. */
  readonly note: string
  /** Chicago note. */
  readonly citation: string
  readonly permalink: string
  /** SHA-256 of the printed text, hex. */
  readonly fingerprint: string
}

/** The brief's own words, in the language of the page it was asked for from. */
export interface BriefWords {
  readonly title: string
  readonly note: string
  readonly citation: string
  readonly link: string
  readonly corpusVersion: string
  readonly repaired: (repairs: number) => string
}

export interface Brief {
  readonly language: Language
  readonly words: BriefWords
  readonly entries: readonly BriefEntry[]
}

/** 'Peru 2021, protection, ¶ 21' */
export function headingOf({ passage, document }: BriefEntry): string {
  const place = [passage.country, passage.year].filter((part) => part !== null).join(' ')
  const parts = [place === '' ? document.title : place, passage.heading, `¶ ${passage.ordinal}`]
  return parts.filter((part) => part !== null && part !== '').join(', ')
}
