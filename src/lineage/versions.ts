/** What each passage said in other years, and in the other language: links between the editions of one country. */
import { setImmediate } from 'node:timers/promises'
import type { Passage, PassageId, Version } from '../model.ts'
import { alignTo, type Link } from './align.ts'
import { createConceptReader, type TermPair } from './concepts.ts'
import { editionsBySeries, kin, type Edition } from './editions.ts'
import { alignTranslations, conceptWeights } from './translations.ts'

/**
 * For every passage its versions in other years of the same country, nearest year first, then most similar; with a
 * glossary also those in the other language that are certain, of its own year too. A passage without versions is absent.
 * Several versions of one year in its language mean that the passage was split.
 */
export function computeLineage(
  passages: Iterable<Passage>,
  glossary: readonly TermPair[] = [],
): Lineage {
  const steps = linking(passages, glossary)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** As `computeLineage`, giving others a turn every so often: a large corpus takes minutes, and a signal must be heard. */
export async function computeLineageInTurns(
  passages: Iterable<Passage>,
  glossary: readonly TermPair[] = [],
): Promise<Lineage> {
  const steps = linking(passages, glossary)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
  }
}

type Lineage = Map<PassageId, Version[]>

/** Stops between pieces of work of some milliseconds. */
function* linking(
  passages: Iterable<Passage>,
  glossary: readonly TermPair[],
): Generator<undefined, Lineage> {
  const versions = new Map<PassageId, Version[]>()
  const years = new Map<PassageId, number>()
  const add = (id: PassageId, edition: Edition, version: Version) => {
    const known = versions.get(id)
    if (known) known.push(version)
    else versions.set(id, [version])
    years.set(id, edition.year)
  }
  const record = (a: Edition, b: Edition, links: readonly Link[]) => {
    for (const { from, to, same, similarity } of links) {
      const relation = same ? 'same' : 'revised'
      add(from, a, { id: to, year: b.year, language: b.language, relation, similarity })
      add(to, b, { id: from, year: a.year, language: a.language, relation, similarity })
    }
  }
  for (const editions of editionsBySeries(passages, createConceptReader(glossary))) {
    yield* alignKin(kin(editions), record)
    if (glossary.length > 0) yield* crossLanguages(editions, record)
  }
  for (const [id, found] of versions) versions.set(id, sortVersions(found, years.get(id)!))
  return versions
}

type Recorder = (a: Edition, b: Edition, links: readonly Link[]) => void

/** Pairs with one later edition are aligned together, for its runs are indexed once. */
function* alignKin(pairs: readonly [Edition, Edition][], record: Recorder): Generator<undefined> {
  const byLater = new Map<Edition, (readonly [Edition, Edition])[]>()
  for (const pair of pairs) {
    const own = byLater.get(pair[1])
    if (own) own.push(pair)
    else byLater.set(pair[1], [pair])
  }
  const links = new Map<readonly [Edition, Edition], readonly Link[]>()
  for (const [later, own] of byLater) {
    const alignWith = alignTo(later.prints)
    for (const pair of own) links.set(pair, alignWith(pair[0].prints))
    yield
  }
  for (const pair of pairs) record(...pair, links.get(pair)!)
}

/** Every English edition of a series with every Spanish one. */
function* crossLanguages(editions: readonly Edition[], record: Recorder): Generator<undefined> {
  const [english, spanish] = (['en', 'es'] as const).map((language) =>
    editions.filter((edition) => edition.language === language),
  )
  if (english!.length === 0 || spanish!.length === 0) return
  const weightOf = conceptWeights(editions)
  for (const a of english!) {
    for (const b of spanish!) record(a, b, alignTranslations(a, b, weightOf))
    yield
  }
}

/** Nearest to `year` first, then most similar, then by id: one order wherever versions are shown. */
export function sortVersions(versions: readonly Version[], year: number): Version[] {
  const distance = (version: Version) => Math.abs(version.year - year)
  return versions.toSorted(
    (a, b) => distance(a) - distance(b) || b.similarity - a.similarity || (a.id < b.id ? -1 : 1),
  )
}
