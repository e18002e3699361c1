/** How well documents are labelled, against what people marked in the shared data. */
import { join } from 'node:path'
import { ingestDocument } from '../ingest/document.ts'
import { linesOfFile, plainDocument, tools } from './documents.ts'

interface Counts {
  right: number
  null: number
  wrong: number
}

/** Years, countries and languages of documents against labels.tsv. */
export function documentLabels(folder: string) {
  const [head, ...rows] = linesOfFile(join(folder, 'labels.tsv'))
  const columns = head!.split('\t')
  const years: Counts = { right: 0, null: 0, wrong: 0 }
  const countries: Counts = { right: 0, null: 0, wrong: 0 }
  const languages: Counts = { right: 0, null: 0, wrong: 0 }
  const notes: string[] = []
  for (const row of rows) {
    const cells = row.split('\t')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const path = cell('path')
    const { document } = ingestDocument(plainDocument(join(folder, path)), tools)
    const several = cell('year').split(',')
    const noted = (
      counts: Counts,
      value: unknown,
      wanted: readonly string[],
      label: keyof typeof document.labels,
    ) => {
      const how = value === null ? 'null' : wanted.includes(String(value)) ? 'right' : 'wrong'
      counts[how] += 1
      if (how !== 'right' && wanted.join('') !== '')
        notes.push(
          `${path}: ${label} ${String(value)}, wanted ${wanted.join(',')} (${document.labels[label].evidence})`,
        )
      else if (how === 'wrong')
        notes.push(
          `${path}: ${label} ${String(value)}, wanted none (${document.labels[label].evidence})`,
        )
    }
    noted(years, document.year, several, 'year')
    noted(countries, document.country, [cell('country')], 'country')
    noted(languages, document.language, [cell('language')], 'language')
  }
  return { years, countries, languages, notes }
}

interface MarkedEditions {
  readonly path: string
  readonly sections: readonly {
    readonly line: number
    readonly end: number
    readonly year_in_heading: number | null
    readonly year_first_par: number | null
  }[]
}

/** Years of the editions within one file, by the words under each; `print` may change lines, not add or drop any. */
export function editions(folder: string, print = (text: string) => text) {
  const years: Counts = { right: 0, null: 0, wrong: 0 }
  const notes: string[] = []
  for (const line of linesOfFile(join(folder, 'cladem-sections.jsonl'))) {
    const marked = JSON.parse(line) as MarkedEditions
    const printed = plainDocument(join(folder, marked.path))
    const document = { ...printed, text: print(printed.text) }
    const starts = lineStarts(document.text)
    const { passages } = ingestDocument(document, tools)
    for (const section of marked.sections) {
      const wanted = section.year_in_heading ?? section.year_first_par
      const inside = passages.filter(
        ({ source, kind }) =>
          kind !== 'footnote' &&
          source.start >= starts[section.line - 1]! &&
          source.start < (starts[section.end] ?? Number.POSITIVE_INFINITY),
      )
      for (const { year } of inside)
        years[year === wanted ? 'right' : year === null ? 'null' : 'wrong'] += 1
      const got = [...new Set(inside.map(({ year }) => year))].join(',')
      if (got !== String(wanted))
        notes.push(`${marked.path}:${section.line}: year ${got}, wanted ${wanted}`)
    }
  }
  return { years, notes }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(/\n/g)) starts.push(match.index + 1)
  return starts
}
