/** Where the lexicon's words and their commonness come from: a spelling dictionary, counted texts, a list of ranks. */
import { createRequire } from 'node:module'
import dictionary from 'dictionary-es'
import { skeletonOf } from '../normalize/words.ts'

const require = createRequire(import.meta.url)

/** The package ships no types; its `data` holds every form it accepts. */
type Nspell = (aff: Uint8Array, dic: Uint8Array) => { readonly data: Record<string, unknown> }

/** Every form the Spanish dictionary accepts, lower case (dictionary-es, used under its MPL-1.1 option; expanded by nspell). */
export function dictionaryForms(): Set<string> {
  const nspell = require('nspell') as Nspell
  const forms = new Set<string>()
  for (const form of Object.keys(nspell(dictionary.aff, dictionary.dic).data))
    if (/^\p{L}+$/u.test(form)) forms.add(form.toLowerCase())
  return forms
}

/** How often each word (runs of letters, lower case) stands in a text. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Fewer sightings than this in counted text make no word. */
const LEAST_SEEN = 3

/**
 * Words of counted texts that no dictionary has: names, institutions, derived words. Texts of the web are themselves
 * damaged in places, so a word is refused where an accent lost, misplaced or wrongly decoded explains it.
 *
 *     'apurímac', 'hidrobiológicos'                →  words
 *     'turéstica', 'logstica', 'procuraduria'      →  refused: 'turística', 'logística', 'procuraduría' are in the dictionary
 */
export function unlistedWords(
  counts: ReadonlyMap<string, number>,
  forms: ReadonlySet<string>,
): string[] {
  const skeletons = new Set([...forms].map(skeletonOf))
  const found: string[] = []
  for (const [word, count] of counts) {
    if (count < LEAST_SEEN || forms.has(word) || word.length < 3 || !/^[a-zñáéíóúü]+$/.test(word))
      continue
    if (skeletons.has(skeletonOf(word)) || !/[aeiouáéíóú]/.test(word)) continue
    if (!damagedSpellings(word).some((spelling) => forms.has(spelling))) found.push(word)
  }
  return withoutRareTwins(found, counts)
}

/** Rarer words of the frequency list are as often errors as words. */
const LEAST_SHARE = 6e-8
/** How common the spelling without accents must be beside that with them to be taken for a word of its own. */
const OWN_SPELLING = 0.7

/**
 * Words that neither dictionary nor counted texts have but Spanish at large writes: accented names ('piñera', 'haití')
 * and, of words that have an accented twin, those written without as often ('simon', 'cluster', 'min'): names and words
 * of other languages that stand in Spanish text and are no damage.
 */
export function wordsAtLarge(
  shares: ReadonlyMap<string, number>,
  forms: ReadonlySet<string>,
): string[] {
  const accented: string[] = []
  const twins = new Map<string, number>()
  for (const [word, share] of shares) {
    const skeleton = skeletonOf(word)
    if (skeleton === word || !/^[a-zñáéíóúü]{2,}$/.test(word)) continue
    const isNew = !forms.has(word)
    if (isNew && (share < LEAST_SHARE || word.length < 4 || share < (shares.get(skeleton) ?? 0)))
      continue
    if (isNew && damagedSpellings(word).some((spelling) => forms.has(spelling))) continue
    if (isNew) accented.push(word)
    twins.set(skeleton, Math.max(share, twins.get(skeleton) ?? 0))
  }
  const plain = [...twins].filter(([skeleton, share]) => {
    const own = shares.get(skeleton) ?? 0
    return !forms.has(skeleton) && own >= LEAST_SHARE && own >= share * OWN_SPELLING
  })
  return [...accented, ...plain.map(([skeleton]) => skeleton)]
}

/** What the word would be with each accented letter decoded otherwise, or with one such letter put back. */
function damagedSpellings(word: string): string[] {
  const spellings: string[] = []
  for (let i = 0; i <= word.length; i++)
    for (const letter of 'aeiouáéíóúñ') {
      if (/[áéíóúñü]/.test(word[i] ?? ''))
        spellings.push(word.slice(0, i) + letter + word.slice(i + 1))
      if (/[áéíóúñ]/.test(letter)) spellings.push(word.slice(0, i) + letter + word.slice(i))
    }
  return spellings
}

/** Of spellings that differ in accents only, the rare ones are errors for the common one. */
function withoutRareTwins(words: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const most = new Map<string, number>()
  for (const word of words) {
    const skeleton = skeletonOf(word)
    most.set(skeleton, Math.max(most.get(skeleton) ?? 0, counts.get(word)!))
  }
  return words.filter((word) => counts.get(word)! * 4 > most.get(skeletonOf(word))!)
}

/** Endings a gerund takes; the word then shows its accent. */
const clitics = 'me te se lo la le los las les nos selo sela selos selas melo telo'.split(' ')

/** Gerunds with pronouns, which the dictionary has only in part: 'implementando' → 'implementándolo'. */
export function gerundsWithPronouns(forms: ReadonlySet<string>): string[] {
  const found: string[] = []
  for (const form of forms) {
    const stem = /^(.+)(ando|iendo|yendo)$/.exec(form)
    if (!stem || !isVerb(stem[1]!, stem[2]!, forms)) continue
    const stressed = stem[1]! + stem[2]!.replace('a', 'á').replace('e', 'é')
    for (const clitic of clitics) found.push(stressed + clitic)
  }
  return found.filter((form) => !forms.has(form))
}

const isVerb = (stem: string, ending: string, forms: ReadonlySet<string>): boolean =>
  ending === 'ando'
    ? forms.has(`${stem}ar`)
    : ['er', 'ir', 'aer', 'eer', 'uir'].some((infinitive) => forms.has(stem + infinitive))

/** How often a past tense is used for each use of the infinitive and the participles of its verb, in reports. */
const PAST_PER_VERB = 0.08

/**
 * Raises the count of past tenses in -ó to what the other forms of their verb make likely: legislation, of which most
 * of the counted text is, knows 'arrestar' and 'arrestado' well and 'arrestó' hardly.
 */
export function raisePastTenses(counts: Map<string, number>, forms: ReadonlySet<string>): void {
  for (const form of forms) {
    const stem = /^(.{2,})ó$/.exec(form)?.[1]
    if (!stem || !forms.has(`${stem}ar`)) continue
    const family = ['ar', 'ado', 'ada', 'ados', 'adas', 'aron', 'an', 'a']
    const uses = family.reduce((sum, ending) => sum + (counts.get(stem + ending) ?? 0), 0)
    const likely = Math.round(uses * PAST_PER_VERB)
    if (likely > (counts.get(form) ?? 0)) counts.set(form, likely)
  }
}

/** Share of a word with the stress on its last but two syllables that is left to the verb form it is but for the accent. */
const VERB_PER_NOUN = 0.01

/**
 * Lowers the count of verb forms such as 'articulo', 'numero', 'termino' to what is left of them beside 'artículo': even
 * careful texts drop that accent far more often than anyone says 'I articulate'.
 */
export function lowerSlips(counts: Map<string, number>, forms: ReadonlySet<string>): void {
  for (const form of forms) {
    if (!/[áéíóú][^aeiouáéíóú]+[aeiou][^aeiouáéíóú]+o$/.test(form)) continue
    const plain = skeletonOf(form)
    const most = (counts.get(form) ?? 0) * VERB_PER_NOUN
    if (forms.has(plain) && (counts.get(plain) ?? 0) > most) counts.set(plain, most)
  }
}
