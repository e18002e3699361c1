/** The years of a passage's country: where it stood, changed, and where no version of it is found. */
import type { DocumentRecord, Passage, Version } from '../model.ts'
import type { PassageStore } from '../store/store.ts'

/** One year of the timeline. */
export interface TimelineYear {
  readonly year: number
  /** `this` the passage's own year · `absent` there is an edition in its language, and no version of the passage in it */
  readonly state: 'this' | 'same' | 'revised' | 'absent'
  /** Several where the passage was split, or stands in several documents. */
  readonly versions: readonly Version[]
  /** The documents of that year, country and language: what the passage's own document can be compared with. */
  readonly documents: readonly string[]
}

/**
 * The years in which the passage's country has a document in its language, ascending. Empty where the year of the
 * passage is unknown. `absent` before the passage's year means that it was new, after it that it was dropped.
 */
export function timelineOf(store: PassageStore, passage: Passage): TimelineYear[] {
  if (passage.year === null) return []
  const versions = store.versions(passage.id).filter((version) => sameLanguage(version, passage))
  const editions = store.documents.filter((document) => isEdition(document, passage))
  const years = new Set([
    passage.year,
    ...editions.map((document) => document.year!),
    ...versions.map((version) => version.year),
  ])
  return [...years]
    .toSorted((a, b) => a - b)
    .map((year) => {
      const found = versions.filter((version) => version.year === year)
      const documents = editions.filter((document) => document.year === year).map(({ id }) => id)
      return { year, state: stateOf(year, passage, found), versions: found, documents }
    })
}

function stateOf(
  year: number,
  passage: Passage,
  versions: readonly Version[],
): TimelineYear['state'] {
  if (year === passage.year) return 'this'
  if (versions.length === 0) return 'absent'
  return versions.some((version) => version.relation === 'same') ? 'same' : 'revised'
}

function sameLanguage(version: Version, passage: Passage): boolean {
  return version.language === passage.language
}

/** A document of the passage's country and language with a known year. */
function isEdition(document: DocumentRecord, passage: Passage): boolean {
  const { country, language, year } = document
  const known = country !== null && year !== null
  return known && country === passage.country && language === passage.language
}
