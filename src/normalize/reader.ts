/** What one printed word may be, found once however often it is printed. */
import { findCandidates, type Candidate } from './candidates.ts'
import { DERIVED_LOG_SHARE, deriveCandidates } from './derived-words.ts'
import type { Lexicon } from './lexicon.ts'
import { openOwnWords, type OwnWords } from './own-words.ts'

export interface Reading {
  /** Whether the printed word is a word as it stands. */
  readonly known: boolean
  /** Words it may have been, itself among them where it is known to the lexicon. */
  readonly candidates: readonly Candidate[]
  /**
   * 1 where it is a word that kept its accent, -1 where it is none but a known word that lost it, -2 where a sign that no
   * writer puts there stands for the accented letter ('regién', 'nifios'), else 0.
   */
  readonly evidence: -2 | -1 | 0 | 1
}

export interface Reader {
  readonly lexicon: Lexicon
  read(printed: string): Reading
  /** log10 of a form's share of running text, here. */
  logShare(form: string): number
}

/** A word the user's corpus shows clean counts as seen once in a million for each sighting, to a hundred. */
const SIGHTING = -6
const UNKNOWN = -8

/** Readers over a lexicon alone: most words of a corpus are in every document. */
const readers = new WeakMap<Lexicon, Reader>()
const MOST_REMEMBERED = 200_000

/** A reader of printed words over the lexicon and the words of the user's own corpus; remembers what it found. */
export function createReader(
  lexicon: Lexicon,
  knownWords: ReadonlyMap<string, number> = new Map(),
): Reader {
  let reader = readers.get(lexicon)
  if (!reader) readers.set(lexicon, (reader = lexiconReader(lexicon)))
  if (knownWords.size === 0) return reader
  return withOwnWords(reader, openOwnWords(knownWords, lexicon.misreadings))
}

function lexiconReader(lexicon: Lexicon): Reader {
  const readings = new Map<string, Reading>()
  const derived = new Set<string>()
  const reader: Reader = {
    lexicon,
    read(printed) {
      let reading = readings.get(printed)
      if (!reading) {
        if (readings.size >= MOST_REMEMBERED) readings.clear()
        readings.set(printed, (reading = makeReading(printed, reader, derived)))
      }
      return reading
    },
    logShare: (form) => lexicon.logShare(form) ?? (derived.has(form) ? DERIVED_LOG_SHARE : UNKNOWN),
  }
  return reader
}

/** Accents on these are lost by an engine that knows no Spanish; é is not, so it says nothing. */
const survivor = /[áíóúñÁÍÓÚÑ]/

/** Shorter scraps may be read as some word by chance. */
const SURE_LENGTH = 5

/** Whether more than accents was lost. */
const isNoWriters = ({ undone }: Candidate): boolean =>
  undone.some(({ kind, read }) => kind === 'vowel' || (kind === 'enye' && read !== 'n'))

function makeReading(printed: string, reader: Reader, derived: Set<string>): Reading {
  const { lexicon } = reader
  const known = lexicon.logShare(printed.toLowerCase()) !== null
  // Both are found when first asked for: in a clean text hardly anybody asks.
  let listed: readonly Candidate[] | undefined
  let candidates: readonly Candidate[] | undefined
  const list = () => (listed ??= findCandidates(printed, lexicon.words, lexicon.misreadings))
  const evidenceOf = () => {
    if (known) return survivor.test(printed) ? 1 : 0
    const damaged = list().filter((c) => c.undone.length > 0 && survivor.test(c.form))
    if (damaged.length === 0) return 0
    return printed.length >= SURE_LENGTH && damaged.every(isNoWriters) ? -2 : -1
  }
  let evidence: Reading['evidence'] | undefined
  return {
    known,
    get candidates() {
      if (candidates) return candidates
      candidates = list()
      if (known || candidates.length > 0) return candidates
      candidates = deriveCandidates(printed, reader)
      for (const { form } of candidates) derived.add(form)
      return candidates
    },
    get evidence() {
      return (evidence ??= evidenceOf())
    },
  }
}

/** A reader that also knows the words of the user's own corpus, none of which the lexicon has. */
function withOwnWords(base: Reader, own: OwnWords): Reader {
  const readings = new Map<string, Reading>()
  const find = (printed: string): Reading => {
    const reading = base.read(printed)
    const more = own.candidates(printed)
    if (more.length === 0) return reading
    const known = reading.known || own.count(printed.toLowerCase()) > 0
    return {
      known,
      candidates: [...reading.candidates, ...more],
      evidence: known ? 0 : reading.evidence,
    }
  }
  return {
    lexicon: base.lexicon,
    read(printed) {
      let reading = readings.get(printed)
      if (!reading) readings.set(printed, (reading = find(printed)))
      return reading
    },
    logShare(form) {
      const seen = own.count(form)
      return seen > 0 ? SIGHTING + Math.log10(Math.min(seen, 100)) : base.logShare(form)
    },
  }
}
