/** What a document and each of its blocks are labelled: the whole first, then what stands under each heading. */
import { labelCountry } from '../label/country.ts'
import { findEditions, type Editions } from '../label/edition.ts'
import { enumeratorLength } from '../label/fold.ts'
import { labelLanguages } from '../label/language.ts'
import { labelSection, type Taxonomy } from '../label/section.ts'
import { labelTitle } from '../label/title.ts'
import { labelYear, yearOfTitle } from '../label/year.ts'
import type { Block, Label, LanguageTag, SourceDocument } from '../model.ts'

export interface DocumentLabels {
  readonly title: Label<string>
  readonly year: Label<number | null>
  readonly country: Label<string | null>
  readonly language: Label<LanguageTag>
  /** One for each block that is a passage, in order. */
  readonly languages: readonly Label<LanguageTag>[]
  /** One for each block, in order. */
  readonly places: readonly Place[]
}

/** Where a block stands: under which heading, in which section, of which edition. */
export interface Place {
  /** As printed. */
  readonly heading: string | null
  readonly section: Label<string | null>
  readonly year: Label<number | null>
}

/** Whether a block becomes a passage. */
export function isPassage(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'footnote'
}

export function labelDocument(
  document: SourceDocument,
  blocks: readonly Block[],
  taxonomy: Taxonomy,
): DocumentLabels {
  const { declared } = document
  const printed = (kind: Block['kind']) =>
    blocks.filter((block) => block.kind === kind).map((block) => block.printed)
  const editions = findEditions(blocks)
  // Of several reports in one file none is the file's title.
  const isPart = (heading: string) =>
    (editions.found.length > 1 && editions.headings.has(heading)) ||
    taxonomy.sectionOf(heading) !== null
  const title = declaredOr(declared.title, () => labelTitle(blocks, document.file, isPart))
  const body = blocks.filter(isPassage).map((block) => block.printed)
  const evidence = {
    title: title.by === 'none' ? '' : title.value,
    headings: printed('heading'),
    topHeadings: topHeadings(blocks),
    fileName: document.file,
    head: headOf(blocks, title.value).map((block) => block.printed),
    furniture: printed('furniture'),
    body,
  }
  const languages = labelLanguages(body)
  const year = declaredOr(
    declared.year,
    () => yearOfEditions(title, editions) ?? labelYear(evidence),
  )
  return {
    title,
    year,
    country: declaredOr(declared.country, () => labelCountry(evidence)),
    language: declaredOr(declared.language, () => mostWritten(languages, body)),
    languages,
    places: placesOf(blocks, { year, editions: dating(year, title, editions), taxonomy }),
  }
}

function topHeadings(blocks: readonly Block[]): string[] {
  const first = blocks.findIndex(isPassage)
  return blocks
    .slice(0, first < 0 ? 0 : first)
    .flatMap((block) => (block.kind === 'heading' ? [block.printed] : []))
}

/** Blocks at the head of a document, and under its title, in which its date is looked for. */
const headLength = 8
const underTitle = 4
/** Characters of a passage that is text and no line of the title page. */
const shortestText = 120

/** The lines over the text: the first of the document and, where a site's menus stand before it, those under the title. */
function headOf(blocks: readonly Block[], title: string): Block[] {
  const titleAt = blocks.findIndex(({ printed }) => printed === title)
  const isOver = (_: Block, index: number) =>
    index < headLength || (titleAt >= 0 && index >= titleAt && index <= titleAt + underTitle)
  const text = blocks.findIndex((block) => isPassage(block) && block.printed.length >= shortestText)
  return blocks.slice(0, text < 0 ? blocks.length : text).filter(isOver)
}

function declaredOr<T, D extends T>(value: D | undefined, detect: () => Label<T>): Label<T> {
  return value === undefined ? detect() : { value, by: 'declared', evidence: 'corpus.yaml' }
}

