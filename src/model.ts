/** The nouns of Pasaje as types, without logic. Every stage speaks these and imports nothing else of another stage. */

/** A language Pasaje can read. */
export type Language = 'en' | 'es'

/** `und` is an answer: too short, too mixed, or neither language. */
export type LanguageTag = Language | 'und'

/** Half-open range in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** How a value was come by: said by a person, read in the document, taken from its neighbours, or not known. */
export type LabelSource = 'declared' | 'detected' | 'inherited' | 'none'

/** The provenance of one value: how it was come by, and the words that show it (for people, one line). */
export interface Provenance {
  readonly by: LabelSource
  readonly evidence: string
}

/** A value and its provenance, as the label stage hands it on. */
export interface Label<T> extends Provenance {
  readonly value: T
}

/**
 * One change to the printed text. The repairs of a text are in ascending order, never overlap, and `span` is where
 * `after` stands in the repaired text; so replaying the log backwards (last first, `before` in place of `span`)
 * gives the printed text back. In an *offer* (a change not applied) `span` is where `before` stands in the text.
 */
export interface Repair {
  readonly rule: string
  readonly span: Span
  readonly before: string
  readonly after: string
  /** 0..1, the share of such changes that were right where it was measured. */
  readonly confidence: number
}

/** What a person declared about a document in corpus.yaml. */
export interface Declared {
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  readonly country?: string
  readonly year?: number
  readonly language?: Language
  readonly url?: string
}

/** A stretch of a document's text that its own format marks: what HTML, DOCX or Markdown know and plain text does not. */
export interface Mark {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'footnote' | 'furniture' | 'title'
  readonly span: Span
  /** Heading level, 1 to 6. */
  readonly level?: number
}

/** One printed page: its number as printed or counted, null where the format has none, and its span in the text. */
export interface Page {
  readonly number: number | null
  readonly span: Span
}

/** A file of the corpus, decoded. All offsets anywhere in Pasaje are into `text`. */
export interface SourceDocument {
  readonly id: string
  /** Path relative to the corpus, with `/`. */
  readonly file: string
  readonly format: string
  readonly encoding: string
  /** SHA-256 of the file's bytes, hex. */
  readonly hash: string
  readonly text: string
  readonly pages: readonly Page[]
  /** Empty where the format marks nothing (plain text). */
  readonly marks: readonly Mark[]
  readonly declared: Declared
}

/** A paragraph, list item, heading, footnote or piece of furniture as printed, lines joined, before labels. */
export interface Block {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'footnote' | 'furniture'
  /** Lines joined, otherwise as printed. */
  readonly printed: string
  /** Where it stood in the decoded file. */
  readonly source: Span
  readonly page: number | null
  /** Heading level, 1 (highest) to 6, for headings. */
  readonly level?: number
  /** The heading a paragraph opens with (`Physical Conditions: …`), which stays in its text. */
  readonly runIn?: string
  /** Of a footnote: the mark it is called by. */
  readonly mark?: string
  /** The marks of the footnotes its text calls. */
  readonly calls?: readonly string[]
}

export type PassageId = string

export type PassageLabel = 'language' | 'section' | 'year' | 'country'

/** One paragraph or one bullet of one document: the unit that is indexed, ranked, shown and cited. */
export interface Passage {
  readonly id: PassageId
  readonly documentId: string
  /** 1-based position among the passages of its document. */
  readonly ordinal: number
  readonly kind: 'paragraph' | 'item' | 'footnote'
  readonly page: number | null
  /** The heading above it as printed (repaired spelling), or null. */
  readonly heading: string | null
  /** Canonical section key or the slug of the heading; null when unknown. */
  readonly section: string | null
  readonly language: LanguageTag
  readonly year: number | null
  readonly country: string | null
  /** Joined, unrepaired. */
  readonly printed: string
  /** Repaired; undoing `repairs` gives `printed`. */
  readonly text: string
  readonly repairs: readonly Repair[]
  /** Changes that looked likely but not certain: shown, not applied. Spans in `text`. */
  readonly offers: readonly Repair[]
  readonly source: { readonly file: string; readonly start: number; readonly end: number }
  /** The passage this one repeats (same country), or null. */
  readonly duplicateOf: PassageId | null
  readonly labels: Readonly<Record<PassageLabel, Provenance>>
}

