/** Which words of a text stand among Spanish? Decided by the little words around each, so that quotations are told apart. */
import type { LanguageTag } from '../model.ts'
import { findWords, type Word } from './words.ts'

/**
 * Function words without accents, by language. A word in several lists is evidence for each; what tells the
 * languages apart are those in one list only ('el', 'los', 'y' against 'o', 'os', 'e').
 */
const functionWords: Readonly<Record<string, string>> = {
  es: 'de la que el en y a los se del las por un con no una su para es al lo como mas o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos tambien fue habia era muy anos hasta desde nos durante uno ni contra ese eso ante ellos esto porque cada hacia nuestro donde quien cual segun mediante asi estos estas han',
  en: 'the of and to in is that for it was on are as with be at by this have from or had not but what were when we there can an your which their said if will each about how up out them then she many some so these would other into has more her two like him see time could no make than been its who now people my made over did down only way find use may water long little very after words called just where most know',
  pt: 'de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao ele das seu sua ou quando muito nos ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas me esse eles voce essa num nem suas meu minha numa pelos elas qual lhe deles este dele foi sao ser tem pelas',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la aux avec son ses mais comme ou si leur y dont nous vous ils elle ces cette meme ete etre fait sans deux tout bien ainsi',
  it: 'di e il la che in a per un del non una sono le si da con dei della i al come piu ma nel anche alla gli delle lo ha se dal o dalla nella suo sua questo essere era degli ed',
  ca: 'de la i el que a en els les per un del amb una no es al dels va com mes ha o pel pels son aquest aquesta seva seu hi fou entre tambe',
}

/** ln of a word's share of a language: by its rank where it is listed (Zipf), and of a listed word of another language. */
const listed = (rank: number): number => Math.log(0.06 / (rank + 1))
const UNLISTED = Math.log(0.0005)

/** As a Float32Array holds it. */
const UNLISTED_SHARE = Math.fround(UNLISTED)

const languages = Object.values(functionWords).map((list) => list.split(' '))
/** For each listed word its ln share in every language, Spanish first. */
const evidence = new Map<string, Float32Array>()
for (const [at, words] of languages.entries())
  for (const [rank, word] of words.entries()) {
    const shares = evidence.get(word) ?? new Float32Array(languages.length).fill(UNLISTED)
    shares[at] = listed(rank)
    evidence.set(word, shares)
  }

const NEAR = 8
const FAR = 30
/** How many times (as ln) likelier Spanish must be than any other language, or another than Spanish. */
const MARGIN = 2

/** How much (as ln) the language of the whole text counts at each of its words. */
const WHOLE_WEIGHT = 4

/** ln by which a word that only damaged Spanish is ('regién', 'nifios') speaks for Spanish. */
const DAMAGED_WEIGHT = 2
/** A line or two: longer texts have little words enough, and room for quotations beside damaged Spanish. */
const FEW_WORDS = 30

/**
 * For each word 1 where it stands in Spanish, else 0. `language` decides where the words of the text say nothing, and so
 * do words that no other language has: `isDamagedSpanish` tells them, and is asked of short texts.
 */
export function spanishWords(
  words: readonly Word[],
  language: LanguageTag,
  isDamagedSpanish: (word: string) => boolean = () => false,
): Uint8Array {
  const sums = sumShares(words)
  let whole = lead(sums, 0, words.length)
  if (words.length < FEW_WORDS)
    whole += DAMAGED_WEIGHT * words.filter(({ text }) => isDamagedSpanish(text)).length
  const declared = language === 'es' ? WHOLE_WEIGHT : 0
  const prior = Math.max(-WHOLE_WEIGHT, Math.min(WHOLE_WEIGHT, whole + declared))
  const within = new Uint8Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const near = lead(sums, i - NEAR, i + NEAR + 1) + prior
    const far = Math.abs(near) >= MARGIN ? near : lead(sums, i - FAR, i + FAR + 1) + prior
    within[i] = (Math.abs(far) >= MARGIN ? far : prior) > 0 ? 1 : 0
  }
  return within
}

/** Running sums of the evidence for each language, one language beside the other. */
function sumShares(words: readonly Word[]): Float32Array {
  const width = languages.length
  const sums = new Float32Array((words.length + 1) * width)
  for (const [i, word] of words.entries()) {
    const from = i * width
    const shares = evidence.get(word.skeleton)
    for (let at = 0; at < width; at++)
      sums[from + width + at] = sums[from + at]! + (shares ? shares[at]! : 0)
  }
  return sums
}

/** How many times (as ln) likelier Spanish is than the next language between two words; negative where less likely. */
function lead(sums: Float32Array, from: number, to: number): number {
  const width = languages.length
  const low = Math.max(0, from) * width
  const high = Math.min(sums.length / width - 1, to) * width
  let rival = -Infinity
  for (let i = 1; i < width; i++) rival = Math.max(rival, sums[high + i]! - sums[low + i]!)
  return sums[high]! - sums[low]! - rival
}

const spanishOnly =
  /(?<![\p{L}\p{N}])(?:que|los|las|del|una|para|por|con|el|y|de|la|en)(?![\p{L}\p{N}])/giu
const STRETCH = 2000
const ENOUGH = 4
/** So many of 'y', 'los' and 'las' in a stretch are of no other language: its words need not be looked at. */
const PLENTY = 8
/** Letters on either side of a stretch that may tell the language of its first and last words. */
const MARGIN_OF_STRETCH = 250

/** Whether any stretch of a text may be Spanish: cheap, and rather yes than no. A few Spanish names do not make it so. */
export function mayBeSpanish(text: string): boolean {
  if (text.length < STRETCH) return text.search(spanishOnly) >= 0
  for (let at = 0; at < text.length; at += STRETCH) {
    const found = text.slice(at, at + STRETCH).match(spanishOnly)
    if (found === null || found.length < ENOUGH) continue
    if (found.filter((word) => /^(?:y|los|las)$/.test(word)).length >= PLENTY) return true
    const around = text.slice(Math.max(0, at - MARGIN_OF_STRETCH), at + STRETCH + MARGIN_OF_STRETCH)
    if (spanishWords(findWords(around), 'und').includes(1)) return true
  }
  return false
}

/** Whether a word is a function word of another language and of no Spanish ('of', 'the', 'do'): never a misreading. */
export function isForeignFunctionWord(word: Word): boolean {
  return evidence.get(word.text.toLowerCase())?.[0] === UNLISTED_SHARE
}