/** A file of several editions has no year of its own; a file of one has that one's. */
function yearOfEditions(title: Label<string>, { found }: Editions): Label<number | null> | null {
  if (namesYear(title) || found.every(({ value }) => value === null)) return null
  if (found.length === 1) return found[0]!
  const years = found.map(({ value }) => value ?? 'unknown').join(', ')
  return { value: null, by: 'none', evidence: `several editions, by section: ${years}` }
}

/** A file name that stands in for a title is no title. */
const namesYear = (title: Label<string>) => title.by !== 'none' && yearOfTitle(title.value) !== null

/** The editions, where it is they that date the passages: not under a declared year or a title with its own. */
function dating(
  year: Label<number | null>,
  title: Label<string>,
  editions: Editions,
): Editions['years'] {
  return year.by === 'declared' || yearOfEditions(title, editions) === null ? [] : editions.years
}

/** The language of a document: that of most of its letters. */
function mostWritten(
  languages: readonly Label<LanguageTag>[],
  body: readonly string[],
): Label<LanguageTag> {
  const letters = { en: 0, es: 0, und: 0 }
  languages.forEach((label, index) => (letters[label.value] += body[index]!.length))
  const total = letters.en + letters.es + letters.und
  const value: LanguageTag =
    letters.en === letters.es ? 'und' : letters.en > letters.es ? 'en' : 'es'
  if (value === 'und' || letters[value] < letters.und)
    return { value: 'und', by: 'none', evidence: 'too little text in one language' }
  const share = Math.round((letters[value] / total) * 100)
  return { value, by: 'detected', evidence: `${share} % of its text` }
}

interface Placing {
  readonly year: Label<number | null>
  readonly editions: Editions['years']
  readonly taxonomy: Taxonomy
}

function placesOf(blocks: readonly Block[], { year, editions, taxonomy }: Placing): Place[] {
  let heading: string | null = null
  let section = labelSection(null, taxonomy)
  let above = section
  const places = blocks.map((block, index): Place => {
    if (block.kind === 'heading') {
      heading = headingWithNumber(blocks, index)
      section = above = labelSection(heading, taxonomy)
    } else if (block.runIn !== undefined) {
      heading = block.runIn
      section = sectionOfRunIn(heading, above, taxonomy)
    }
    return {
      heading,
      section: sectionOfBlock(block, heading, section, taxonomy),
      year: editions[index] ?? year,
    }
  })
  return places.map((place, index) => places[callerOf(blocks, index)] ?? place)
}

/** A heading inside its paragraph divides a section; it opens one where it is numbered, known, or under no heading. */
function sectionOfRunIn(
  heading: string,
  above: Label<string | null>,
  taxonomy: Taxonomy,
): Label<string | null> {
  const opens =
    above.value === null || enumeratorLength(heading) > 0 || taxonomy.sectionOf(heading) !== null
  return opens ? labelSection(heading, taxonomy) : above
}

function sectionOfBlock(
  block: Block,
  heading: string | null,
  section: Label<string | null>,
  taxonomy: Taxonomy,
): Label<string | null> {
  const formula =
    heading === null && isPassage(block) ? taxonomy.sectionOfText(block.printed) : null
  return formula === null
    ? section
    : { value: formula.key, by: 'detected', evidence: formula.evidence }
}

const bareDivision = /^(?:section|secci[oó]n|chapter|cap[ií]tulo|part|parte)\s+[\divxlc]+\.?$/iu

/** `Section 3.` on a line of its own is the number of the heading on the next. */
function headingWithNumber(blocks: readonly Block[], index: number): string {
  const { printed } = blocks[index]!
  const before = blocks[index - 1]
  return before?.kind === 'heading' && bareDivision.test(before.printed)
    ? `${before.printed} ${printed}`
    : printed
}

/** A footnote belongs where it is called from: the nearest call before it, else the first after; −1 where none is. */
function callerOf(blocks: readonly Block[], index: number): number {
  const { kind, mark } = blocks[index]!
  if (kind !== 'footnote' || mark === undefined) return -1
  const calls = (block: Block) => block.calls?.includes(mark) ?? false
  const before = blocks.slice(0, index).findLastIndex(calls)
  return before >= 0 ? before : blocks.findIndex(calls)
}
