/** How values are called in front of people: sections, languages, years, countries. */
import type { Facet } from '../../src/model.ts'
import { unknownValue } from '../address.ts'
import type { Ui } from '../ui.ts'

/** A section key as words: one of the canonical names, else the heading as printed, else the key made readable. */
export function sectionName(ui: Ui, section: string | null): string {
  if (section === null || section === '' || section === unknownValue) return ui.t.unknown
  return ui.t.sections[section] ?? ui.sectionTitle(section) ?? readable(section)
}

/** A slug as words: 'section-6-discrimination' → 'Section 6 discrimination'. */
function readable(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function languageName(ui: Ui, language: string | null): string {
  return ui.t.languages[language ?? 'und'] ?? ui.t.languages['und']!
}

/** A country as people call it; null where it is unknown. */
export function countryName(ui: Ui, country: string | null): string | null {
  return country === null ? null : ui.countryName(country)
}

/** A facet's value as people read it. */
export function valueName(
  ui: Ui,
  facet: Facet,
  { value, titles }: { value: string; titles: (id: string) => string },
): string {
  if (facet === 'section') return sectionName(ui, value)
  if (facet === 'lang') return languageName(ui, value)
  if (facet === 'doc') return titles(value)
  if (value === '' || value === unknownValue) return ui.t.unknown
  return facet === 'country' ? ui.countryName(value) : value
}

/** A document's title with its year, where the title does not say it already. */
export function documentName(document: { title: string; year: number | null }): string {
  const { title, year } = document
  return year === null || title.includes(String(year)) ? title : `${title} (${year})`
}
