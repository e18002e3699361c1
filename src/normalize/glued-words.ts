/** Two words between which the engine saw no space: a little word and the word it belongs to. */
import type { Candidate } from './candidates.ts'
import type { Edit } from './edits.ts'
import type { Reader } from './reader.ts'
import type { Word } from './words.ts'

const littleWords = 'a y e o el la los las un una de del al en que con por se su'.split(' ')
/** Little words that 'y', 'a' and 'o' are glued to as often as to others. */
const shortRests = new Set(['la', 'el', 'los', 'las', 'un', 'una', 'de', 'en', 'su', 'que', 'se'])
/** How common (log10 of its share) what follows must be. */
const COMMON = -5.3
/** By how much (log10) it must be likelier than any other reading. */
const MARGIN = 1

/**
 * Part a little word from the next where the two make no word and nothing else is meant.
 *
 *     'ygarantizar', 'Laverdadera', 'Elarticulo'  →  'y garantizar', 'La verdadera', 'El artículo'
 *     'Losada', 'Delacruz', 'aparte'              →  unchanged: names inside a sentence, words
 *
 * Wrong where a rare word or a name in small letters begins like that.
 */
export function gluedWords(word: Word, reader: Reader, opensSentence: boolean): Edit | null {
  const { text, start, end } = word
  if (!/^\p{L}\p{Ll}{2,}$/u.test(text) || (/^\p{Lu}/u.test(text) && !opensSentence)) return null
  const { known, candidates } = reader.read(text)
  if (known || candidates.length > 0) return null
  for (const little of littleWords) {
    if (!text.toLowerCase().startsWith(little)) continue
    const rest = readRest(text.slice(little.length), reader)
    if (rest === null) continue
    const after = `${text.slice(0, little.length)} ${rest}`
    return { rule: 'glued-words', start, end, after, confidence: 0.9 }
  }
  return null
}

/** What follows the little word: a common word, repaired where it needs to be. */
function readRest(rest: string, reader: Reader): string | null {
  if (shortRests.has(rest)) return rest
  if (rest.length < 4) return null
  const likelihood = ({ form, cost }: Candidate) => cost + reader.logShare(form)
  const [best, next] = reader
    .read(rest)
    .candidates.toSorted((one, other) => likelihood(other) - likelihood(one))
  if (!best || (next && likelihood(next) > likelihood(best) - MARGIN)) return null
  return reader.logShare(best.form) > COMMON ? best.word : null
}

/** Words before or after which 'ala' is a wing, or a party's. */
const beforeWing = /^(?:el|un|una|las|del|al|su|otra|cada|primer|segunda|cuyo|cuya|esta|esa)$/
const afterWing =
  /^(?:de|del|derecha|izquierda|norte|sur|este|oeste|delta|defensiva|ofensiva|fija|rota|dura)$/

/**
 * Part 'ala' where no wing can be meant.
 *
 *     'y ala seguridad', 'Ala luz de esta'             →  'y a la seguridad', 'A la luz de esta'
 *     'el ala de la casa', 'un ala norte', 'ala.'      →  unchanged
 */
export function gluedAla(words: readonly Word[], at: number): Edit | null {
  const { text, start, end } = words[at]!
  if (text !== 'ala' && text !== 'Ala') return null
  const [before, after] = [words[at - 1], words[at + 1]]
  if (!after || !/^\p{Ll}{3,}$/u.test(after.text) || after.start - end > 1) return null
  if (afterWing.test(after.skeleton) || (before && beforeWing.test(before.skeleton))) return null
  return { rule: 'glued-words', start, end, after: `${text[0]} la`, confidence: 0.85 }
}
