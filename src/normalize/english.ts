/** The one repair of English words: 'rn' and 'm' confused, where the document itself shows the word often enough. */
import type { Edit } from './edits.ts'

const LEAST_LETTERS = 7
const LEAST_SEEN = 3

/** The words of a document that could be misread so: those long enough to be certain of, with m or rn. */
export interface LongWords {
  /** In lower case, with how often. */
  readonly counts: ReadonlyMap<string, number>
  /** What a word as printed was found to be, null where it is itself: the same words come back. */
  readonly decided: Map<string, string | null>
}

/** Reads a document's long words. */
export function countLongWords(text: string): LongWords {
  const counts = new Map<string, number>()
  visitLongWords(text, (word) => {
    const lower = word.toLowerCase()
    counts.set(lower, (counts.get(lower) ?? 0) + 1)
  })
  return { counts, decided: new Map() }
}

/**
 * Read 'm' as 'rn', or 'rn' as 'm', where the document has the other spelling many times and this one hardly ever.
 *
 *     'the govemment' in a text with 'government' three times  →  'the government'
 *     'modem', 'govemment' alone                               →  unchanged: short, or nothing to compare with
 */
export function findEnglishEdits(text: string, { counts, decided }: LongWords): Edit[] {
  const edits: Edit[] = []
  visitLongWords(text, (printed, start) => {
    let after = decided.get(printed)
    if (after === undefined) decided.set(printed, (after = betterSpelling(printed, counts)))
    if (after === null) return
    edits.push({ rule: 'rn-m', start, end: start + printed.length, after, confidence: 0.99 })
  })
  return edits
}

function betterSpelling(printed: string, counts: ReadonlyMap<string, number>): string | null {
  const own = counts.get(printed.toLowerCase()) ?? 0
  const better = otherSpellings(printed).find((spelling) => {
    const seen = counts.get(spelling.toLowerCase()) ?? 0
    return spelling.length >= LEAST_LETTERS && seen >= LEAST_SEEN && seen >= own * LEAST_SEEN
  })
  return better ?? null
}

/** The word with one 'm' as 'rn', or one 'rn' as 'm'. */
function otherSpellings(word: string): string[] {
  const spellings: string[] = []
  for (let at = 0; at < word.length; at++) {
    const length = confusableAt(word, at)
    if (length === 0) continue
    const other = length === 1 ? 'rn' : 'm'
    spellings.push(word.slice(0, at) + other + word.slice(at + length))
  }
  return spellings
}

/** 1 where an m stands, 2 where rn does, else 0. */
const confusableAt = (word: string, at: number) =>
  word[at] === 'm' ? 1 : word.startsWith('rn', at) ? 2 : 0

/** Letters of a word that is looked at, at least. */
const LONG = 6

/** What a UTF-16 unit is to a word; all above ASCII are ends. */
const [END, LETTER, DIGIT] = [0, 1, 2]
const kinds = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  return /[a-z]/i.test(character) ? LETTER : /\w/.test(character) ? DIGIT : END
})

/** What stands at an offset; around the text stand ends. */
function kindAt(text: string, at: number): number {
  const unit = at >= 0 && at < text.length ? text.charCodeAt(at) : 0
  return unit < 128 ? kinds[unit]! : END
}

/**
 * `/\b[A-Za-z]{6,}\b/g` of those with m or rn. Goes from one m or rn to the next, which the engine finds by comparing many
 * letters at once; most words have neither and are never looked at.
 */
function visitLongWords(text: string, visit: (word: string, start: number) => void): void {
  let [m, rn] = [text.indexOf('m'), text.indexOf('rn')]
  while (m >= 0 || rn >= 0) {
    const found = m < 0 || (rn >= 0 && rn < m) ? rn : m
    let [start, end] = [found, found + 1]
    while (kindAt(text, start - 1) === LETTER) start--
    while (kindAt(text, end) === LETTER) end++
    const isWhole = kindAt(text, start - 1) === END && kindAt(text, end) === END
    if (isWhole && end - start >= LONG) visit(text.slice(start, end), start)
    if (m >= 0 && m < end) m = text.indexOf('m', end)
    if (rn >= 0 && rn < end) rn = text.indexOf('rn', end)
  }
}
