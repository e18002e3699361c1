/** Repairs Spanish read by an engine that knows no Spanish: word by word, by undoing misreadings, and only where there is damage. */
import type { LanguageTag, Vocabulary } from '../model.ts'
import { wordsAsWritten } from './as-written.ts'
import { choose, opensSentence, type Circumstances } from './choice.ts'
import {
  countDamage,
  damageAt,
  damageRate,
  mayReach,
  totalDamage,
  type DamageCounts,
} from './damage.ts'
import type { Edit } from './edits.ts'
import { foreignNames, foreignBeside } from './foreign-names.ts'
import { gluedAla, gluedWords } from './glued-words.ts'
import { isForeignFunctionWord, spanishWords } from './language-window.ts'
import { isLoneZero, loneZeroEdit } from './lone-zero.ts'
import { openingMark } from './opening-marks.ts'
import type { Reader, Reading } from './reader.ts'
import { findWords, isInsideCode, skeletonOf, withSkeleton, type Word } from './words.ts'

/** Damage below which a place counts as clean: engines that know no Spanish lose nearly every accent but é, others hardly any. */
const LEAST_DAMAGE = 0.4
/** A change is made when it is at least so likely; a real word is only changed on better evidence than a non-word. */
const CERTAIN = { word: 0.8, other: 0.8 }
/** From here on a change is offered. */
const LIKELY = 0.4

/** What a whole document teaches about each of its words. */
export interface DocumentFacts extends Circumstances {
  readonly damage: DamageCounts
  /** Whether any place may be damaged enough to be repaired. */
  readonly isDamaged: boolean
  readonly foreign: ReadonlySet<string>
  readonly vocabulary: Vocabulary
}

/** Tells the words that only damaged Spanish has. */
const onlyDamaged = (reader: Reader) => (word: string) => reader.read(word).evidence === -2

/** Reads a whole document for its damage, its foreign names and its tense. */
export function learnDocument(text: string, reader: Reader, language: LanguageTag): DocumentFacts {
  const words = findWords(text)
  const spanish = spanishWords(words, language, onlyDamaged(reader))
  const sums = countDamage(text, { words, spanish }, reader)
  const damage = totalDamage(sums)
  const vocabulary = vocabularyOf({ words, spanish }, damage, reader)
  const isDamaged = mayReach(LEAST_DAMAGE, sums, damage)
  if (!isDamaged)
    return {
      reader,
      damage,
      isDamaged,
      foreign: new Set(),
      narrative: 0,
      shown: () => 0,
      vocabulary,
    }
  const foreign = foreignNames(text, words, reader)
  const narrative = narrativeOf(words, reader)
  return {
    reader,
    damage,
    isDamaged,
    foreign,
    narrative,
    shown: countShown(words, spanish, reader),
    vocabulary,
  }
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
    if (!spanish[i] || text.length < 4 || reader.read(text).known) continue
    const word = isClean ? text.toLowerCase() : text
    if (!isClean || wordOfLetters.test(word)) unknown.set(word, (unknown.get(word) ?? 0) + 1)
  }
  return isClean ? { clean: [...unknown], unread: [] } : { clean: [], unread: [...unknown.keys()] }
}

/** How often the document shows a word, whatever its accents, in other readings than a printed one; see `Circumstances`. */
function countShown(
  words: readonly Word[],
  spanish: Uint8Array,
  reader: Reader,
): Circumstances['shown'] {
  const total = new Map<string, number>()
  const own = new Map<string, { skeleton: string; count: number }>()
  for (const [i, { text, skeleton: printed }] of words.entries()) {
    if (!spanish[i] || text.length < 4) continue
    const before = own.get(text)
    const skeleton = before?.skeleton ?? onlySkeleton(reader.read(text), printed)
    if (skeleton === '') continue
    if (before) before.count += 1
    else own.set(text, { skeleton, count: 1 })
    total.set(skeleton, (total.get(skeleton) ?? 0) + 1)
  }
  return (skeleton, printed) => {
    const self = own.get(printed)
    const others = (total.get(skeleton) ?? 0) - (self?.skeleton === skeleton ? self.count : 0)
    return others / (words.length + 200)
  }
}

