/** `npm run evaluate:segments`: how well documents are cut and labelled, against what people marked in the shared data. */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ingestDocument, type DocumentTools } from '../ingest/document.ts'
import type { Block, IngestedDocument, SourceDocument } from '../model.ts'
import { segment } from '../segment/segment.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { loadTaxonomy } from '../load/taxonomy.ts'
import { agree, bare, f1, type Tally } from './agreement.ts'
import { printings, type KnownBlock } from './printings.ts'

const tools: DocumentTools = { taxonomy: loadTaxonomy() }

function plainDocument(path: string, file = basename(path)): SourceDocument {
  return textDocument(new TextDecoder().decode(readFileSync(path)), file)
}

function textDocument(text: string, file = 'report.txt'): SourceDocument {
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

const linesOfFile = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')

interface MarkedReport {
  readonly path: string
  readonly blocks: readonly KnownBlock[]
}

/** The site dumps and the blocks that their pages' own markup gives. */
function markedReports(folder: string): MarkedReport[] {
  return linesOfFile(join(folder, 'hrr-blocks.jsonl')).map((line) => {
    const marked = JSON.parse(line) as { path: string; blocks: [string, string][] }
    const blocks = marked.blocks.map(([tag, text]): KnownBlock => ({
      kind: tag[0] === 'h' ? 'heading' : 'paragraph',
      text: text.replace(/\s+/g, ' ').trim(),
    }))
    return { path: join(folder, marked.path), blocks }
  })
}

const isPassage = (kind: string) => /paragraph|item|footnote/.test(kind)
const isHeading = (kind: string) => kind === 'heading'

const textsOf = (blocks: readonly (KnownBlock | Block)[], test: (kind: string) => boolean) =>
  blocks
    .filter(({ kind }) => test(kind))
    .map((block) => bare('text' in block ? block.text : block.printed))

/** Counts paragraphs and headings that were found, and found whole. */
function createCount() {
  const paragraphs: Tally = { right: 0, found: 0, wanted: 0 }
  const headings: Tally = { right: 0, found: 0, wanted: 0 }
  return {
    add(found: readonly Block[], known: readonly KnownBlock[]): void {
      agree(paragraphs, textsOf(found, isPassage), textsOf(known, isPassage))
      agree(headings, textsOf(found, isHeading), textsOf(known, isHeading))
    },
    result: () => ({ paragraphs: f1(paragraphs), headings: f1(headings) }),
  }
}

/** Paragraphs, headings and furniture of site dumps against the blocks of the pages' own markup. */
function siteDumps(reports: readonly MarkedReport[]) {
  const count = createCount()
  let [words, foreign] = [0, 0]
  for (const { path, blocks: known } of reports) {
    const found = blocksOf(plainDocument(path))
    count.add(found, known)
    const body = known.map(({ text }) => bare(text)).join(' ')
    for (const { printed } of found.filter(({ kind }) => isPassage(kind))) {
      const length = printed.split(' ').length
      words += length
      if (!body.includes(bare(printed).slice(0, 60))) foreign += length
    }
  }
  return { ...count.result(), furnitureIndexed: foreign / words }
}

/** The same blocks as other printers set them. */
function printedAgain(reports: readonly MarkedReport[]) {
  const rows = printings.map(({ name, print }) => {
    const count = createCount()
    for (const { blocks } of reports) count.add(blocksOf(textDocument(print(blocks))), blocks)
    const { paragraphs, headings } = count.result()
    return [name, `paragraphs ${paragraphs.toFixed(3)}, headings ${headings.toFixed(3)}`]
  })
  return Object.fromEntries(rows) as Record<string, string>
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

/** Years of the editions within one file, by the words under each; `print` may change lines, not add or drop any. */
function editions(folder: string, print = (text: string) => text) {
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
  const reports = markedReports(folder)
  const { notes: labelNotes, ...labels } = documentLabels(folder)
  const { notes: editionNotes, ...edition } = editions(folder)
  const { years: unmarked } = editions(folder, (text) => text.replace(/^#+ */gm, ''))
  const lost = everyFile(folder).flatMap((path) => {
    const letters = lettersLost(plainDocument(path))
    return letters === '' ? [] : [`${basename(path)}: ${letters}`]
  })
  console.log(
    JSON.stringify(
      {
        siteDumps: siteDumps(reports),
        printedAgain: printedAgain(reports),
        labels,
        editions: edition,
        editionsWithoutHeadingMarks: unmarked,
        lost: lost.length,
      },
      null,
      1,
    ),
  )
  console.log([...labelNotes, ...editionNotes, ...lost].join('\n'))
  const corpus = sharedPath('eval/corpora/hrr-en')
  if (corpus !== null) console.log('MB/s of CPU:', speed(corpus))
}

if (import.meta.filename === process.argv[1]) main()
