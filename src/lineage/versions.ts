/** What each passage said in other years: links between the editions of one country. */
import type { Passage, PassageId, Version } from '../model.ts'
import { align } from './align.ts'
import { editionsBySeries, kin } from './editions.ts'

/**
 * For every passage its versions in other years of the same country, nearest year first, then most similar.
 * A passage without versions is absent. Several versions of one year mean that the passage was split.
 */
export function computeLineage(passages: Iterable<Passage>): Map<PassageId, Version[]> {
  const versions = new Map<PassageId, Version[]>()
  const years = new Map<PassageId, number>()
  for (const editions of editionsBySeries(passages)) {
    for (const [a, b] of kin(editions)) {
      for (const { from, to, same, similarity } of align(a.prints, b.prints)) {
        const relation = same ? 'same' : 'revised'
        add(from, { id: to, year: b.year, language: b.language, relation, similarity })
        add(to, { id: from, year: a.year, language: a.language, relation, similarity })
        years.set(from, a.year).set(to, b.year)
      }
    }
  }
  for (const [id, found] of versions) versions.set(id, sortVersions(found, years.get(id)!))
  return versions

  function add(id: PassageId, version: Version): void {
    const known = versions.get(id)
    if (known) known.push(version)
    else versions.set(id, [version])
  }
}

/** Nearest to `year` first, then most similar, then by id: one order wherever versions are shown. */
export function sortVersions(versions: readonly Version[], year: number): Version[] {
  const distance = (version: Version) => Math.abs(version.year - year)
  return [...versions].toSorted(
    (a, b) => distance(a) - distance(b) || b.similarity - a.similarity || (a.id < b.id ? -1 : 1),
  )
}
