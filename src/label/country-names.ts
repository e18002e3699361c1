/** The names of countries in English and Spanish, and where a text says them. */
import {
  givenNames,
  namesOfPeople,
  notCountries,
  otherNames,
  otherPlaces,
} from './country-forms.ts'
import type { Language } from '../model.ts'
import { fold } from './fold.ts'

/** Adjectives that reports in both languages put beside “government” and “Estado”, folded, without their endings. */
const adjectives: Readonly<Record<string, string>> = {
  argentin: 'AR',
  bolivian: 'BO',
  brasilen: 'BR',
  brasiler: 'BR',
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
  filipin: 'PH',
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
  /\b(?:gobierno|estado|government)(?: (?:de la|del|de|of the|of))? ([a-z]+)\b|\b([a-z]+) government\b/g

/** Folding an ASCII text changes no letter but its case, so that most texts need none. */
const isAscii = /^[^\u0080-\uffff]*$/
const saysGovernment = /gobierno|estado|government/i

const regions: Partial<Record<Language, Intl.DisplayNames>> = {}

/** The names of regions in a language; making them takes ten times as long as asking for one. */
function regionsIn(language: Language): Intl.DisplayNames {
  return (regions[language] ??= new Intl.DisplayNames(language, { type: 'region' }))
}

/** The English name of a country by its code, as reports print it. */
function nameOf(code: string): string {
  const name = givenNames[code] ?? regionsIn('en').of(code)!
  return name.replace(' & ', ' and ').replace('St. ', 'Saint ').replace('’', "'")
}

let codes: ReadonlyMap<string, string> | null = null

/** What a country, by the English name we keep, is called in a language; as it is where that is no name of ours. */
export function countryIn(language: Language, country: string): string {
  if (language === 'en') return country
  codes ??= new Map(allCodes().map(({ code }) => [nameOf(code), code]))
  const code = codes.get(country)
  return code === undefined ? country : regionsIn(language).of(code)!
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

interface Names {
  /** Folded name → country, '' for a place that is none. */
  readonly byName: ReadonlyMap<string, string>
  /** First folded word of a name → the word counts of the names that begin with it, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
}

let known: Names | null = null

function countryNames(): Names {
  if (known !== null) return known
  const byName = new Map<string, string>()
  const spanish = new Intl.DisplayNames('es', { type: 'region', fallback: 'none' })
  for (const { code, name } of allCodes()) {
    for (const form of [name, nameOf(code), spanish.of(code) ?? name])
      byName.set(fold(form), nameOf(code))
  }
  for (const [code, forms] of Object.entries(otherNames))
    for (const form of forms.split('|')) byName.set(fold(form), nameOf(code))
  for (const place of otherPlaces.split('|')) byName.set(fold(place), '')
  known = { byName, lengths: lengthsOf(byName.keys()) }
  return known
}

/** The two letters of every country, and its English name as the runtime has it. */
function allCodes(): { readonly code: string; readonly name: string }[] {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const pairs = letters.flatMap((a) => letters.map((b) => a + b))
  return pairs.flatMap((code) => {
    const name = english.of(code)
    return name === undefined || notCountries.has(code) ? [] : [{ code, name }]
  })
}

function lengthsOf(names: Iterable<string>): Map<string, readonly number[]> {
  const lengths = new Map<string, number[]>()
  for (const name of names) {
    const words = name.split(' ')
    const before = lengths.get(words[0]!) ?? []
    lengths.set(
      words[0]!,
      [...new Set([...before, words.length])].toSorted((a, b) => b - a),
    )
  }
  return lengths
}

/** A country named in a text, by its English name, and where its name begins. */
export interface Mention {
  readonly country: string
  readonly at: number
}

/** Every mention of a country in a text, in order. */
export function mentionsIn(text: string): Mention[] {
  const { byName, lengths } = countryNames()
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)]
  const found: Mention[] = []
  for (let index = 0; index < words.length; index++) {
    const first = words[index]![0]
    if (!isCapitalised(first)) continue
    const nameAt = (count: number) =>
      fold(
        words
          .slice(index, index + count)
          .map(String)
          .join(' '),
      )
    const length = lengths.get(fold(first))?.find((count) => byName.has(nameAt(count)))
    if (length === undefined) continue
    const name = nameAt(length)
    const country = byName.get(name)!
    const isPart =
      namesOfPeople.has(name) && first.length > 1 && first !== first.toUpperCase()
        ? standsInName(words, index, index + length)
        : false
    if (country !== '' && !isPart) found.push({ country, at: words[index]!.index })
    index += length - 1
  }
  return found
}

/** Whether a capitalised word stands right before or after these words. */
function standsInName(words: readonly RegExpExecArray[], start: number, end: number): boolean {
  const [before, after] = [words[start - 1], words[end]]
  return (
    (touches(before, words[start]) && isCapitalised(before![0])) ||
    (touches(words[end - 1], after) && isCapitalised(after![0]))
  )
}

/** Whether nothing but a space stands between two words. */
function touches(left: RegExpExecArray | undefined, right: RegExpExecArray | undefined): boolean {
  if (left === undefined || right === undefined) return false
  const space = left.index + left[0].length
  return space + 1 === right.index && left.input[space] === ' '
}

const isCapitalised = (word: string) => word[0] !== word[0]!.toLowerCase()

/** The countries a text names, in order, as often as it does. */
export function countriesIn(text: string): string[] {
  return mentionsIn(text).map(({ country }) => country)
}
