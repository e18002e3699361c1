/** What an ingest did, per document and in all: printed at its end, kept in the index for the page that tells of it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentRecord, LanguageTag, Passage, Problem } from '../model.ts'

/** One document in the report. */
export interface DocumentReport {
  readonly id: string
  readonly file: string
  readonly title: string
  readonly year: number | null
  readonly country: string | null
  readonly language: LanguageTag
  readonly passages: number
  readonly words: number
  /** Share of its passages that have a section, 0..1. */
  readonly sectionCoverage: number
  readonly repairs: number
  readonly offers: number
  /** Passages that repeat one of another place. */
  readonly duplicates: number
}

export interface IngestReport {
  readonly corpus: string
  readonly index: string
  /** The version of the corpus as indexed; null where nothing could be indexed and the old index was left. */
  readonly version: string | null
  /** True where nothing had changed and the index was left as it was. */
  readonly unchanged: boolean
  readonly documents: readonly DocumentReport[]
  readonly passages: number
  readonly words: number
  /** Documents made anew, taken from what was known, and no longer there. */
  readonly made: number
  readonly reused: number
  readonly removed: number
  /** Files whose reader was lost, and that the next run tries once more. */
  readonly unsettled: number
  readonly problems: readonly Problem[]
  readonly milliseconds: number
}

/** The row of one document. */
export function describeDocument(
  document: DocumentRecord,
  passages: readonly Pick<Passage, 'section' | 'duplicateOf'>[],
): DocumentReport {
  const { id, file, title, year, country, language, words, damage } = document
  const labelled = passages.filter((passage) => passage.section !== null).length
  return {
    id,
    file,
    title,
    year,
    country,
    language,
    words,
    passages: passages.length,
    sectionCoverage: passages.length === 0 ? 0 : labelled / passages.length,
    repairs: damage.repairs,
    offers: damage.offers,
    duplicates: passages.filter((passage) => passage.duplicateOf !== null).length,
  }
}

const FILE = 'report.json'

/** Keeps the report in a generation's folder. */
export function writeReport(folder: string, report: IngestReport): Promise<void> {
  return writeFile(join(folder, FILE), JSON.stringify(report))
}

/** The report of a generation; null where there is none that can be read. */
export async function readReport(folder: string): Promise<IngestReport | null> {
  try {
    return JSON.parse(await readFile(join(folder, FILE), 'utf8')) as IngestReport
  } catch {
    return null
  }
}
