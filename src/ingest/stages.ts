/** What ingestFolder needs of the stages it composes; tests hand in small ones. */
import type { IndexedPassage } from '../engine/engine.ts'
import type { IngestedDocument, Passage, PassageId, SourceDocument, Version } from '../model.ts'

export interface Stages {
  /** Changes whenever the same file could come out as other passages. */
  readonly pipelineVersion: string
  readonly analyzerVersion: string
  /** A document cut, repaired and labelled. */
  ingest(document: SourceDocument): IngestedDocument
  /** Each passage that repeats an earlier one, and which. */
  duplicatesOf(passages: Iterable<Passage>): ReadonlyMap<PassageId, PassageId>
  /** What each passage said in other years. */
  lineageOf(passages: Iterable<Passage>): ReadonlyMap<PassageId, readonly Version[]>
  index(passage: Passage): IndexedPassage
  /** Writes the engine's files into a folder; goes through the passages once. */
  writeIndex(folder: string, passages: Iterable<IndexedPassage>): Promise<void>
}
