/** What ingestFolder needs of the stages it composes; tests hand in small ones. */
import type { IndexWriter } from '../engine/compact/write.ts'
import type { Print } from '../lineage/print.ts'
import type { LineageBatch } from '../lineage/versions.ts'
import type { IndexedPassage, IngestedDocument, NumberedTerms, Passage } from '../model.ts'
import type { PassageId, Problem, SourceDocument, Vocabulary } from '../model.ts'
import type { Amendment } from './duplicates.ts'

export interface Stages {
  /** Changes whenever the same file could come out as other passages. */
  readonly pipelineVersion: string
  readonly analyzerVersion: string
  /** Changes with what else of the user's the index holds: a glossary. */
  readonly extrasVersion?: string
  /** What is wrong with the files that the user put beside the documents. */
  readonly problems?: () => readonly Problem[]
  /** A document cut, repaired and labelled; `ownWords` are those of its corpus that matter to it. */
  ingest(
    document: SourceDocument,
    ownWords?: ReadonlyMap<string, number>,
  ): Promise<IngestedDocument>
  /** For each damaged document, by its place, the words that the clean ones show and that matter to it. */
  ownWordsFor(vocabularies: readonly Vocabulary[]): ReadonlyMap<number, ReadonlyMap<string, number>>
  /** What is kept of a passage to compare it with all others. */
  print(passage: Passage): Print
  /** What the whole corpus shows about passages: which repeat others, and what they inherit. */
  amendmentsOf(prints: Iterable<Print>): ReadonlyMap<PassageId, Amendment>
  /** What each passage said in other years; reads passages again where a country has documents in two languages. */
  lineageOf(
    prints: Iterable<Print>,
    passagesOf: (documentId: string) => Iterable<Passage>,
  ): AsyncIterable<LineageBatch>
  /** What of a passage the engine filters by. */
  columns(print: Print): Pick<IndexedPassage, 'id' | 'facets' | 'group'>
  /** The terms of a passage. */
  index(passage: Passage): NumberedTerms
  /** Writes the engine's files into a folder; takes over what the index in `previous` has. */
  createIndexWriter(folder: string, previous: string | null): IndexWriter
}
