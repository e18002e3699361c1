/** What is in index/: documents and passages of one immutable generation, read by offset. */
import type { DocumentRecord, LanguageTag, Passage, PassageId, Problem, Version } from '../model.ts'

/** Written last into a generation; a generation without it does not exist. */
export interface Manifest {
  /** Hash over the content of the corpus and the pipeline: one value for one state, shown as the corpus version. */
  readonly version: string
  readonly created: string
  readonly formatVersion: number
  readonly analyzerVersion: string
  readonly pipelineVersion: string
  readonly passages: number
  readonly documents: number
  readonly words: number
}

/** What is kept of a passage that vanished from the corpus. */
export interface Tombstone {
  readonly id: PassageId
  readonly documentId: string
  readonly ordinal: number
  readonly section: string | null
  readonly year: number | null
  readonly printed: string
  /** The last corpus version that had it. */
  readonly lastVersion: string
}

/** How much text there is of one kind: one row a document, year, country, language and section. */
export interface VolumeRow {
  readonly documentId: string
  readonly year: number | null
  readonly country: string | null
  readonly language: LanguageTag
  readonly section: string | null
  /** Words as the analyzer parts them, of all passages, and of those that repeat another. */
  readonly words: number
  readonly copiedWords: number
}

/** Reads of one generation. Synchronous: a passage is one small read at a known offset. */
export interface PassageStore {
  readonly manifest: Manifest
  readonly documents: readonly DocumentRecord[]
  readonly problems: readonly Problem[]
  /** The denominators of rates. */
  readonly volumes: readonly VolumeRow[]
  passage(id: PassageId): Passage | null
  /** In reading order. */
  passagesOf(documentId: string): readonly Passage[]
  /** What the passage said in other years, nearest year first; empty where nothing is known. */
  versions(id: PassageId): readonly Version[]
  /** The other passages of its group of duplicates. */
  duplicates(id: PassageId): readonly PassageId[]
  /** What is kept of a passage that once was here and is no more. */
  tombstone(id: PassageId): Tombstone | null
  /** Every passage, streamed in index order. */
  all(): Iterable<Passage>
  close(): void
}
