/** What one printed word may be, found once however often it is printed. */
import { findCandidates, type Candidate } from './candidates.ts'
import type { Lexicon } from './lexicon.ts'
import type { Misreading } from './misreadings.ts'
import { skeletonOf } from './words.ts'

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

/** A reader of printed words over the lexicon and the words of the user's own corpus; remembers what it found. */
export function createReader(
  lexicon: Lexicon,
  knownWords: ReadonlyMap<string, number> = new Map(),
): Reader {
  const readings = new Map<string, Reading>()
  const ownBySkeleton = new Map<string, string>()
  for (const word of knownWords.keys())
    if (lexicon.logShare(word) === null) ownBySkeleton.set(skeletonOf(word), word)
  const find = (printed: string): Reading => {
    const lower = printed.toLowerCase()
    const candidates = findCandidates(printed, lexicon.words, lexicon.misreadings)
    if (knownWords.has(lower) || lexicon.logShare(lower) !== null)
      return { known: true, candidates }
    const own = ownBySkeleton.get(skeletonOf(printed))
    if (own) return { known: false, candidates: [...candidates, likeOwn(printed, own)] }
    return { known: false, candidates: candidates.length > 0 ? candidates : byEnding(printed) }
  }
  return {
    lexicon,
    read(printed) {
      let reading = readings.get(printed)
      if (!reading) readings.set(printed, (reading = find(printed)))
      return reading
    },
    logShare(form) {
      const share = lexicon.logShare(form) ?? UNKNOWN
      const seen = knownWords.get(form) ?? 0
      return seen > 0 ? Math.max(share, SIGHTING + Math.log10(Math.min(seen, 100))) : share
    },
  }
}

/** A word of the user's corpus that the printed one is but for accents, in the case it was printed in. */
function likeOwn(printed: string, own: string): Candidate {
  const capital = /^\p{Lu}/u.test(printed)
  const cased = capital ? own[0]!.toUpperCase() + own.slice(1) : own
  const word = printed === printed.toUpperCase() ? own.toUpperCase() : cased
  return { word, form: own, cost: -0.5, undone: [] }
}

/** Endings that are always written so, for words no lexicon has: 'exoneracién' → 'exoneración', 'bioinformacion'. */
const ending = /([cs])i(?:on|én|6n|dn|dén|oén|6én|On)$/
const endingUndone: Misreading = { truth: 'ó', read: 'o', cost: -0.4, kind: 'accent' }

function byEnding(printed: string): readonly Candidate[] {
  if (printed.length < 7 || !ending.test(printed) || !/^\p{L}\p{Ll}+\P{Lu}+$/u.test(printed))
    return []
  const word = printed.replace(ending, '$1ión')
  return [{ word, form: word.toLowerCase(), cost: endingUndone.cost, undone: [endingUndone] }]
}
