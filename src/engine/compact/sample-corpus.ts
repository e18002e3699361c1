/** Passages to hold the engines against each other: made up from a seed, or the paragraphs of a folder of text files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexPassage } from '../../analyze/analyzer.ts'
import type { IndexedPassage, Passage } from '../../model.ts'
import { createRandom } from '../../testing/random.ts'

/** Passages of few words, so that everything meets everything: duplicates, unknown facets, empty ones, shared places. */
export function samplePassages(count: number, seed: number): IndexedPassage[] {
  const random = createRandom(seed)
  const pick = (most: number) => Math.floor(random() ** 3 * most)
  const passages: IndexedPassage[] = []
  for (let number = 0; number < count; number++) {
    const length = random() < 0.03 ? 0 : 1 + Math.floor(random() * 40)
    const positions = Array.from({ length }, () => {
      const word = `w${pick(300)}`
      return random() < 0.8 ? [`n:${word.slice(0, 3)}`, `=${word}`] : [`=${word}`]
    })
    const doc = Math.floor((number * 30) / count)
    const id = `d${doc}.${number}`
    const twin = passages[Math.floor(random() * passages.length)]
    passages.push({
      id,
      positions,
      sentences: positions.flatMap((_, at) => (at === 0 || random() < 0.1 ? [at] : [])),
      facets: {
        year: doc % 7 === 0 ? '' : String(2015 + (doc % 9)),
        section: ['', 'prosecution', 'protection', 'profile'][Math.floor(random() * 4)]!,
        lang: doc % 3 === 0 ? 'es' : 'en',
        doc: `d${doc}`,
        country: ['', 'Peru', 'Chile'][doc % 3]!,
      },
      group: twin && random() < 0.2 ? twin.group : id,
    })
  }
  return passages
}

const unknown = { by: 'none', evidence: '' } as const

/** The paragraphs of `<year>-<country>.txt` files, split at blank lines; equal paragraphs of a country are one group. */
export function folderPassages(folder: string, files = Infinity): IndexedPassage[] {
  const groups = new Map<string, string>()
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return names.slice(0, files).flatMap((name) => {
    const documentId = name.replace(/\.txt$/u, '')
    const [year, country = null] = documentId.split('-')
    let section: string | null = null
    const paragraphs = readFileSync(join(folder, name), 'utf8').split(/\n\s*\n/u)
    return paragraphs.flatMap((paragraph, at) => {
      const text = paragraph.trim().replaceAll(/\s+/gu, ' ')
      if (text.length < 60 && !text.endsWith('.')) section = text.toLowerCase() || section
      if (text.length < 60) return []
      const id = `${documentId}.${at}`
      const group = groups.get(`${country} ${text}`) ?? id
      groups.set(`${country} ${text}`, group)
      const passage: Passage = {
        id,
        documentId,
        ordinal: at + 1,
        kind: 'paragraph',
        page: null,
        heading: section,
        section,
        language: 'en',
        year: Number(year),
        country,
        printed: text,
        text,
        repairs: [],
        offers: [],
        source: { file: name, start: 0, end: 0 },
        duplicateOf: group === id ? null : group,
        labels: { language: unknown, section: unknown, year: unknown, country: unknown },
      }
      return [indexPassage(passage)]
    })
  })
}
