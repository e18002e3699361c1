/**
 * How much nearer a text is to English or Spanish by its trigrams: franc's own models and figures, to the last bit,
 * without the models, scripts and dictionaries that it builds for every text it is shown.
 */
import { francAll } from 'franc'
import { data } from 'franc/data.js'
import { isLatin, unitsOf } from '../letters.ts'
import type { LanguageTag } from '../model.ts'

/** The nearer language and the gap to the other, of 1; franc's best score is always 1, so only the gap says how sure it is. */
export interface Seen {
  readonly value: LanguageTag
  readonly margin: number
}

/** What a trigram that a model does not have counts, as in franc. */
const farthest = 300
/** Texts longer than this are left to franc, which cuts them. */
const longest = 1000

const ranksOf = (language: 'eng' | 'spa') => data['Latin']![language]!.split('|')
const models = [ranksOf('eng'), ranksOf('spa')] as const
const alphabet = [...new Set(models.flat().join(''))]
/** Codes of characters are 6 bits: those of the models from 1 on, then those a text brings itself. */
const mostCodes = 63
const codeOf = new Uint8Array(0x250)
alphabet.forEach((letter, index) => (codeOf[letter.charCodeAt(0)] = index + 1))
const trigramOf = (codes: readonly number[]) => (codes[0]! << 12) | (codes[1]! << 6) | codes[2]!

/** Trigram → its place in the English and the Spanish model, in turn; `absent` where it is in neither place. */
const absent = -1
const ranks = new Int16Array(2 << 18).fill(absent)
models.forEach((model, side) =>
  model.forEach((trigram, rank) => {
    const codes = [...trigram].map((letter) => codeOf[letter.charCodeAt(0)]!)
    ranks[trigramOf(codes) * 2 + side] = rank
  }),
)
/** How often each trigram was met in the text at hand; zeros between two texts. */
const counts = new Uint16Array(1 << 18)

const latinLetter = /[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/
const unseen: Seen = { value: 'und', margin: 0 }

/** What franc says of a text; `und` below `shortest` characters or without a letter. */
export function nearerLanguage(text: string, shortest: number): Seen {
  if (text.length < shortest) return unseen
  // Of a text with other scripts in it franc first finds out which prevails.
  const plain = text.length <= longest && isLatin(text)
  if (plain && !latinLetter.test(text)) return unseen
  const met = plain ? countTrigrams(text) : null
  if (met === null) return askFranc(text, shortest)
  const [english, spanish] = distances(met)
  const max = text.length * farthest - Math.min(english, spanish)
  const gap = Math.abs(english - spanish) / max
  // As franc works it out: one rounding more or less would show in the second decimal.
  return { value: english < spanish ? 'en' : 'es', margin: 1 - (1 - gap || 0) }
}

function askFranc(text: string, shortest: number): Seen {
  const [first, second] = francAll(text, { only: ['eng', 'spa'], minLength: shortest })
  const value = first?.[0] === 'eng' ? 'en' : first?.[0] === 'spa' ? 'es' : 'und'
  return { value, margin: value === 'und' ? 0 : first![1] - (second?.[1] ?? 0) }
}

/** What a unit of a Latin text is to franc: signs and figures part words like spaces do, capitals are small letters. */
const [GAP, STRANGER, COMPLEX] = [mostCodes + 1, mostCodes + 2, mostCodes + 3]
const kinds = Uint8Array.from({ length: 0x250 + 0x60 }, (_, at) => {
  const letter = String.fromCharCode(at < 0x250 ? at : at - 0x250 + 0x2000)
  if (/[\u0021-\u0040\s]/.test(letter)) return GAP
  const lower = letter.toLowerCase()
  return lower.length > 1 ? COMPLEX : codeOf[lower.charCodeAt(0)] || STRANGER
})
/** Latin texts hold letters, and punctuation from U+2000 on. */
const kindOf = (unit: number) => kinds[unit < 0x250 ? unit : unit + 0x250 - 0x2000]!
const space = codeOf[0x20]!

/** Counts the trigrams of a text and lists the different ones; null where it has too many kinds of characters. */
function countTrigrams(text: string): number[] | null {
  const units = unitsOf(text)
  const strangers: number[] = []
  const met: number[] = []
  let trigram = space
  let [length, isGap] = [1, true]
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? kindOf(units[at]!) : GAP
    if (kind === GAP && isGap) continue
    isGap = kind === GAP
    let code = isGap ? space : kind
    if (code === STRANGER) code = alphabet.length + 1 + placeOf(lowerOf(units[at]!), strangers)
    if (code > mostCodes) {
      for (const known of met) counts[known] = 0
      return null
    }
    trigram = ((trigram << 6) | code) & 0x3ffff
    if (++length > 2 && counts[trigram]!++ === 0) met.push(trigram)
  }
  return met
}

const lowerOf = (unit: number) => String.fromCharCode(unit).toLowerCase().charCodeAt(0)

function placeOf(unit: number, strangers: number[]): number {
  const known = strangers.indexOf(unit)
  return known >= 0 ? known : strangers.push(unit) - 1
}

/** The distances of the trigrams met from both models; leaves the counts at zero. */
function distances(met: readonly number[]): readonly [number, number] {
  const sums: [number, number] = [0, 0]
  for (const trigram of met) {
    for (const side of [0, 1] as const) {
      const rank = ranks[trigram * 2 + side]!
      sums[side] += rank === absent ? farthest : Math.abs(counts[trigram]! - rank - 1)
    }
    counts[trigram] = 0
  }
  return sums
}
