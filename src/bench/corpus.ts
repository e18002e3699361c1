/**
 * Passages to measure with, from a seed: as much like reports as speed notices.
 *
 * Words follow Zipf's law and the vocabulary grows as Heaps' law says; frequent words are short; two passages in five are Spanish; documents have a year, a country and sections in order; one passage in
 * fifty repeats an earlier one of its country. Lengths vary about 91 words, the mean of the State Department's reports.
 */
import type { Facet } from '../model.ts'
import { createRandom } from '../testing/random.ts'

export interface BenchPassage {
  readonly id: string
  readonly text: string
  readonly facets: Readonly<Record<Facet, string>>
  readonly language: 'en' | 'es'
  /** Id of the passage it repeats, or its own. */
  readonly group: string
}

// Two laws meet in real vocabularies: Zipf's in a kernel that everyone uses, a flatter one for all names and terms beyond.
const KERNEL = 12_000
const VOCABULARY = 3_000_000
const BEYOND = 0.025
/** Keeps the first ranks from taking more than 6 words in 100. */
const SHIFT = 1
const PASSAGES_A_DOCUMENT = 150
const MEAN_WORDS = 91
const sections = [
  'summary',
  'recommendations',
  'prosecution',
  'protection',
  'prevention',
  'profile',
]
const countries =
  'Argentina Bolivia Brazil Chile Colombia Cuba Ecuador Guatemala Guyana Haiti Honduras Jamaica Mexico Nicaragua Panama Paraguay Peru Suriname Uruguay Venezuela'.split(
    ' ',
  )

const syllables = {
  en: 'the of an in to re con ment ver st tor por lab mi ner gov ern tra ffi ck vic tim pol ice cou rt la wo rk ch il dre sen ten ce pro se cu fo rce re port sh elt er'.split(
    ' ',
  ),
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí ci ón tra ba jo ví cti ma de li to niñ ez mu jer gob ier no ju ez'.split(
    ' ',
  ),
}

const kernel: Record<'en' | 'es', string[]> = { en: [], es: [] }

/** The word of a rank, the same in every corpus: short ones first. */
function wordOf(rank: number, language: 'en' | 'es'): string {
  if (rank >= KERNEL) return spell(rank, language)
  return (kernel[language][rank] ??= spell(rank, language))
}

function spell(rank: number, language: 'en' | 'es'): string {
  const parts = syllables[language]
  let word = parts[rank % parts.length]!
  for (
    let rest = Math.floor(rank / parts.length);
    rest > 0;
    rest = Math.floor(rest / parts.length)
  ) {
    word += parts[rest % parts.length]!
  }
  return word
}

/** A word's rank, from 0, for a number from 0 to 1. */
function drawRank(share: number): number {
  if (share < BEYOND) return Math.floor(KERNEL * (VOCABULARY / KERNEL) ** (share / BEYOND))
  const within = (share - BEYOND) / (1 - BEYOND)
  return Math.floor((1 + SHIFT) * ((KERNEL + SHIFT) / (1 + SHIFT)) ** within - 1 - SHIFT + 1e-9)
}

/** Yields `count` passages; the same for the same seed. */
export function* generatePassages(count: number, seed = 1): Generator<BenchPassage> {
  const random = createRandom(seed)
  const rank = () => drawRank(random())
  const recent: BenchPassage[] = []
  for (let number = 0; number < count; number++) {
    const document = Math.floor(number / PASSAGES_A_DOCUMENT)
    const language: BenchPassage['language'] = document % 5 < 3 ? 'en' : 'es'
    const country = countries[document % countries.length]!
    const year = 2000 + (Math.floor(document / countries.length) % 25)
    const doc = `report-${year}-${document}`
    const id = `${doc}.${(number * 2654435761).toString(36).slice(-8)}`
    const section =
      sections[Math.floor(((number % PASSAGES_A_DOCUMENT) / PASSAGES_A_DOCUMENT) * 6)]!
    const facets = { year: String(year), section, lang: language, doc, country }
    const twin = recent[Math.floor(random() * 64)]
    const isRepeat = random() < 0.02 && twin?.language === language
    const passage: BenchPassage = isRepeat
      ? { id, text: twin.text, facets, language, group: twin.group }
      : { id, text: sentences(rank, random, language), facets, language, group: id }
    recent[number % 64] = passage
    yield passage
  }
}

/** Sentences of 8 to 32 words, in all from half to one and a half times the mean. */
function sentences(rank: () => number, random: () => number, language: 'en' | 'es'): string {
  const length = Math.round(MEAN_WORDS * (0.5 + random()))
  let text = ''
  let left = 0
  for (let at = 0; at < length; at++) {
    const word = wordOf(rank(), language)
    if (left === 0) {
      left = 8 + Math.floor(random() * 24)
      text += (at > 0 ? '. ' : '') + word[0]!.toUpperCase() + word.slice(1)
    } else text += ' ' + word
    left--
  }
  return text + '.'
}
