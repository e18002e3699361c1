/** One document through the pure stages: segment → repair → label → passages with their permanent ids. */
import { labelCountry } from '../label/country.ts'
import { labelLanguages } from '../label/language.ts'
import { labelSection, type Taxonomy } from '../label/section.ts'
import { labelTitle } from '../label/title.ts'
import { labelYear, yearOfTitle } from '../label/year.ts'
import type {
  Block,
  DocumentRecord,
  IngestedDocument,
  Label,
  LanguageTag,
  Passage,
  Problem,
  Provenance,
  Repair,
  SourceDocument,
} from '../model.ts'
import { segment } from '../segment/segment.ts'
import { createIds } from './passage-id.ts'

/** What normalize makes of one document's text; see normalize/repair.ts. */
export interface DocumentRepairer {
  repair(
    printed: string,
    language: LanguageTag,
  ): {
    readonly text: string
    readonly repairs: readonly Repair[]
    readonly offers: readonly Repair[]
  }
}

/** What ingesting needs besides the document; all pure, loaded by the caller. */
export interface DocumentTools {
  readonly taxonomy: Taxonomy
  /** Repairs what OCR misread; texts stay as printed without it. */
  readonly createRepairer?: (documentText: string, language: LanguageTag) => DocumentRepairer
  /** Whether a word exists; decides hyphens at line ends that the document itself leaves open. */
  readonly knowsWord?: (word: string) => boolean
}

const untouched: DocumentRepairer = {
  repair: (printed) => ({ text: printed, repairs: [], offers: [] }),
}

/** A document as record and passages, complete but for what only the whole corpus shows (duplicates, inherited labels). */
export function ingestDocument(document: SourceDocument, tools: DocumentTools): IngestedDocument {
  const blocks = segment(document, {
    ...(tools.knowsWord === undefined ? {} : { knowsWord: tools.knowsWord }),
    isHeading: (text) => tools.taxonomy.sectionOf(text) !== null,
  })
  const labels = labelDocument(document, blocks, tools.taxonomy)
  const repairer = tools.createRepairer?.(document.text, labels.language.value) ?? untouched
  const passages = passagesOf(document, blocks, { labels, repairer, taxonomy: tools.taxonomy })
  const problems: Problem[] =
    passages.length > 0
      ? []
      : [{ documentId: document.id, stage: 'segment', message: 'no paragraph of text was found' }]
  return {
    document: recordOf(document, blocks, passages, { labels, repairer }),
    passages,
    problems,
  }
}

interface DocumentLabels {
  readonly title: Label<string>
  readonly year: Label<number | null>
  readonly country: Label<string | null>
  readonly language: Label<LanguageTag>
  /** One a passage, in order. */
  readonly languages: readonly Label<LanguageTag>[]
}

const isPassage = (block: Block) =>
  block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'footnote'

function labelDocument(
  document: SourceDocument,
  blocks: readonly Block[],
  taxonomy: Taxonomy,
): DocumentLabels {
  const { declared } = document
  const printed = (kind: Block['kind']) =>
    blocks.filter((block) => block.kind === kind).map((block) => block.printed)
  const title = declaredOr(declared.title, () =>
    labelTitle(blocks, document.file, (heading) => taxonomy.sectionOf(heading) !== null),
  )
  const body = blocks.filter(isPassage).map((block) => block.printed)
  const evidence = {
    title: title.by === 'none' ? '' : title.value,
    headings: printed('heading'),
    fileName: document.file,
    furniture: printed('furniture'),
    body,
  }
  const languages = labelLanguages(body)
  return {
    title,
    year: declaredOr(declared.year, () => labelYear(evidence)),
    country: declaredOr(declared.country, () => labelCountry(evidence)),
    language: declaredOr(declared.language, () => mostWritten(languages, body)),
    languages,
  }
}

function declaredOr<T, D extends T>(value: D | undefined, detect: () => Label<T>): Label<T> {
  return value === undefined ? detect() : { value, by: 'declared', evidence: 'corpus.yaml' }
}

/** The language of a document: that of most of its letters. */
function mostWritten(
  languages: readonly Label<LanguageTag>[],
  body: readonly string[],
): Label<LanguageTag> {
  const letters = { en: 0, es: 0, und: 0 }
  languages.forEach((label, index) => (letters[label.value] += body[index]!.length))
  const total = letters.en + letters.es + letters.und
  const [value, count] = Object.entries(letters).toSorted((a, b) => b[1] - a[1])[0]! as [
    LanguageTag,
    number,
  ]
  if (total === 0 || value === 'und')
    return { value: 'und', by: 'none', evidence: 'no paragraph could be told' }
  return { value, by: 'detected', evidence: `${Math.round((count / total) * 100)} % of its text` }
}

