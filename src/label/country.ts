/** The country a document is about, by the names of countries in English and Spanish that the platform knows. */
import type { Label } from '../model.ts'
import { fold } from './fold.ts'

/** Names in use that the platform's list gives otherwise (long forms, former names, the State Department's). */
const otherNames: Readonly<Record<string, string>> = {
  burma: 'MM',
  'cabo verde': 'CV',
  'czech republic': 'CZ',
  'cote d ivoire': 'CI',
  'costa de marfil': 'CI',
  'democratic republic of the congo': 'CD',
  'republic of the congo': 'CG',
  'republica democratica del congo': 'CD',
  'estados unidos mexicanos': 'MX',
  'estados unidos de america': 'US',
  'united states of america': 'US',
  'republica bolivariana de venezuela': 'VE',
  'estado plurinacional de bolivia': 'BO',
  'hong kong': 'HK',
  macau: 'MO',
  palestine: 'PS',
  'the bahamas': 'BS',
  'the gambia': 'GM',
  turkey: 'TR',
  turquia: 'TR',
  swaziland: 'SZ',
  suazilandia: 'SZ',
  'holy see': 'VA',
}

/** Codes the platform names that are no countries. */
const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'AQ',
  'BV',
  'CP',
  'HM',
  'IO',
  'TF',
  'UM',
])

interface Names {
  /** Folded name → country. */
  readonly byName: ReadonlyMap<string, string>
  /** First folded word of a name → the word counts of the names that begin with it, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
}

let names: Names | null = null

function countryNames(): Names {
  if (names !== null) return names
  const byName = new Map<string, string>()
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const spanish = new Intl.DisplayNames('es', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const name = english.of(code)
    if (name === undefined || notCountries.has(code)) continue
    for (const form of [name, spanish.of(code) ?? name]) byName.set(fold(form), name)
  }
  for (const [form, code] of Object.entries(otherNames)) byName.set(form, english.of(code)!)
  const lengths = new Map<string, number[]>()
  for (const name of byName.keys()) {
    const words = name.split(' ')
    const known = lengths.get(words[0]!) ?? []
    lengths.set(
      words[0]!,
      [...new Set([...known, words.length])].toSorted((a, b) => b - a),
    )
  }
  names = { byName, lengths }
  return names
}

/** Every mention of a country in a text, in order, as the country's English name. */
export function countriesIn(text: string): string[] {
  const { byName, lengths } = countryNames()
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => match[0])
  const found: string[] = []
  for (let index = 0; index < words.length; index++) {
    const first = words[index]!
    if (first[0] === first[0]!.toLowerCase()) continue
    const folded = fold(first)
    const length = lengths
      .get(folded)
      ?.find((count) => byName.has(fold(words.slice(index, index + count).join(' '))))
    if (length === undefined) continue
    found.push(byName.get(fold(words.slice(index, index + length).join(' ')))!)
    index += length - 1
  }
  return found
}

/** The English name of a country named in either language, or null. */
export function countryNamed(name: string): string | null {
  return countryNames().byName.get(fold(name)) ?? null
}

export interface CountryEvidence {
  readonly title: string
  /** Headings in order. */
  readonly headings: readonly string[]
  readonly fileName: string
  readonly furniture: readonly string[]
  readonly body: readonly string[]
}

/** The country of a document by title, headings, file name, furniture, body, in that order; null where they do not say. */
export function labelCountry(evidence: CountryEvidence): Label<string | null> {
  const file = evidence.fileName
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
  const body = mostNamed(countriesIn(evidence.body.join(' ').slice(0, 60_000)))
  const single = (text: string, source: string): Label<string | null> | null => {
    const found = new Set(countriesIn(text))
    if (found.size !== 1) return null
    return { value: [...found][0]!, by: 'detected', evidence: `${source} “${text.slice(0, 80)}”` }
  }
  return (
    single(evidence.title, 'title') ??
    single(evidence.headings.slice(0, 3).join(' · '), 'heading') ??
    single(file, 'file name') ??
    firstSingle(
      evidence.furniture.filter((text) => text.length < 200),
      body?.country ?? null,
    ) ??
    (body === null
      ? { value: null, by: 'none', evidence: 'no country stands out in the text' }
      : { value: body.country, by: 'detected', evidence: `named ${body.count} times in the text` })
  )
}

/** Furniture counts where it names the country that the body names most, or the body names none. */
function firstSingle(
  furniture: readonly string[],
  body: string | null,
): Label<string | null> | null {
  for (const text of furniture) {
    const found = new Set(countriesIn(text))
    const country = [...found][0]
    if (found.size === 1 && (body === null || country === body))
      return { value: country!, by: 'detected', evidence: `furniture “${text.slice(0, 80)}”` }
  }
  return null
}

/** The country named most, at least twice and half as often again as the next. */
function mostNamed(found: readonly string[]): { country: string; count: number } | null {
  const counts = new Map<string, number>()
  for (const country of found) counts.set(country, (counts.get(country) ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 2 || first[1] < (second?.[1] ?? 0) * 1.5) return null
  return { country: first[0], count: first[1] }
}
