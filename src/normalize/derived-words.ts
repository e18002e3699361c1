/** Candidates for words no lexicon lists: known endings, prefixes before known words, and an accented letter lost whole. */
import type { Candidate } from './candidates.ts'
import type { Misreading } from './misreadings.ts'
import type { Reader } from './reader.ts'

const MISSING: Misreading = { truth: 'ó', read: '', cost: -2.8, kind: 'lost' }
const UNSEEN: Misreading = { truth: 'ú', read: 'q', cost: -3.7, kind: 'vowel' }
const ENGLISH: Misreading = { truth: 'o', read: 'e', cost: -3, kind: 'english' }
const ACCENT: Misreading = { truth: 'ó', read: 'o', cost: -0.4, kind: 'accent' }

/** Endings that are always written so: 'exoneracién' → 'exoneración', 'mototaxi' stays, 'vicealcaldias' → 'vicealcaldías'. */
const endings: readonly [RegExp, string][] = [
  [/([cs])i(?:on|én|6n|dn|dén|oén|6én|On)$/, '$1ión'],
  [/(?<=ald|\p{L}log|graf|nom|eni?er|idur|jal|lor)ia(s?)$/u, 'ía$1'],
]

const prefixes =
  /^(?:agro|anti|auto|bio|ciber|contra|eco|electro|etno|extra|foto|geo|hidro|infra|inter|intra|macro|mega|micro|mini|multi|narco|neuro|nano|pluri|poli|post|pre|psico|re|semi|socio|sobre|sub|super|tecno|tele|termo|tri|ultra|vice|video)(?=\p{L}{5})/iu

/** How common (log10 of its share) a word must be to be taken for the rest of a longer one, or for one that lost a letter. */
const COMMON = -6.6
/** A word with an ending that is always written so is as likely as a rare word, though no lexicon has it. */
export const DERIVED_LOG_SHARE = -6.4

/** What an unlisted word may have been. Empty for most: names and foreign words are left alone. */
export function deriveCandidates(printed: string, reader: Reader): readonly Candidate[] {
  if (printed.length < 4 || !/^\p{L}[\p{Ll}6O]+$/u.test(printed)) return []
  const long = printed.length >= 6
  const english = long ? byEnglishEnding(printed, reader) : []
  if (english.length > 0) return english
  const found =
    (long ? (byEnding(printed) ?? byPrefix(printed, reader)) : null) ??
    byLostLetter(printed, reader) ??
    byUnseenSign(printed, reader)
  return found ? [found] : []
}

const candidate = (word: string, undone: Misreading): Candidate => ({
  word,
  form: word.toLowerCase(),
  cost: undone.cost,
  undone: [undone],
})

function byEnding(printed: string): Candidate | null {
  for (const [ending, repaired] of endings)
    if (printed.length > 6 && ending.test(printed))
      return candidate(printed.replace(ending, repaired), ACCENT)
  return null
}

/** 'microtrafico' → 'microtráfico': the rest is read alone; its accented twin must be far commoner than what is printed. */
function byPrefix(printed: string, reader: Reader): Candidate | null {
  const prefix = prefixes.exec(printed)?.[0]
  if (!prefix) return null
  const rest = printed.slice(prefix.length)
  const { candidates } = reader.read(rest)
  const plain = candidates.find((c) => c.form === rest) ? reader.logShare(rest) : -9
  const best = candidates
    .filter((c) => c.form !== rest && reader.logShare(c.form) > Math.max(COMMON, plain + 1))
    .toSorted((a, b) => reader.logShare(b.form) - reader.logShare(a.form))[0]
  return best ? candidate(prefix + best.word, best.undone[0] ?? ACCENT) : null
}

/** The letters an engine without Spanish may drop whole. */
const droppable = ['ó', 'í', 'á', 'ú', 'ñ']

/** 'gestin' → 'gestión', 'ltimos' → 'últimos', 'trfico' → 'tráfico': a letter was dropped, where a common word comes of it. */
function byLostLetter(printed: string, reader: Reader): Candidate | null {
  const tries = [printed.replace(/in$/, 'ión'), ...withLetter(printed, 0)]
  return commonest(printed, tries, { reader, undone: MISSING, least: COMMON })
}

/** Words so common (log10 of their share) that any sign in place of their accented letter is still that word. */
const VERY_COMMON = -4.3

/** 'Perq' → 'Perú': likely only where the document shows the word otherwise, or in small letters. */
function byUnseenSign(printed: string, reader: Reader): Candidate | null {
  const tries = withLetter(printed, 1)
  return commonest(printed, tries, { reader, undone: UNSEEN, least: VERY_COMMON })
}

/** The spellings with an accented letter put in at each place instead of so many letters; capitals stay. */
function withLetter(printed: string, instead: number): string[] {
  const spellings: string[] = []
  for (let at = 0; at + instead <= printed.length; at++)
    if (at > 0 || /^\p{Ll}/u.test(printed))
      for (const letter of droppable)
        spellings.push(printed.slice(0, at) + letter + printed.slice(at + instead))
  return spellings
}

/** The commonest of some spellings, if it is common enough. */
function commonest(
  printed: string,
  tries: readonly string[],
  { reader, undone, least }: { reader: Reader; undone: Misreading; least: number },
): Candidate | null {
  let best: string | null = null
  let most = least
  for (const spelling of tries) {
    const share = spelling === printed ? -Infinity : reader.logShare(spelling.toLowerCase())
    if (share > most) [best, most] = [spelling, share]
  }
  return best === null ? null : candidate(best, undone)
}

/**
 * An engine that knows English words prefers them: 'productive' → 'productivo', 'decisions' → 'decisiones',
 * 'democratic' → 'democrático'. The sentence around decides whether it was English (`isBesideForeign`).
 */
function byEnglishEnding(printed: string, reader: Reader): Candidate[] {
  const spellings = printed.endsWith('ic')
    ? reader.read(`${printed}o`).candidates.map(({ word }) => word)
    : [printed.replace(/ive(s?)$/, 'ivo$1'), printed.replace(/ions$/, 'iones')]
  return spellings
    .filter((word) => word !== printed && reader.logShare(word.toLowerCase()) > COMMON)
    .map((word) => candidate(word, ENGLISH))
}
