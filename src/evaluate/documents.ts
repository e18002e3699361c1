/** Marked documents of the shared data as ingest reads them. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { DocumentTools } from '../ingest/document.ts'
import { loadTaxonomy } from '../load/taxonomy.ts'
import type { SourceDocument } from '../model.ts'
import { plain } from '../testing/plain-document.ts'

export const tools: DocumentTools = { taxonomy: loadTaxonomy() }

/** A text file, named as it is. */
export function plainDocument(path: string): SourceDocument {
  const file = basename(path)
  const text = new TextDecoder().decode(readFileSync(path))
  return { ...plain(text), id: file.replace(/\.\w+$/, ''), file }
}

export const linesOfFile = (path: string): string[] =>
  readFileSync(path, 'utf8').trimEnd().split('\n')
