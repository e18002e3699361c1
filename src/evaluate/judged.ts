/** The judged queries over the seed reports: each names its relevant passages by file and a quotation. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openContext, type Context } from '../context.ts'
import { ingestFolder } from '../ingest/folder.ts'
import type { Passage } from '../model.ts'
import { loadStages } from '../pipeline.ts'

export interface JudgedQuery {
  readonly id: string
  readonly text: string
  readonly kind: string
  readonly filters?: { readonly year?: readonly number[]; readonly section?: readonly string[] }
  readonly relevant: readonly {
    readonly file: string
    readonly quote: string
    readonly grade: number
  }[]
}

/** Files of the corpus by the numbers that the judgments use. */
const files: Readonly<Record<string, string>> = {
  '000': 'tip-2022-peru-en.txt',
  '001': 'tip-2021-peru-en.txt',
  '002': 'tip-2021-peru-en-excerpt.txt',
  '003': 'tip-2015-peru-en-webpage.txt',
  '004': 'tip-2019-peru-es.txt',
}

export function readJudgedQueries(path: string): JudgedQuery[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as JudgedQuery)
}

/** Grades by id of the passages that hold the quotations, compared by their letters and digits as printed. */
export function gradesOf(query: JudgedQuery, passages: Iterable<Passage>): Map<string, number> {
  const grades = new Map<string, number>()
  for (const passage of passages) {
    const printed = bare(passage.printed)
    for (const { file, quote, grade } of query.relevant) {
      if (passage.source.file !== files[file] || !printed.includes(bare(quote))) continue
      grades.set(passage.id, Math.max(grade, grades.get(passage.id) ?? 0))
    }
  }
  return grades
}

/** The filters as a search's parameters; every copy of a duplicate stands for itself. */
export function parametersOf({ text, filters }: JudgedQuery): URLSearchParams {
  const parameters = new URLSearchParams({ q: text, per_page: '10', collapse: '0' })
  for (const year of filters?.year ?? []) parameters.append('year', String(year))
  for (const section of filters?.section ?? []) parameters.append('section', section)
  return parameters
}

/** Indexes a corpus into a folder of its own for as long as `use` takes. */
export async function withIndexOf<T>(
  corpus: string,
  use: (context: Context) => Promise<T>,
): Promise<T> {
  const index = await mkdtemp(join(tmpdir(), 'pasaje-evaluate-'))
  try {
    await ingestFolder({ corpus, index, stages: loadStages(corpus) })
    const context = await openContext(index)
    try {
      return await use(context)
    } finally {
      await context.close()
    }
  } finally {
    await rm(index, { recursive: true, force: true })
  }
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '')
}
