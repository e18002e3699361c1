/** Repairs Spanish read by an engine that knows no Spanish: word by word, by undoing misreadings, and only where there is damage. */
import type { LanguageTag } from '../model.ts'
import { findCandidates, isCapitals, type Candidate } from './candidates.ts'
import { fit, neighboursOf } from './context.ts'
import { countDamage, type DamageCounts, damageAt } from './damage.ts'
import type { Edit } from './edits.ts'
import { isForeignFunctionWord, spanishWords } from './language-window.ts'
import type { Lexicon } from './lexicon.ts'
import { isAcceptedVariant } from './variants.ts'
import { findWords, isInsideCode, type Word } from './words.ts'

/** Damage below which a place counts as clean: engines that know no Spanish lose nearly every accent but é, others hardly any. */
export const LEAST_DAMAGE = 0.4
/** A change is made when it is this much likelier than everything else together, offered from the second on. */
const CERTAIN = 0.8
const LIKELY = 0.4

/** What one printed word may be, found once however often it is printed. */
export interface Reading {
  readonly known: boolean
  readonly candidates: readonly Candidate[]
}

export interface SpanishReader {
  readonly lexicon: Lexicon
  read(printed: string): Reading
  /** log10 of a form's share of running text, here. */
  logShare(form: string): number
}

/** A reader of printed words, remembering what it found. */
export function createReader(
  lexicon: Lexicon,
  knownWords: ReadonlyMap<string, number> | undefined,
): SpanishReader {
  const readings = new Map<string, Reading>()
  return {
    lexicon,
    read(printed) {
      let reading = readings.get(printed)
      if (!reading) {
        const known = lexicon.logShare(printed.toLowerCase()) !== null
        reading = { known, candidates: findCandidates(printed, lexicon.words, lexicon.misreadings) }
        readings.set(printed, reading)
      }
      return reading
    },
    logShare(form) {
      const share = lexicon.logShare(form) ?? -8
      const seen = knownWords?.get(form) ?? 0
      return seen > 0 ? Math.max(share, -6 + Math.log10(Math.min(seen, 100))) : share
    },
  }
}

export interface Found {
  readonly edits: readonly Edit[]
  readonly offers: readonly Edit[]
}

/** The repairs of Spanish words in a text. `document` is the damage counted in the whole document. */
export function findSpanishEdits(
  text: string,
  reader: SpanishReader,
  options: { language: LanguageTag; document: DamageCounts },
): Found {
  const words = findWords(text)
  const spanish = spanishWords(words, options.language)
  const damage = damageAt(countDamage(text, { words, spanish }, reader), options.document)
  const edits: Edit[] = []
  const offers: Edit[] = []
  for (const [i, word] of words.entries()) {
    if (!spanish[i] || damage(i) < LEAST_DAMAGE || !isRepairable(word)) continue
    const edit = choose(text, words, i, reader)
    if (!edit || isInsideCode(text, word)) continue
    if (edit.confidence >= CERTAIN) edits.push(edit)
    else if (edit.confidence >= LIKELY) offers.push(edit)
  }
  return { edits, offers }
}

/** Figures, ordinals and single letters are never touched; nor are words with more digits than a misreading leaves. */
function isRepairable({ text: word, ...rest }: Word): boolean {
  if (word.length < 2 || /^\d/.test(word) || isForeignFunctionWord({ text: word, ...rest }))
    return false
  const digits = word.replaceAll(/\D/g, '').length
  return digits === 0 || (digits <= 2 && word.length - digits >= 2)
}

/** The likeliest other reading of a word with its probability, or null where the printed one is likelier. */
function choose(
  text: string,
  words: readonly Word[],
  at: number,
  reader: SpanishReader,
): Edit | null {
  const word = words[at]!
  const { known, candidates } = reader.read(word.text)
  const printed = word.text.toLowerCase()
  const others = candidates.filter((c) => c.form !== printed)
  if (others.length === 0 || (known && others.every((c) => isAcceptedVariant(printed, c.form))))
    return null
  const around = neighboursOf(text, words, at)
  const score = (form: string, cost: number) => {
    const logShare = reader.logShare(form)
    return (cost + logShare) * Math.LN10 + fit(reader.lexicon.context, { form, logShare }, around)
  }
  const scores = others.map((c) =>
    known && isAcceptedVariant(printed, c.form) ? -Infinity : score(c.form, c.cost),
  )
  const own = known ? score(printed, 0) : unknownLogShare(text, word) * Math.LN10
  const top = Math.max(own, ...scores)
  const best = scores.indexOf(Math.max(...scores))
  const sum = scores.reduce((a, b) => a + Math.exp(b - top), Math.exp(own - top))
  const confidence = Math.exp(scores[best]! - top) / sum
  if (confidence < LIKELY) return null
  const winner = others[best]!
  return {
    rule: nameOf(winner, known),
    start: word.start,
    end: word.end,
    after: winner.word,
    confidence,
  }
}

/** log10 of the chance that an unknown printed word is right as it stands: a name or an acronym far more than a small word. */
function unknownLogShare(text: string, word: Word): number {
  if (/\d/.test(word.text)) return -13
  if (isCapitals(word.text)) return word.text.length < 6 ? -7 : -9
  if (!/^\p{Lu}/u.test(word.text)) return -10.5
  const opensSentence = /(?:^|[.:;!?¿¡•*-]\s*|\n\s*\n\s*)$/.test(
    text.slice(Math.max(0, word.start - 6), word.start),
  )
  return opensSentence ? -9.5 : -7.5
}

function nameOf({ undone }: Candidate, known: boolean): string {
  const kinds = new Set(undone.map((row) => row.kind))
  if (kinds.has('letter')) return 'misread-letter'
  if (kinds.has('enye')) return 'misread-enye'
  if (kinds.has('vowel')) return 'misread-vowel'
  return known ? 'accent-by-context' : 'lost-accent'
}
