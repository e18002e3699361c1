/** Documents and blocks that tests make by hand. */
import type { Block, Mark, SourceDocument } from '../model.ts'

/** A plain text file of this text. */
export function plain(text: string, marks: readonly Mark[] = []): SourceDocument {
  return {
    id: 'x',
    file: 'x.txt',
    format: 'text',
    encoding: 'utf-8',
    hash: '',
    text,
    pages: [],
    marks,
    declared: {},
  }
}

/** A block whose place does not matter. */
export const block = (kind: Block['kind'], printed: string, level?: number): Block => ({
  kind,
  printed,
  source: { start: 0, end: 0 },
  page: null,
  ...(level === undefined ? {} : { level }),
})
