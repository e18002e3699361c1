/** Names of other languages inside Spanish text: 'Martin Luther' is not a damaged 'Martín Luther'. */
import type { Reader } from './reader.ts'
import type { Word } from './words.ts'

/** Letters that Spanish words and names hardly have, and endings that unknown ones among them do not. */
const foreignLetters = /[kw]|([bdfgjmpstvz])\1|sch|th|ph|sh|ck|oo|ee/i
const foreignEnding = /[bcfghjkmptvwxç]$|[bcdfghjklmpqrtvwxzç]s$/i

const isCapitalized = (word: Word): boolean => /^\p{Lu}\p{Ll}/u.test(word.text)
const isInitial = (word: Word): boolean => /^\p{Lu}$/u.test(word.text)

/**
 * How much the names beside a word, an initial between them or not, speak for another language: 1 where one is foreign by
 * its spelling, a half where one is merely unknown and none on the other side is Spanish, else 0.
 */
export function foreignBeside(
  text: string,
  words: readonly Word[],
  at: number,
  reader: Reader,
): number {
  const kinds = [-1, 1].map((step) => kindBeside(text, words, { at, step }, reader))
  if (kinds.includes('foreign')) return 1
  return kinds.includes('unknown') && !kinds.includes('spanish') ? 0.5 : 0
}

/** What the capitalized word next in one direction is, by its spelling and the lexicon. */
function kindBeside(
  text: string,
  words: readonly Word[],
  { at, step }: { readonly at: number; readonly step: number },
  reader: Reader,
): 'foreign' | 'unknown' | 'spanish' | 'none' {
  let from = at
  let to = at + step
  if (words[to] && isInitial(words[to]!) && isBeside(text, words, from, to)) {
    from = to
    to += step
  }
  const other = words[to]
  if (!other || !isCapitalized(other) || !isBeside(text, words, from, to)) return 'none'
  if (foreignLetters.test(other.text)) return 'foreign'
  const { known, candidates } = reader.read(other.text)
  if (known) return 'spanish'
  if (foreignEnding.test(other.text)) return 'foreign'
  return candidates.length === 0 ? 'unknown' : 'spanish'
}

/** Whether only a space, a hyphen, or the stop of an initial stands between two words. */
function isBeside(text: string, words: readonly Word[], one: number, other: number): boolean {
  const [left, right] = one < other ? [words[one]!, words[other]!] : [words[other]!, words[one]!]
  return /^(?:[ \n-]|\. )$/.test(text.slice(left.end, right.start))
}

/**
 * The capitalized words that a document shows beside foreign names in at least a third of their places: these are
 * left as printed everywhere in it ('Simon' alone, once 'William E. Simon' was named).
 */
export function foreignNames(
  text: string,
  words: readonly Word[],
  reader: Reader,
): ReadonlySet<string> {
  const places = new Map<string, { all: number; foreign: number }>()
  for (const [i, word] of words.entries()) {
    if (!isCapitalized(word)) continue
    const count = places.get(word.text) ?? { all: 0, foreign: 0 }
    count.all += 1
    count.foreign += foreignBeside(text, words, i, reader)
    places.set(word.text, count)
  }
  return new Set(
    [...places].filter(([, n]) => n.foreign * 3 >= n.all && n.foreign > 0).map(([w]) => w),
  )
}
