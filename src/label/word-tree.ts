/** Some words as a tree of letters that is walked while a text is read: no string is made of any word of the text. */
import { isLatinLetter, unitsOf } from '../letters.ts'

export interface WordTree<T> {
  /**
   * Tells of each run of letters in a text that `isLatin`, in order: what stands in the tree under its lower case, and
   * whether it is in lower case itself.
   */
  visit(text: string, tell: (value: T | undefined, isSmall: boolean) => void): void
}

/** Below this stand the letters of Latin scripts. */
const latin = 0x250
const lower = Array.from({ length: latin }, (_, unit) => String.fromCharCode(unit).toLowerCase())
const isCapital = Uint8Array.from(lower, (letter, unit) =>
  letter === String.fromCharCode(unit) ? 0 : 1,
)

/** At node 0 stands what no word of the tree begins with; nothing leads away from there. */
const ROOT = 1

/** A tree of words in lower case, of Latin letters only. */
export function createWordTree<T>(words: ReadonlyMap<string, T>): WordTree<T> {
  const alphabet = ['', ...new Set([...words.keys()].join(''))]
  const width = alphabet.length
  const codes = Uint8Array.from(lower, (letter) => Math.max(0, alphabet.indexOf(letter)))
  const nodes = 2 + [...words.keys()].reduce((sum, word) => sum + word.length, 0)
  const next = new Uint16Array(nodes * width)
  const values: (T | undefined)[] = Array.from({ length: nodes }, () => undefined)
  let last = ROOT
  for (const [word, value] of words) {
    let node = ROOT
    for (const letter of word) node = next[node * width + alphabet.indexOf(letter)] ||= ++last
    values[node] = value
  }
  return {
    visit(text, tell) {
      const units = unitsOf(text)
      let [node, isInside, isSmall] = [ROOT, false, true]
      for (let at = 0; at <= text.length; at++) {
        const unit = at < text.length ? units[at]! : 0
        if (isLatinLetter(unit)) {
          isInside = true
          if (isCapital[unit] === 1) isSmall = false
          node = next[node * width + codes[unit]!]!
        } else if (isInside) {
          tell(values[node], isSmall)
          node = ROOT
          isInside = false
          isSmall = true
        }
      }
    },
  }
}
