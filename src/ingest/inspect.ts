/** One file as ingest would take it, and why; nothing is written. */
import { relative, resolve, sep } from 'node:path'
import { readPrint } from '../lineage/print.ts'
import type { IngestedDocument, Passage, Problem } from '../model.ts'
import { listCorpus } from '../read/corpus.ts'
import { readCorpusFile, readFile, type Reading } from '../read/reading.ts'
import { ingestDocument, type DocumentTools } from './document.ts'
import { amend, amendmentsOf } from './duplicates.ts'

export interface Inspection {
  /** Null where nothing could be read; the problems say why. */
  readonly document: IngestedDocument['document'] | null
  readonly passages: readonly Passage[]
  readonly problems: readonly Problem[]
}

/**
 * Inspects a file: one inside the corpus as part of it (its id and what is declared of it), any other as if it stood
 * alone. What only the other documents show (repeats of their passages) is not looked for.
 * UserError `file-missing` where there is none.
 */
export async function inspectFile(
  path: string,
  corpus: string,
  loadTools: (corpus: string) => DocumentTools,
): Promise<Inspection> {
  const { document, problems } = await readOne(path, corpus)
  if (!document) return { document: null, passages: [], problems }
  const ingested = ingestDocument(document, loadTools(corpus))
  const amendments = amendmentsOf(ingested.passages.map(readPrint))
  return {
    document: ingested.document,
    passages: ingested.passages.map((passage) => amend(passage, amendments.get(passage.id))),
    problems: [...problems, ...ingested.problems],
  }
}

async function readOne(path: string, corpus: string): Promise<Reading> {
  const inside = relative(resolve(corpus), resolve(path)).split(sep).join('/')
  if (!inside.startsWith('..')) {
    const entry = (await listCorpus(corpus)).files.find(({ file }) => file === inside)
    if (entry) return readCorpusFile(entry)
  }
  return readFile(path)
}
