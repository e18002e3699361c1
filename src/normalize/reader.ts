/** What one printed word may be, found once however often it is printed. */
import { findCandidates, type Candidate } from './candidates.ts'
import { DERIVED_LOG_SHARE, deriveCandidates } from './derived-words.ts'
import type { Lexicon } from './lexicon.ts'
import { openOwnWords } from './own-words.ts'

export interface Reading {
  /** Whether the printed word is a word as it stands. */
  readonly known: boolean
  /** Words it may have been, itself among them where it is known to the lexicon. */
  readonly candidates: readonly Candidate[]
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

/** What the lexicon alone says of words met before, by lexicon: most words of a corpus are in every document. */
const remembered = new WeakMap<Lexicon, Map<string, readonly Candidate[]>>()
const MOST_REMEMBERED = 200_000

function lexiconCandidates(printed: string, lexicon: Lexicon): readonly Candidate[] {
  let found = remembered.get(lexicon)
  if (!found || found.size > MOST_REMEMBERED) remembered.set(lexicon, (found = new Map()))
  let candidates = found.get(printed)
  if (!candidates) {
    candidates = findCandidates(printed, lexicon.words, lexicon.misreadings)
    found.set(printed, candidates)
  }
  return candidates
}

/** A reader of printed words over the lexicon and the words of the user's own corpus; remembers what it found. */
export function createReader(
  lexicon: Lexicon,
  knownWords: ReadonlyMap<string, number> = new Map(),
): Reader {
  const readings = new Map<string, Reading>()
  const derived = new Set<string>()
  const own = openOwnWords(knownWords, lexicon.misreadings)
  const find = (printed: string): Reading => {
    const lower = printed.toLowerCase()
    const known = own.count(lower) > 0 || lexicon.logShare(lower) !== null
    let candidates: readonly Candidate[] | undefined
    return {
      known,
      // Found when first asked for: in a clean text nobody asks.
      get candidates() {
        return (candidates ??= findAll(printed, known))
      },
    }
  }
  const findAll = (printed: string, known: boolean): readonly Candidate[] => {
    const listed = lexiconCandidates(printed, lexicon)
    const candidates = knownWords.size > 0 ? [...listed, ...own.candidates(printed)] : listed
    if (known || candidates.length > 0) return candidates
    const made = deriveCandidates(printed, reader)
    for (const { form } of made) derived.add(form)
    return made
  }
  const reader: Reader = {
    lexicon,
    read(printed) {
      let reading = readings.get(printed)
      if (!reading) readings.set(printed, (reading = find(printed)))
      return reading
    },
    logShare(form) {
      const share = lexicon.logShare(form) ?? (derived.has(form) ? DERIVED_LOG_SHARE : UNKNOWN)
      const seen = own.count(form)
      return seen > 0 ? Math.max(share, SIGHTING + Math.log10(Math.min(seen, 100))) : share
    },
  }
  return reader
}
