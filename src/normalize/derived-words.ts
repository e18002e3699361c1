/** Candidates for words no lexicon lists: known endings, prefixes before known words, and an accented letter lost whole. */
import type { Candidate } from './candidates.ts'
import type { Misreading } from './misreadings.ts'
import type { Reader } from './reader.ts'

const MISSING: Misreading = { truth: 'ó', read: '', cost: -2.5, kind: 'vowel' }
const ACCENT: Misreading = { truth: 'ó', read: 'o', cost: -0.4, kind: 'accent' }

/** Endings that are always written so: 'exoneracién' → 'exoneración', 'mototaxi' stays, 'vicealcaldias' → 'vicealcaldías'. */
const endings: readonly [RegExp, string][] = [
  [/([cs])i(?:on|én|6n|dn|dén|oén|6én|On)$/, '$1ión'],
  [/(?<=ald|\p{L}log|graf|nom|eni?er|idur|jal|lor)ia(s?)$/u, 'ía$1'],
]

const prefixes =
  /^(?:agro|anti|auto|bio|ciber|contra|eco|electro|etno|extra|foto|geo|hidro|infra|inter|intra|macro|mega|micro|mini|multi|narco|neuro|nano|pluri|poli|post|pre|psico|re|semi|socio|sobre|sub|super|tecno|tele|termo|tri|ultra|vice|video)(?=\p{L}{5})/iu

/** How common (log10 of its share) a word must be to be taken for the rest of a longer one. */
const COMMON = -6.6

/** What an unlisted word may have been. Empty for most: names and foreign words are left alone. */
export function deriveCandidates(printed: string, reader: Reader): readonly Candidate[] {
  if (printed.length < 6 || !/^\p{L}[\p{Ll}6O]+$/u.test(printed)) return []
  const found = byEnding(printed) ?? byPrefix(printed, reader) ?? byMissingLetter(printed, reader)
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

/** 'gestin' → 'gestión', 'ltimos' → 'últimos': an accented letter the engine dropped, where a common word comes of it. */
function byMissingLetter(printed: string, reader: Reader): Candidate | null {
  const tries = [printed.replace(/in$/, 'ión')]
  if (/^\p{Ll}/u.test(printed)) tries.push(...['á', 'í', 'ú'].map((letter) => letter + printed))
  const word = tries.find(
    (spelling) => spelling !== printed && reader.logShare(spelling.toLowerCase()) > COMMON,
  )
  return word ? candidate(word, MISSING) : null
}