/** A passage of another year that one repeats or revises. */
export interface Version {
  readonly id: PassageId
  readonly year: number
  readonly language: LanguageTag
  /** `same`: the same words in the same order; case, accents and punctuation aside. */
  readonly relation: 'same' | 'revised'
  /** Jaccard measure of the three-word runs, 0..1; 1 only for `same`. Across languages the share of figures and terms in common. */
  readonly similarity: number
}

export type DocumentLabel = 'title' | 'year' | 'country' | 'language'

/** A report as indexed. */
export interface DocumentRecord {
  readonly id: string
  readonly file: string
  readonly title: string
  readonly year: number | null
  readonly country: string | null
  readonly language: LanguageTag
  readonly publisher: string | null
  readonly author: string | null
  readonly url: string | null
  readonly format: string
  readonly encoding: string
  readonly hash: string
  readonly pages: number | null
  /** Number of passages. */
  readonly passages: number
  readonly words: number
  /** Repairs applied, offered, and the share of words changed (0..1). */
  readonly damage: { readonly repairs: number; readonly offers: number; readonly rate: number }
  readonly labels: Readonly<Record<DocumentLabel, Provenance>>
  /** What is set aside and not indexed, kept so that no printed word is lost. */
  readonly furniture: readonly { readonly printed: string; readonly source: Span }[]
  readonly headings: readonly {
    readonly printed: string
    readonly text: string
    readonly level: number
    readonly source: Span
    readonly before: number
  }[]
}

/** Something wrong with the data: collected, never thrown. */
export interface Problem {
  readonly documentId: string
  readonly stage: 'read' | 'normalize' | 'segment' | 'label' | 'index'
  readonly message: string
}

/** What a document knows of words that no lexicon has, for the other documents of its corpus. */
export interface Vocabulary {
  /** Words that a clean document in Spanish shows, lower case, with how often. */
  readonly clean: readonly (readonly [word: string, count: number])[]
  /** Words of a damaged document that may be misread, as printed. */
  readonly unread: readonly string[]
}

/** What ingesting one document yields. */
export interface IngestedDocument {
  readonly document: DocumentRecord
  readonly passages: readonly Passage[]
  readonly problems: readonly Problem[]
  readonly vocabulary: Vocabulary
}

export type Facet = 'year' | 'section' | 'lang' | 'doc' | 'country'

/** Values are strings throughout (a year is '2021', an unknown year or country ''). */
export interface FacetFilter {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

export interface Filters {
  readonly facets: Readonly<Record<Facet, FacetFilter>>
  readonly yearMin: number | null
  readonly yearMax: number | null
}

/** One value of a facet and its count. */
export interface Bucket {
  readonly value: string
  readonly count: number
  readonly selected: boolean
}

/** What an engine is built from: the index terms of one passage, in order, and its columns. */
export interface IndexedPassage {
  readonly id: PassageId
  /**
   * Terms by word position; several at one position are forms of one word (stem, spelling, printed and repaired), none
   * twice and none with a space. A term's frequency is the number of positions that have it; the passage's length is the
   * number of *distinct* positions, two being the same where their terms joined by spaces are.
   */
  readonly positions: readonly (readonly string[])[]
  /** Word positions at which a sentence begins, ascending, the first 0; empty where there are no words. */
  readonly sentences: readonly number[]
  /** '' = unknown. */
  readonly facets: Readonly<Record<Facet, string>>
  /** The first passage of its group of duplicates; its own id where it has none. */
  readonly group: PassageId
}

/**
 * The words of a passage as the writer of an index takes them: what stands at each by its number, so that no list of terms
 * is looked at twice. Valid until the next passage is read.
 */
export interface NumberedTerms extends Pick<IndexedPassage, 'sentences'> {
  /** For each word its number in `lists`. */
  readonly numbers: Uint32Array
  /** What stands at one position (see IndexedPassage.positions), for many passages; it only grows. */
  readonly lists: readonly (readonly string[])[]
}
