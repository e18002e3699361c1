/** Repairs Spanish read by an engine that knows no Spanish: word by word, by undoing misreadings, and only where there is damage. */
import type { LanguageTag, Vocabulary } from '../model.ts'
import { choose, type Circumstances } from './choice.ts'
import { countDamage, damageAt, damageRate, totalDamage, type DamageCounts } from './damage.ts'
import type { Edit } from './edits.ts'
import { foreignNames } from './foreign-names.ts'
import { isForeignFunctionWord, spanishWords } from './language-window.ts'
import { isLoneZero, loneZeroEdit } from './lone-zero.ts'
import type { Reader } from './reader.ts'
import { findWords, isInsideCode, skeletonOf, type Word } from './words.ts'

/** Damage below which a place counts as clean: engines that know no Spanish lose nearly every accent but é, others hardly any. */
const LEAST_DAMAGE = 0.4
/** A change is made when it is at least so likely; a real word is only changed on better evidence than a non-word. */
const CERTAIN = { word: 0.8, other: 0.8 }
/** From here on a change is offered. */
const LIKELY = 0.4

/** What a whole document teaches about each of its words. */
export interface DocumentFacts extends Circumstances {
  readonly damage: DamageCounts
  readonly foreign: ReadonlySet<string>
  readonly vocabulary: Vocabulary
}

/** Reads a whole document for its damage, its foreign names and its tense. */
export function learnDocument(text: string, reader: Reader, language: LanguageTag): DocumentFacts {
  const words = findWords(text)
  const spanish = spanishWords(words, language)
  const damage = totalDamage(countDamage(text, { words, spanish }, reader))
  const vocabulary = vocabularyOf({ words, spanish }, damage, reader)
  if (damage.lost === 0) return { reader, damage, foreign: new Set(), narrative: 0, vocabulary }
  const foreign = foreignNames(text, words, reader)
  return { reader, damage, foreign, narrative: narrativeOf(words, reader), vocabulary }
}

/** Words of letters only, long enough to be told apart. */
const wordOfLetters = /^[a-zñáéíóúü]{4,}$/

/** The words of the Spanish of a document that the lexicon does not know: to be trusted where it is clean, to be read where not. */
function vocabularyOf(
  { words, spanish }: { words: readonly Word[]; spanish: Uint8Array },
  damage: DamageCounts,
  reader: Reader,
): Vocabulary {
  const isClean = damageRate(damage) < LEAST_DAMAGE
  const unknown = new Map<string, number>()
  for (const [i, { text }] of words.entries()) {
    if (!spanish[i] || text.length < 4 || reader.lexicon.logShare(text.toLowerCase()) !== null)
      continue
    const word = isClean ? text.toLowerCase() : text
    if (!isClean || wordOfLetters.test(word)) unknown.set(word, (unknown.get(word) ?? 0) + 1)
  }
  return isClean ? { clean: [...unknown], unread: [] } : { clean: [], unread: [...unknown.keys()] }
}

/** Share of words in -ó that have a twin in -o, as the context model counted them when it learned. */
const LEARNED_PAST = 0.0035
/** Share of such words that are read as no word at all, and so can be counted before anything is repaired. */
const READ_AS_NONWORD = 0.3

/** ln by which past tenses are commoner in a document than where the context model learned, half believed; -2..2. */
function narrativeOf(words: readonly Word[], reader: Reader): number {
  let past = 0
  for (const { text } of words) {
    if (text.length < 4) continue
    const reading = reader.read(text)
    if (!reading.known && reading.candidates.some((c) => c.form.endsWith('ó'))) past += 1
  }
  const share = (past / READ_AS_NONWORD + LEARNED_PAST * 500) / (words.length + 500)
  return Math.max(-2, Math.min(2, 0.5 * Math.log(share / LEARNED_PAST)))
}

export interface Found {
  readonly edits: readonly Edit[]
  readonly offers: readonly Edit[]
}

const nothing: Found = { edits: [], offers: [] }

/** The repairs of Spanish words in a text that stands in the document the facts are of. */
export function findSpanishEdits(text: string, facts: DocumentFacts, language: LanguageTag): Found {
  const { reader } = facts
  if (facts.damage.lost === 0) return nothing
  const printed = findWords(text)
  const spanish = spanishWords(printed, language)
  const damage = damageAt(countDamage(text, { words: printed, spanish }, reader), facts.damage)
  if (!printed.some((_, i) => spanish[i] && damage(i) >= LEAST_DAMAGE)) return nothing
  const words = printed.map((word) => withLikelySkeleton(word, reader))
  const edits: Edit[] = []
  const offers: Edit[] = []
  for (const [i, word] of words.entries()) {
    if (!spanish[i] || damage(i) < LEAST_DAMAGE) continue
    if (isLoneZero(text, words, i)) edits.push(loneZeroEdit(word))
    if (!isRepairable(word)) continue
    const edit = choose(text, words, i, facts)
    if (!edit || edit.confidence < LIKELY || isInsideCode(text, word)) continue
    const { known } = reader.read(word.text)
    const refused = facts.foreign.has(word.text) || isAmongForeign(words, i, reader)
    if (edit.confidence >= (known ? CERTAIN.word : CERTAIN.other) && !refused) edits.push(edit)
    else offers.push(edit)
  }
  return { edits, offers }
}

/** A neighbour that is no word is taken for the one word it may be a misreading of: 'nifios' counts as 'ninos'. */
function withLikelySkeleton(word: Word, reader: Reader): Word {
  if (word.text.length < 3) return word
  const reading = reader.read(word.text)
  if (reading.known || reading.candidates.length !== 1) return word
  return { ...word, skeleton: skeletonOf(reading.candidates[0]!.form) }
}

/** Figures, ordinals and single letters are never touched; nor are words with more digits than a misreading leaves. */
function isRepairable(word: Word): boolean {
  const { text } = word
  if (text.length < 2 || /^\d/.test(text) || isForeignFunctionWord(word)) return false
  const digits = text.replaceAll(/\D/g, '').length
  return digits === 0 || (digits <= 2 && text.length - digits >= 2)
}

/** A small word that is hardly ever written, beside words of no Spanish: a quotation ('wir heben an'), not damage. */
function isAmongForeign(words: readonly Word[], at: number, reader: Reader): boolean {
  const { known, candidates } = reader.read(words[at]!.text)
  if (known || candidates.some((c) => reader.logShare(c.form) > -7)) return false
  return [words[at - 1], words[at + 1]].some((other) => {
    if (!other || other.text.length < 3 || /\d/.test(other.text)) return false
    const reading = reader.read(other.text)
    return !reading.known && reading.candidates.length === 0
  })
}