interface Making {
  readonly labels: DocumentLabels
  readonly repairer: DocumentRepairer
  readonly taxonomy: Taxonomy
}

function passagesOf(document: SourceDocument, blocks: readonly Block[], making: Making): Passage[] {
  const { labels, repairer, taxonomy } = making
  const idOf = createIds(document.id)
  const passages: Passage[] = []
  let heading: string | null = null
  let section = labelSection(null, taxonomy)
  let year = labels.year
  for (const block of blocks) {
    if (block.kind === 'heading') {
      heading = repairer.repair(block.printed, labels.language.value).text
      section = labelSection(block.printed, taxonomy)
      year = yearUnder(block, year, labels.year)
      continue
    }
    if (!isPassage(block)) continue
    const language = labels.languages[passages.length]!
    const repaired = repairer.repair(block.printed, language.value)
    const ownSection =
      heading === null ? sectionOfFormula(block.printed, section, taxonomy) : section
    passages.push({
      id: idOf(block.printed),
      documentId: document.id,
      ordinal: passages.length + 1,
      kind: block.kind as Passage['kind'],
      page: block.page,
      heading,
      section: ownSection.value,
      language: language.value,
      year: year.value,
      country: labels.country.value,
      printed: block.printed,
      text: repaired.text,
      repairs: repaired.repairs,
      offers: repaired.offers,
      source: { file: document.file, ...block.source },
      duplicateOf: null,
      labels: {
        language: provenance(language),
        section: provenance(ownSection),
        year: provenance(year),
        country: provenance(labels.country),
      },
    })
  }
  return passages
}

function sectionOfFormula(
  printed: string,
  section: Label<string | null>,
  taxonomy: Taxonomy,
): Label<string | null> {
  const formula = taxonomy.sectionOfText(printed)
  return formula === null
    ? section
    : { value: formula.key, by: 'detected', evidence: formula.evidence }
}

/** A declared year holds throughout; else a high heading that names one year dates what stands under it. */
function yearUnder(
  heading: Block,
  current: Label<number | null>,
  whole: Label<number | null>,
): Label<number | null> {
  if (whole.by === 'declared' || (heading.level ?? 6) > 2) return current
  const value = yearOfTitle(heading.printed)
  return value === null
    ? whole
    : { value, by: 'detected', evidence: `heading “${heading.printed.slice(0, 120)}”` }
}

const provenance = ({ by, evidence }: Provenance): Provenance => ({ by, evidence })

function recordOf(
  document: SourceDocument,
  blocks: readonly Block[],
  passages: readonly Passage[],
  { labels, repairer }: Pick<Making, 'labels' | 'repairer'>,
): DocumentRecord {
  const { declared } = document
  const words = passages.reduce((sum, passage) => sum + countWords(passage.printed), 0)
  const repairs = passages.reduce((sum, passage) => sum + passage.repairs.length, 0)
  const offers = passages.reduce((sum, passage) => sum + passage.offers.length, 0)
  return {
    id: document.id,
    file: document.file,
    title: labels.title.value,
    year: labels.year.value,
    country: labels.country.value,
    language: labels.language.value,
    publisher: declared.publisher ?? null,
    author: declared.author ?? null,
    url: declared.url ?? null,
    format: document.format,
    encoding: document.encoding,
    hash: document.hash,
    pages: document.pages.length > 0 ? document.pages.length : null,
    passages: passages.length,
    words,
    damage: { repairs, offers, rate: words === 0 ? 0 : repairs / words },
    labels: {
      title: provenance(labels.title),
      year: provenance(labels.year),
      country: provenance(labels.country),
      language: provenance(labels.language),
    },
    furniture: blocks
      .filter((block) => block.kind === 'furniture')
      .map(({ printed, source }) => ({ printed, source })),
    headings: headingsOf(blocks, repairer, labels.language.value),
  }
}

function headingsOf(
  blocks: readonly Block[],
  repairer: DocumentRepairer,
  language: LanguageTag,
): DocumentRecord['headings'] {
  let before = 0
  const headings: DocumentRecord['headings'][number][] = []
  for (const block of blocks) {
    if (isPassage(block)) before += 1
    if (block.kind !== 'heading' && block.kind !== 'title') continue
    headings.push({
      printed: block.printed,
      text: repairer.repair(block.printed, language).text,
      level: block.kind === 'title' ? 1 : (block.level ?? 3),
      source: block.source,
      before,
    })
  }
  return headings
}

function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) count += 1
  return count
}
