/** `npm run evaluate:segments`: how well documents are cut and labelled, against what people marked in the shared data. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ingestDocument } from '../ingest/document.ts'
import type { Block, IngestedDocument, SourceDocument } from '../model.ts'
import { segment } from '../segment/segment.ts'
import { plain } from '../testing/plain-document.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { agree, bare, f1, type Tally } from './agreement.ts'
import { linesOfFile, plainDocument, tools } from './documents.ts'
import { documentLabels, editions } from './labels.ts'
import { printings, type KnownBlock } from './printings.ts'

function blocksOf(document: SourceDocument): Block[] {
  return segment(document, { isHeading: (text) => tools.taxonomy.sectionOf(text) !== null })
}

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
    for (const { blocks } of reports) count.add(blocksOf(plain(print(blocks))), blocks)
    const { paragraphs, headings } = count.result()
    return [name, `paragraphs ${paragraphs.toFixed(3)}, headings ${headings.toFixed(3)}`]
  })
  return Object.fromEntries(rows) as Record<string, string>
}

/** Letters of the text that no block holds, and letters blocks have too many, over all development documents. */
function lettersLost(document: SourceDocument): string {
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
