/** What ingestFolder needs of the stages it composes; tests hand in small ones. */
import type { IndexedPassage } from '../engine/engine.ts'
import type { PassageEntry } from '../engine/compact/write.ts'
import type { Amendment } from './duplicates.ts'
import type { IngestedDocument, Passage, PassageId, SourceDocument, Version } from '../model.ts'

export interface Stages {
  /** Changes whenever the same file could come out as other passages. */
  readonly pipelineVersion: string
  readonly analyzerVersion: string
  /** Changes with what else of the user's the index holds: a glossary. */
  readonly extrasVersion?: string
  /** A document cut, repaired and labelled. */
  ingest(document: SourceDocument): IngestedDocument
  /** What the whole corpus shows about passages: which repeat others, and what they inherit. */
  amendmentsOf(passages: Iterable<Passage>): ReadonlyMap<PassageId, Amendment>
  /** What each passage said in other years. */
  lineageOf(passages: Iterable<Passage>): Promise<ReadonlyMap<PassageId, readonly Version[]>>
  /** What of a passage the engine filters by. */
  columns(passage: Passage): Pick<IndexedPassage, 'id' | 'facets' | 'group'>
  index(passage: Passage): IndexedPassage
  /** Writes the engine's files into a folder; goes through the passages once, and takes over what `previous` has. */
  writeIndex(
    folder: string,
    passages: Iterable<PassageEntry>,
    previous: string | null,
  ): Promise<void>
}
