/** A folder of text files as a corpus to measure with: its paragraphs, the year and country from `<year>-<country>.txt`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchPassage } from './corpus.ts'

/** Yields the paragraphs of every .txt file of a folder, in order of name. */
export function* folderSource(folder: string): Generator<BenchPassage> {
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.txt')) continue
    const doc = name.replace(/\.txt$/u, '')
    const [, year = '', country = ''] = /^(\d{4})-(.*)$/u.exec(doc) ?? []
    const paragraphs = readFileSync(join(folder, name), 'utf8').split(/\n\s*\n/u)
    for (const [at, paragraph] of paragraphs.entries()) {
      const text = paragraph.trim()
      if (text === '') continue
      const id = `${doc}.${at}`
      const facets = { year, section: '', lang: 'en', doc, country }
      yield { id, text, facets, language: 'en', group: id }
    }
  }
}
