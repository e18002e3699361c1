/** A store and an engine over passages in memory, for tests: everything derived is derived as ingest does. */
import { indexPassage } from '../analyze/analyzer.ts'
import { sampleDocument } from '../cite/sample-document.ts'
import type { SearchEngine } from '../engine/engine.ts'
import { createMiniSearchEngine } from '../engine/minisearch.ts'
import { computeLineage } from '../lineage/versions.ts'
import type { DocumentRecord, Passage, PassageId } from '../model.ts'
import type { PassageStore, Tombstone, VolumeRow } from '../store/store.ts'

/** Documents are made from the passages, titled by their ids, unless given. */
export function sampleContext(
  passages: readonly Passage[],
  given: { documents?: readonly DocumentRecord[]; tombstones?: readonly Tombstone[] } = {},
): { store: PassageStore; engine: SearchEngine } {
  return {
    store: sampleStore(passages, given),
    engine: createMiniSearchEngine(passages.map(indexPassage)),
  }
}

function sampleStore(
  passages: readonly Passage[],
  given: { documents?: readonly DocumentRecord[]; tombstones?: readonly Tombstone[] },
): PassageStore {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const versions = computeLineage(passages)
  const documents = given.documents ?? documentsOf(passages)
  const groupOf = (id: PassageId) => byId.get(id)?.duplicateOf ?? id
  return {
    manifest: {
      version: 'sample',
      created: '2026-01-01T00:00:00.000Z',
      formatVersion: 0,
      analyzerVersion: '0',
      pipelineVersion: '0',
      passages: passages.length,
      documents: documents.length,
      words: 0,
    },
    documents,
    problems: [],
    volumes: passages.map(toVolume),
    passage: (id) => byId.get(id) ?? null,
    passagesOf: (documentId) => passages.filter((passage) => passage.documentId === documentId),
    versions: (id) => versions.get(id) ?? [],
    duplicates: (id) =>
      passages.map((p) => p.id).filter((other) => other !== id && groupOf(other) === groupOf(id)),
    tombstone: (id) => given.tombstones?.find((tombstone) => tombstone.id === id) ?? null,
    all: () => passages,
    close() {},
  }
}

function documentsOf(passages: readonly Passage[]): DocumentRecord[] {
  const ids = [...new Set(passages.map(({ documentId }) => documentId))]
  return ids.map((id) => {
    const own = passages.filter(({ documentId }) => documentId === id)
    const { year, country, language } = own[0]!
    const known = { year, country, language, passages: own.length }
    return sampleDocument({ id, file: `${id}.txt`, title: id, ...known })
  })
}

function toVolume(passage: Passage): VolumeRow {
  const { documentId, year, country, language, section, duplicateOf } = passage
  const words = indexPassage(passage).positions.length
  const copiedWords = duplicateOf === null ? 0 : words
  return { documentId, year, country, language, section, words, copiedWords }
}
