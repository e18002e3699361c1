/** How far an ingest is, by bytes: what takes time is text, not files. */
import type { CorpusFile } from '../read/corpus.ts'
import { MAX_BYTES } from '../read/file-hash.ts'

export interface IngestProgress {
  readonly step: 'check' | 'read' | 'index'
  /** Bytes of the corpus, each file some more. */
  readonly done: number
  readonly total: number
  readonly file: string
}

type OnProgress = ((progress: IngestProgress) => void) | undefined

/** A file costs something even where it is empty, and one too large to be read costs no more. */
const weight = (file: CorpusFile) => (file.bytes > MAX_BYTES ? 0 : file.bytes) + 1000

/** Reports each file of one step as done when it is called with it. */
export function createMeter(
  step: IngestProgress['step'],
  files: readonly CorpusFile[],
  onProgress: OnProgress,
): (file: CorpusFile) => void {
  const total = files.reduce((sum, file) => sum + weight(file), 0)
  let done = 0
  return (file) => {
    done += weight(file)
    onProgress?.({ step, done, total, file: file.file })
  }
}
