/** The names of countries in English and Spanish, and where a text says them. */
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

/** Adjectives that reports in both languages put beside “government”, folded, without their endings. */
const adjectives: Readonly<Record<string, string>> = {
  argentin: 'AR',
  bolivian: 'BO',
  brasilen: 'BR',
  brazilian: 'BR',
  chilen: 'CL',
  chilean: 'CL',
  colombian: 'CO',
  costarricens: 'CR',
  cuban: 'CU',
  dominican: 'DO',
  ecuatorian: 'EC',
  ecuadorian: 'EC',
  espanol: 'ES',
  estadounidens: 'US',
  guatemaltec: 'GT',
  guatemalan: 'GT',
  haitian: 'HT',
  honduren: 'HN',
  honduran: 'HN',
  mexican: 'MX',
  nicaraguens: 'NI',
  nicaraguan: 'NI',
  panamen: 'PA',
  panamanian: 'PA',
  paraguay: 'PY',
  peruan: 'PE',
  peruvian: 'PE',
  salvadoren: 'SV',
  salvadoran: 'SV',
  uruguay: 'UY',
  venezolan: 'VE',
  venezuelan: 'VE',
}
const ofState =
  /\b(?:gobierno|government)(?: (?:de la|del|de|of the|of))? ([a-z]+)\b|\b([a-z]+) government\b/g

/** Folding an ASCII text changes no letter but its case, so that most texts need none. */
const isAscii = /^[^\u0080-\uffff]*$/
const saysGovernment = /gobierno|government/i

let regionNames: Intl.DisplayNames | undefined

/** The English name of a country by its code. */
function nameOf(code: string): string {
  regionNames ??= new Intl.DisplayNames('en', { type: 'region' })
  return regionNames.of(code)!
}

/** The countries whose governments a text names, by name or adjective, in order. */
export function governmentsIn(text: string): string[] {
  if (isAscii.test(text) && !saysGovernment.test(text)) return []
  const found: string[] = []
  for (const match of fold(text).matchAll(ofState)) {
    const word = match[1] ?? match[2]!
    const stem = word.replace(/(?:as|os|a|o|es|e)$/, '')
    const code = adjectives[word] ?? adjectives[stem]
    const named = countryNames().byName.get(word) ?? (code === undefined ? null : nameOf(code))
    if (named !== null) found.push(named)
  }
  return found
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