/** What a reading is but for accents: its own where it is a word, else that of all its candidates; '' where they differ. */
function onlySkeleton({ known, candidates }: Reading, printed: string): string {
  if (known) return printed
  const skeletons = new Set(candidates.map((candidate) => skeletonOf(candidate.form)))
  return skeletons.size === 1 ? [...skeletons][0]! : ''
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
  if (!facts.isDamaged) return nothing
  const printed = findWords(text)
  const spanish = spanishWords(printed, language, onlyDamaged(reader))
  const damage = damageAt(countDamage(text, { words: printed, spanish }, reader), facts.damage)
  if (!printed.some((_, i) => spanish[i] && damage(i) >= LEAST_DAMAGE)) return nothing
  const words = printed.map((word) => withLikelySkeleton(word, reader))
  const asWritten = wordsAsWritten(text, printed, reader)
  const edits: Edit[] = []
  const offers: Edit[] = []
  for (const [i, word] of words.entries()) {
    if (!spanish[i] || asWritten[i] || damage(i) < LEAST_DAMAGE) continue
    const other = otherEdit(text, words, i, reader)
    if (other && !isInsideCode(text, word)) edits.push(other)
    if (other || !isRepairable(word)) continue
    const edit = choose(text, words, i, facts)
    if (!edit || edit.confidence < LIKELY || isInsideCode(text, word)) continue
    const { known } = reader.read(word.text)
    const refused =
      isForeignName({ text, words, at: i }, edit, facts) ||
      isAmongForeign(words, i, reader) ||
      (edit.rule === 'english-ending' && isBesideForeign(words, i, reader))
    if (edit.confidence >= (known ? CERTAIN.word : CERTAIN.other) && !refused) edits.push(edit)
    else offers.push(edit)
  }
  return { edits, offers }
}

/** What is wrong with a word other than its letters: it is two words, a conjunction read as zero, or has a mark before it. */
function otherEdit(text: string, words: readonly Word[], at: number, reader: Reader): Edit | null {
  const word = words[at]!
  if (isLoneZero(text, words, at)) return loneZeroEdit(word)
  return (
    openingMark(text, word, reader) ??
    gluedAla(words, at) ??
    gluedWords(word, reader, opensSentence(text, word))
  )
}

/** Words before a name that make it a Spanish one, unless a foreign one follows: 'Los Ángeles', 'Los Angeles Lakers'. */
const beforeSpanishName = /^(?:Los|Las|El|San|Santa|Santo)$/

/** No name of another language is written so, damaged or not. */
const neverForeign = /[cs]ión/i

/** Whether a word is to stay as a name of another language; a vowel read as é, d or 6 is none ('Comisién'). */
function isForeignName(place: Place, edit: Edit, { foreign, reader }: DocumentFacts): boolean {
  const { text, words, at } = place
  if (
    !foreign.has(words[at]!.text) ||
    edit.rule === 'misread-vowel' ||
    neverForeign.test(edit.after)
  )
    return false
  if (!beforeSpanishName.test(words[at - 1]?.text ?? '')) return true
  return foreignBeside(text, words, at, reader) === 1
}

interface Place {
  readonly text: string
  readonly words: readonly Word[]
  readonly at: number
}

/** A neighbour that is no word is taken for the one word it may be a misreading of: 'nifios' counts as 'ninos'. */
function withLikelySkeleton(word: Word, reader: Reader): Word {
  if (word.text.length < 3) return word
  const reading = reader.read(word.text)
  if (reading.known || reading.candidates.length !== 1) return word
  return withSkeleton(word, skeletonOf(reading.candidates[0]!.form))
}

/** A figure before small letters that form no ordinal or unit: '4rea', '6rgano'; not '4to', '20cm'. */
const letterReadAsFigure = /^\d\p{Ll}{3,}$/u

/** Figures, ordinals and single letters are never touched; nor are words with more digits than a misreading leaves. */
function isRepairable(word: Word): boolean {
  const { text } = word
  if (text.length < 2 || isForeignFunctionWord(word)) return false
  if (/^\d/.test(text) && !letterReadAsFigure.test(text)) return false
  const digits = text.replaceAll(/\D/g, '').length
  return digits === 0 || (digits <= 2 && text.length - digits >= 2)
}

/** A small word that is hardly ever written, beside words of no Spanish: a quotation ('wir heben an'), not damage. */
function isAmongForeign(words: readonly Word[], at: number, reader: Reader): boolean {
  const { known, candidates } = reader.read(words[at]!.text)
  if (known || candidates.some((c) => reader.logShare(c.form) > -7)) return false
  return isBesideForeign(words, at, reader)
}

/** Whether a neighbour is no word of Spanish, damaged or not. */
function isBesideForeign(words: readonly Word[], at: number, reader: Reader): boolean {
  return [words[at - 1], words[at + 1]].some((other) => {
    if (!other || other.text.length < 3 || /\d/.test(other.text)) return false
    const reading = reader.read(other.text)
    return !reading.known && reading.candidates.length === 0
  })
}
