/** One document through the pure stages: segment → repair → label → passages with their permanent ids. */
import type {
  Block,
  DocumentRecord,
  IngestedDocument,
  LanguageTag,
  Passage,
  Problem,
  Provenance,
  Repair,
  SourceDocument,
  Vocabulary,
} from '../model.ts'
import type { Taxonomy } from '../label/section.ts'
import { opensEdition } from '../label/edition.ts'
import { segment } from '../segment/segment.ts'
import { isPassage, labelDocument, type DocumentLabels } from './document-labels.ts'
import { createIds } from './passage-id.ts'

/** What normalize makes of one document's text; see normalize/repair.ts. */
export interface DocumentRepairer {
  readonly vocabulary: Vocabulary
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
}

const untouched: DocumentRepairer = {
  vocabulary: { clean: [], unread: [] },
  repair: (printed) => ({ text: printed, repairs: [], offers: [] }),
}

/** A document as record and passages, complete but for what only the whole corpus shows (duplicates, inherited labels). */
export function ingestDocument(document: SourceDocument, tools: DocumentTools): IngestedDocument {
  const blocks = segment(document, {
    isHeading: (text) => tools.taxonomy.sectionOf(text) !== null || opensEdition(text),
  })
  const labels = labelDocument(document, blocks, tools.taxonomy)
  const repairer = tools.createRepairer?.(document.text, labels.language.value) ?? untouched
  const passages = passagesOf(document, blocks, { labels, repairer })
  const problems: Problem[] =
    passages.length > 0
      ? []
      : [{ documentId: document.id, stage: 'segment', message: 'no paragraph of text was found' }]
  return {
    document: recordOf(document, blocks, passages, { labels, repairer }),
    passages,
    problems,
    vocabulary: repairer.vocabulary,
  }
}

interface Making {
  readonly labels: DocumentLabels
  readonly repairer: DocumentRepairer
}

function passagesOf(document: SourceDocument, blocks: readonly Block[], making: Making): Passage[] {
  const { labels, repairer } = making
  const idOf = createIds(document.id)
  const headingOf = cached((printed) => repairer.repair(printed, labels.language.value).text)
  const passages: Passage[] = []
  blocks.forEach((block, index) => {
    if (!isPassage(block)) return
    const language = labels.languages[passages.length]!
    const repaired = repairer.repair(block.printed, language.value)
    const { heading, section, year } = labels.places[index]!
    passages.push({
      id: idOf(block.printed),
      documentId: document.id,
      ordinal: passages.length + 1,
      kind: block.kind as Passage['kind'],
      page: block.page,
      heading: heading === null ? null : headingOf(heading),
      section: section.value,
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
        section: provenance(section),
        year: provenance(year),
        country: provenance(labels.country),
      },
    })
  })
  return passages
}

function cached(make: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>()
  return (text) => {
    const known = made.get(text) ?? make(text)
    made.set(text, known)
    return known
  }
}

const provenance = ({ by, evidence }: Provenance): Provenance => ({ by, evidence })

function recordOf(
  document: SourceDocument,
  blocks: readonly Block[],
  passages: readonly Passage[],
  { labels, repairer }: Making,
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

/** Words between single spaces, as the joined text has them. */
function countWords(text: string): number {
  let count = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1
  return count
}
