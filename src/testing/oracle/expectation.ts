/** What a search must answer, by reading every passage. */
import type { Facet, Filters, Passage, Span } from '../../model.ts'
import { find, isWanted, print, spansOf, type Query } from './asked.ts'
import type { Reading } from './reading.ts'

export interface Match {
  readonly reading: Reading
  readonly marks: readonly Span[]
}

/** Words side by side are all wanted; where no passage has all, those with most. `bar` is said where it is lower still. */
export function matchesOf(
  { parts, exact }: Query,
  readings: readonly Reading[],
  bar?: number,
): readonly Match[] {
  const wanted = parts.filter(isWanted)
  const must = parts.filter((part) => !isWanted(part))
  const held = readings.flatMap((reading) => {
    const marked = must.map((part) => find(part, reading, exact))
    if (!marked.every(({ holds }) => holds)) return []
    const counted = wanted.map((part) => find(part, reading, exact)).filter(({ holds }) => holds)
    const stretches = [...marked, ...counted].flatMap((found) => found.stretches)
    return [{ reading, count: counted.length, marks: spansOf(stretches, reading) }]
  })
  const most = Math.max(0, ...held.map(({ count }) => count))
  const least = wanted.length === 0 ? 0 : Math.max(1, bar ?? most)
  return held.filter(({ count }) => count >= least)
}

export function queryText({ parts }: Query): string {
  return parts.map(print).join(' ')
}

export const valueOf: Readonly<Record<Facet, (passage: Passage) => string>> = {
  year: ({ year }) => (year === null ? '' : String(year)),
  section: ({ section }) => section ?? '',
  lang: ({ language }) => language,
  doc: ({ documentId }) => documentId,
  country: ({ country }) => country ?? '',
}

/** Whether a passage passes the filters, those of one facet left out. */
export function passes(passage: Passage, filters: Filters, but?: Facet): boolean {
  const { year } = passage
  const { yearMin, yearMax, facets } = filters
  if ((yearMin !== null || yearMax !== null) && year === null) return false
  if (year !== null && (year < (yearMin ?? -Infinity) || year > (yearMax ?? Infinity))) return false
  return Object.entries(facets).every(([facet, { include, exclude }]) => {
    if (facet === but) return true
    const value = valueOf[facet as Facet](passage)
    return (include.length === 0 || include.includes(value)) && !exclude.includes(value)
  })
}

export const groupOf = ({ id, duplicateOf }: Passage) => duplicateOf ?? id

/** What each value of a facet would give. */
export function countsOf(
  facet: Facet,
  matches: readonly Match[],
  { filters, collapse }: { filters: Filters; collapse: boolean },
): Readonly<Record<string, number>> {
  const groups = new Map<string, Set<string>>()
  for (const { reading } of matches) {
    const { passage } = reading
    if (!passes(passage, filters, facet)) continue
    const value = valueOf[facet](passage)
    const group = collapse ? groupOf(passage) : passage.id
    groups.set(value, (groups.get(value) ?? new Set()).add(group))
  }
  return Object.fromEntries([...groups].map(([value, { size }]) => [value, size]))
}
