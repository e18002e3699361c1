/** What each passage said in other years, and in the other language: links between the editions of one country. */
import { setImmediate } from 'node:timers/promises'
import type { Passage, PassageId, Version } from '../model.ts'
import { createAligner, isSame, similarityOf } from './align.ts'
import { createConceptReader, type ConceptReader, type TermPair } from './concepts.ts'
import { laterKin, seriesOf, type Edition, type Series } from './editions.ts'
import { createLinks, type Links } from './links.ts'
import { readPrint, type Print } from './print.ts'
import { alignTranslations, conceptWeights, type Concepts } from './translations.ts'

export interface Translating {
  readonly glossary: readonly TermPair[]
  /** The passages of a document; asked for only where a country's documents are in two languages. */
  passagesOf(documentId: string): Iterable<Passage>
}

/** Passages with their versions in other years. */
export type LineageBatch = readonly (readonly [PassageId, readonly Version[]])[]

/**
 * For every passage its versions in other years of the same country, nearest year first, then most similar; with a
 * glossary also those in the other language that are certain, of its own year too. A passage without versions is absent.
 * Several versions of one year in its language mean that the passage was split.
 */
export function computeLineage(
  passages: readonly Passage[],
  glossary: readonly TermPair[] = [],
): Map<PassageId, readonly Version[]> {
  const passagesOf = (documentId: string) =>
    passages.filter((passage) => passage.documentId === documentId)
  const translating = glossary.length > 0 ? { glossary, passagesOf } : null
  return new Map([...linking(passages.map(readPrint), translating)].flatMap((batch) => batch ?? []))
}

/** As `computeLineage`, batch by batch, giving others a turn every so often: a signal must be heard. */
export async function* computeLineageInTurns(
  prints: Iterable<Print>,
  translating: Translating,
): AsyncGenerator<LineageBatch> {
  for (const batch of linking(prints, translating)) {
    if (batch) yield batch
    else await setImmediate()
  }
}

/** Passages handed on together. */
const BATCH = 512

/** Stops with null between pieces of work of some milliseconds. */
function* linking(
  prints: Iterable<Print>,
  translating: Translating | null,
): Generator<LineageBatch | null> {
  const conceptsOf = translating && createConceptReader(translating.glossary)
  for (const series of seriesOf(prints)) {
    const links = createLinks(series)
    yield* linkYears(series, links)
    if (conceptsOf && isInTwoLanguages(series))
      yield* linkLanguages(series, readConcepts(series, conceptsOf, translating), links)
    let batch: (readonly [PassageId, Version[]])[] = []
    for (const found of links.versions()) {
      batch.push(found)
      if (batch.length < BATCH) continue
      yield batch
      yield null
      batch = []
    }
    yield batch
  }
}

function* linkYears(series: Series, links: Links): Generator<null> {
  const { prints, editions } = series
  const alignFrom = createAligner(prints, editions)
  for (const [earlier, later] of laterKin(series)) {
    for (const found of alignFrom(earlier, later).flat()) {
      const [a, b] = [prints[found.from]!, prints[found.to]!]
      const relation = isSame(a, b) ? 'same' : 'revised'
      links.add(found.from, found.to, { relation, similarity: similarityOf(a, b, found.common) })
    }
    yield null
  }
}

const editionsIn = ({ editions }: Series, language: 'en' | 'es') =>
  editions.filter((edition) => edition.language === language)

const isInTwoLanguages = (series: Series) =>
  editionsIn(series, 'en').length > 0 && editionsIn(series, 'es').length > 0

/** What each passage of a series says whatever its language, by number. */
function readConcepts(
  { prints, editions }: Series,
  conceptsOf: ConceptReader,
  { passagesOf }: Translating,
): Concepts {
  const texts = new Map<PassageId, Passage>()
  for (const documentId of new Set(editions.map((edition) => edition.documentId)))
    for (const passage of passagesOf(documentId)) texts.set(passage.id, passage)
  return prints.map(({ id, language }) => conceptsOf(texts.get(id)?.text ?? '', language))
}

/** Every English edition of a series with every Spanish one. */
function* linkLanguages(series: Series, concepts: Concepts, links: Links): Generator<null> {
  const weightOf = conceptWeights(concepts)
  const side = (edition: Edition) => ({ ...edition, prints: series.prints, concepts })
  for (const english of editionsIn(series, 'en')) {
    for (const spanish of editionsIn(series, 'es'))
      for (const { from, to, similarity } of alignTranslations(
        side(english),
        side(spanish),
        weightOf,
      ))
        links.add(from, to, { relation: 'revised', similarity })
    yield null
  }
}
