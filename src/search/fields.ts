/** The fields a query can name, `year:2021`, in both languages, and what their values mean. */
import { fold } from '../analyze/stem.ts'
import type { Facet } from '../model.ts'

const facets: Readonly<Record<string, Facet>> = {
  year: 'year',
  ano: 'year',
  section: 'section',
  seccion: 'section',
  lang: 'lang',
  language: 'lang',
  idioma: 'lang',
  lengua: 'lang',
  doc: 'doc',
  document: 'doc',
  documento: 'doc',
  country: 'country',
  pais: 'country',
}

const languages: Readonly<Record<string, string>> = {
  english: 'en',
  ingles: 'en',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
}

/** The sections of trafficking reports as Spanish reports and pages call them. */
const sections: Readonly<Record<string, string>> = {
  resumen: 'summary',
  recomendaciones: 'recommendations',
  procesamiento: 'prosecution',
  'procesamiento judicial': 'prosecution',
  enjuiciamiento: 'prosecution',
  proteccion: 'protection',
  prevencion: 'prevention',
  perfil: 'profile',
  'perfil de la trata': 'profile',
}

/** What a field asks for. A value is folded: compare it with folded values of the index. */
export type FieldMeaning =
  | { readonly kind: 'filter'; readonly facet: Facet; readonly value: string }
  | { readonly kind: 'years'; readonly min: number; readonly max: number }

/** Whether a name before a colon is a field: `section`, `sección`, any case. */
export function isFieldName(name: string): boolean {
  return Object.hasOwn(facets, foldValue(name))
}

/** A field's meaning, or null where the value cannot be one of it. */
export function readField(name: string, value: string): FieldMeaning | null {
  const facet = facets[foldValue(name)]
  const folded = foldValue(value)
  if (facet === undefined || folded === '') return null
  if (facet === 'year') return readYears(folded)
  return { kind: 'filter', facet, value: facet === 'lang' ? (languages[folded] ?? folded) : folded }
}

/** Those of an index's values that a filter's value means: the same but for case and accents, or a section's Spanish name. */
export function valuesMeant(
  { facet, value }: { readonly facet: Facet; readonly value: string },
  values: readonly string[],
): readonly string[] {
  const same = values.filter((each) => foldValue(each) === value)
  if (same.length > 0 || facet !== 'section') return same
  return values.filter((each) => each === sections[value])
}

/** Case and accents off, spaces trimmed. */
export function foldValue(value: string): string {
  return fold(value.toLowerCase()).trim()
}

/** `2021` · `2019..2022` · `2019..` · `..2022` · `2019-2022` · `[2015 TO 2020]` · `>2019` · `>=2019`. */
function readYears(value: string): FieldMeaning | null {
  const range =
    /^(\d{4})?\s*(?:\.\.\.?|-|–)\s*(\d{4})?$/u.exec(value) ??
    /^\[\s*(\d{4}|\*)\s+to\s+(\d{4}|\*)\s*\]$/u.exec(value)
  if (range && (range[1] ?? range[2])) return years(range[1], range[2])
  const bound = /^([<>])(=?)\s*(\d{4})$/u.exec(value)
  if (bound) {
    const year = Number(bound[3]) + (bound[2] ? 0 : bound[1] === '>' ? 1 : -1)
    return bound[1] === '>' ? years(String(year), undefined) : years(undefined, String(year))
  }
  return /^\d{4}$/u.test(value) ? years(value, value) : null
}

function years(from: string | undefined, to: string | undefined): FieldMeaning {
  const min = from === undefined || from === '*' ? -Infinity : Number(from)
  const max = to === undefined || to === '*' ? Infinity : Number(to)
  return { kind: 'years', min: Math.min(min, max), max: Math.max(min, max) }
}
