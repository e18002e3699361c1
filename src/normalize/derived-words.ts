/** Candidates for words no lexicon lists: known endings, prefixes before known words, and an accented letter lost whole. */
import type { Candidate } from './candidates.ts'
import type { Misreading } from './misreadings.ts'
import type { Reader } from './reader.ts'
import { replacedLetters } from './replaced-letters.ts'

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
  if (printed.length < 4 || !/^\p{L}[\p{L}\d]+$/u.test(printed)) return []
  const long = printed.length >= 6
  const english = long ? byEnglishEnding(printed, reader) : []
  if (english.length > 0) return english
  const known = long ? (byEnding(printed) ?? byPrefix(printed, reader)) : null
  if (known) return [known]
  const found = byUnseenSigns(printed, reader)
  return found.length > 0 || !long ? found : byShape(printed, reader)
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

/** The letters an engine without Spanish may drop whole, or read as something never seen for them. */
const fragile = ['ó', 'í', 'á', 'ú', 'ñ']

/**
 * By how many signs stand where an accented letter was (none, one, two): how unlikely that is (log10), and how common
 * (log10 of its share) the word must be. 'gestin' → 'gestión', 'trfico' → 'tráfico'; 'Perq' → 'Perú'; 'blisqueda' → 'búsqueda'.
 */
const unseen: readonly { readonly cost: number; readonly least: number }[] = [
  { cost: -2.8, least: COMMON },
  { cost: -3.7, least: -5.3 },
  { cost: -4.4, least: -4.8 },
]

/** Words that differ from the printed one in one accented letter, in whose place stand up to two other signs. */
function byUnseenSigns(printed: string, reader: Reader): readonly Candidate[] {
  const found: Candidate[] = []
  const { words } = reader.lexicon
  for (const { at, signs, letter } of replacedLetters(words, printed.toLowerCase(), fragile, 2)) {
    const { cost, least } = unseen[signs]!
    const [before, after] = [printed.slice(0, at), printed.slice(at + signs)]
    const word = before + letter + after
    // What is not misread is as printed: a capital stands first or was no letter of the word.
    if (/[^\p{Ll}]/u.test(before.slice(1) + after) || (at === 0 && /^\p{Lu}/u.test(printed)))
      continue
    if (reader.logShare(word.toLowerCase()) <= least) continue
    const kind = signs === 0 ? 'lost' : letter === 'ñ' ? 'enye' : 'vowel'
    found.push(candidate(word, { truth: letter, read: printed.slice(at, at + signs), cost, kind }))
  }
  return found
}

/** Letters any engine takes for others of their shape: printed, read. */
const shapes = 'rn/m m/rn d/cl d/ci'.split(' ').map((pair) => pair.split('/') as [string, string])
const SHAPE_COST = -4

/** 'gobiemo' → 'gobierno': one letter taken for another of its shape, where a common word comes of it. */
function byShape(printed: string, reader: Reader): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  for (const [truth, read] of shapes)
    for (let at = printed.indexOf(read, 1); at > 0; at = printed.indexOf(read, at + 1)) {
      const word = printed.slice(0, at) + truth + printed.slice(at + read.length)
      if (reader.logShare(word.toLowerCase()) > COMMON)
        found.set(word, candidate(word, { truth, read, cost: SHAPE_COST, kind: 'letter' }))
    }
  return [...found.values()]
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
