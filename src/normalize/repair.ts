/** What did the page say before the scanner? Every change is logged and can be undone. */
import type { Language, LanguageTag, Repair, Vocabulary } from '../model.ts'
import { characterRules, findByRule, hasSuspiciousCharacters } from './characters.ts'
import { damageRate } from './damage.ts'
import { applyEdits, composeEdits, mergeEdits, toOffers, toRepairs, type Edit } from './edits.ts'
import { countLongWords, findEnglishEdits, type LongWords } from './english.ts'
import { mayBeSpanish } from './language-window.ts'
import type { Lexicon } from './lexicon.ts'
import { findLostTi } from './lost-ti.ts'
import { findMarkEdits } from './printed-marks.ts'
import { createReader } from './reader.ts'
import { findSpanishEdits, learnDocument, type Found } from './spanish.ts'

export interface RepairOptions {
  /** From `loadLexicon()`; null leaves words alone and repairs characters only. */
  readonly lexicon: Lexicon | null
  /** The document's language where a person declared it or it was detected. */
  readonly language?: Language
  /** Words that no lexicon has, seen clean elsewhere in the user's own corpus, lower case, with how often. */
  readonly knownWords?: ReadonlyMap<string, number>
}

export interface Repaired {
  readonly text: string
  /** Changes made: ascending, not overlapping, spans in `text`. */
  readonly repairs: readonly Repair[]
  /** Changes that look likely but not certain, not made: spans in `text`. */
  readonly offers: readonly Repair[]
}

export interface Repairer {
  /** Share of the document's accented letters that its reader lost (0..1), estimated; 0 for clean text. */
  readonly damage: number
  readonly vocabulary: Vocabulary
  repair(printed: string, language: LanguageTag): Repaired
}

/** Learns what is wrong with a document from its whole text; the Repairer then mends it block by block. */
export function createRepairer(documentText: string, options: RepairOptions): Repairer {
  const { lexicon, language, knownWords } = options
  const whole = applyEdits(documentText, findCharacterEdits(documentText))
  let longWords: LongWords | undefined
  const facts =
    lexicon && learnDocument(whole, createReader(lexicon, knownWords), language ?? 'und')
  return {
    damage: facts && facts.damage.lost > 0 ? damageRate(facts.damage) : 0,
    vocabulary: facts?.vocabulary ?? noVocabulary,
    repair(printed, passage) {
      const characters = findCharacterEdits(printed)
      const clean = applyEdits(printed, characters)
      const lost = facts ? findLostTi(clean, facts.reader) : []
      const spanish = facts ? findSpanishEdits(clean, facts, passage) : nothing
      const marks = spanish.edits.length > 0 ? findMarkEdits(clean) : []
      const english =
        passage === 'es' ? [] : findEnglishEdits(clean, (longWords ??= countLongWords(whole)))
      const edits = mergeEdits([lost, spanish.edits, marks, english])
      return {
        text: applyEdits(clean, edits),
        repairs: toRepairs(printed, composeEdits(printed, characters, edits)),
        offers: toOffers(clean, edits, spanish.offers),
      }
    },
  }
}

const noVocabulary: Vocabulary = { clean: [], unread: [] }
const nothing: Found = { edits: [], offers: [] }

/** Whether a document needs the lexicon at all: only Spanish does. */
export function needsLexicon(documentText: string): boolean {
  return mayBeSpanish(documentText)
}

/** Gives the printed text back: replays the log backwards. */
export function undo(text: string, repairs: readonly Repair[]): string {
  return applyEdits(
    text,
    repairs.map(({ rule, span, before, confidence }) => ({
      rule,
      ...span,
      after: before,
      confidence,
    })),
  )
}

function findCharacterEdits(printed: string): readonly Edit[] {
  if (!hasSuspiciousCharacters(printed)) return []
  let edits: readonly Edit[] = []
  for (const rule of characterRules)
    edits = composeEdits(printed, edits, findByRule(applyEdits(printed, edits), rule))
  return edits
}
