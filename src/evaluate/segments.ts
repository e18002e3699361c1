/** `npm run evaluate:segments`: how well documents are cut and labelled, against what people marked in the shared data. */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ingestDocument, type DocumentTools } from '../ingest/document.ts'
import type { Block, IngestedDocument, SourceDocument } from '../model.ts'
import { segment } from '../segment/segment.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { loadTaxonomy } from '../load/taxonomy.ts'

const tools: DocumentTools = { taxonomy: loadTaxonomy() }

/** Letters and digits only: what two cuts of the same words must agree on. */
export const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

export function plainDocument(path: string, file = basename(path)): SourceDocument {
  const text = new TextDecoder().decode(readFileSync(path))
  return {
    id: file.replace(/\.\w+$/, ''),
    file,
    format: 'text',
    encoding: 'utf-8',
    hash: '',
    text,
    pages: [],
    marks: [],
    declared: {},
  }
}

export function blocksOf(document: SourceDocument): Block[] {
  return segment(document, { isHeading: (text) => tools.taxonomy.sectionOf(text) !== null })
}

interface Tally {
  right: number
  found: number
  wanted: number
}

const f1 = ({ right, found, wanted }: Tally) => (2 * right) / (found + wanted)

/** Counts multiset agreement of two lists. */
function agree(tally: Tally, found: readonly string[], wanted: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const text of wanted) left.set(text, (left.get(text) ?? 0) + 1)
  const extra: string[] = []
  for (const text of found) {
    const count = left.get(text) ?? 0
    if (count === 0) extra.push(text)
    else {
      left.set(text, count - 1)
      tally.right += 1
    }
  }
  tally.found += found.length
  tally.wanted += wanted.length
  return extra
}

interface MarkedDocument {
  readonly path: string
  readonly blocks: readonly (readonly [string, string])[]
}

const linesOfFile = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')

/** Paragraphs, headings and furniture of site dumps against the blocks of the pages' own markup. */
function siteDumps(folder: string) {
  const paragraphs: Tally = { right: 0, found: 0, wanted: 0 }
  const headings: Tally = { right: 0, found: 0, wanted: 0 }
  let [words, foreign] = [0, 0]
  for (const line of linesOfFile(join(folder, 'hrr-blocks.jsonl'))) {
    const marked = JSON.parse(line) as MarkedDocument
    const blocks = blocksOf(plainDocument(join(folder, marked.path)))
    const texts = (test: (kind: string) => boolean) =>
      marked.blocks.filter(([kind]) => test(kind)).map(([, text]) => bare(text))
    const passages = blocks.filter((block) => /paragraph|item|footnote/.test(block.kind))
    agree(
      paragraphs,
      passages.map((block) => bare(block.printed)),
      texts((kind) => kind[0] !== 'h'),
    )
    const found = blocks
      .filter((block) => block.kind === 'heading')
      .map((block) => bare(block.printed))
    agree(
      headings,
      found,
      texts((kind) => kind[0] === 'h'),
    )
    const body = marked.blocks.map(([, text]) => bare(text)).join(' ')
    for (const block of passages) {
      const count = block.printed.split(' ').length
      words += count
      if (!body.includes(bare(block.printed).slice(0, 60))) foreign += count
    }
  }
  return { paragraphs: f1(paragraphs), headings: f1(headings), furnitureIndexed: foreign / words }
}

interface Counts {
  right: number
  null: number
  wrong: number
}

/** Years, countries and languages of documents against labels.tsv. */
function documentLabels(folder: string) {
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

/** Years of the editions within one file, by the words under each. */
function editions(folder: string) {
  const years: Counts = { right: 0, null: 0, wrong: 0 }
  const notes: string[] = []
  for (const line of linesOfFile(join(folder, 'cladem-sections.jsonl'))) {
    const marked = JSON.parse(line) as MarkedEditions
    const document = plainDocument(join(folder, marked.path))
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

/** Letters of the text that no block holds, and letters blocks have too many, over all development documents. */
export function lettersLost(document: SourceDocument): string {
  const counts = new Map<string, number>()
  const add = (text: string, by: number) => {
    for (const letter of bare(text)) counts.set(letter, (counts.get(letter) ?? 0) + by)
  }
  add(document.text, 1)
  for (const block of blocksOf(document)) add(block.printed, -1)
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([letter, count]) => `${letter}${count}`)
    .join(' ')
}

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .map((file) => join(folder, file))
}

function speed(folder: string) {
  const documents = everyFile(folder).map((path) => plainDocument(path))
  const megabytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6
  const rate = (work: (document: SourceDocument) => Block[] | IngestedDocument) => {
    for (const document of documents.slice(0, 10)) work(document)
    const before = process.cpuUsage()
    for (const document of documents) work(document)
    const { user, system } = process.cpuUsage(before)
    return megabytes / ((user + system) / 1e6)
  }
  return {
    segment: rate(blocksOf),
    segmentAndLabel: rate((document) => ingestDocument(document, tools)),
  }
}

function main(): void {
  const folder = sharedPath('eval/documents')
  if (folder === null) {
    console.log('The shared data is not on this machine; set PASAJE_SHARED.')
    return
  }
  const { notes: labelNotes, ...labels } = documentLabels(folder)
  const { notes: editionNotes, ...edition } = editions(folder)
  const lost = everyFile(folder).flatMap((path) => {
    const letters = lettersLost(plainDocument(path))
    return letters === '' ? [] : [`${basename(path)}: ${letters}`]
  })
  console.log(
    JSON.stringify(
      { siteDumps: siteDumps(folder), labels, editions: edition, lost: lost.length },
      null,
      1,
    ),
  )
  console.log([...labelNotes, ...editionNotes, ...lost].join('\n'))
  const corpus = sharedPath('eval/corpora/hrr-en')
  if (corpus !== null) console.log('MB/s of CPU:', speed(corpus))
}

if (import.meta.filename === process.argv[1]) main()
