/** The damaged pages with their truth, as they stand in the shared data. */
import { readFileSync } from 'node:fs'
import { sharedPath } from '../testing/shared-data.ts'

export interface TruthPage {
  readonly name: string
  /** What it was read by: 'eng', 'spa' or 'none'. */
  readonly engine: string
  readonly language: string
  readonly raw: string
  readonly gold: string
}

/** Rendered pages and pages that must not change; empty where the shared data is missing. */
export function renderedPages(): TruthPage[] {
  const folder = sharedPath('eval/ocr/pages')
  if (!folder) return []
  const [head = '', ...lines] = readFileSync(`${folder}/manifest.tsv`, 'utf8').trim().split('\n')
  const column = (name: string) => head.split('\t').indexOf(name)
  return lines.map((line) => {
    const cells = line.split('\t')
    const name = cells[column('name')]!
    return {
      name,
      engine: cells[column('ocr')]!,
      language: cells[column('language')]!,
      raw: readFileSync(`${folder}/${name}.raw.txt`, 'utf8'),
      gold: readFileSync(`${folder}/${name}.gold.txt`, 'utf8'),
    }
  })
}

/** Pages of real PDFs, read by the English and by the Spanish engine. */
export function realPages(): TruthPage[] {
  const path = sharedPath('eval/ocr/real-pages.jsonl')
  if (!path) return []
  const rows = readFileSync(path, 'utf8').trim().split('\n')
  return rows.flatMap((row) => {
    const page: Record<'id' | 'gt' | 'ocr_eng' | 'ocr_spa', string> = JSON.parse(row)
    const common = { name: page.id, language: 'es', gold: page.gt }
    return [
      { ...common, engine: 'eng', raw: page.ocr_eng },
      { ...common, engine: 'spa', raw: page.ocr_spa ?? '' },
    ]
  })
}

/** The lines of the seed whose truth is known. */
export function seedPages(): TruthPage[] {
  const base = sharedPath('eval/ocr/seed004.lines-1-172.raw.txt')
  if (!base) return []
  const raw = readFileSync(base, 'utf8')
  const gold = readFileSync(base.replace('.raw.', '.gold.'), 'utf8')
  return [{ name: 'seed004', engine: 'eng', language: 'es', raw, gold }]
}
