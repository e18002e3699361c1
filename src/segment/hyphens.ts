/** Joins printed lines into running text and decides what a hyphen at the end of a line was. */
import { isLatin, isLatinLetter } from '../letters.ts'
import type { Line } from './lines.ts'

const hyphenAtEnd = /([\p{L}\p{M}]+)[-\u2010\u00ac]$/u
const softHyphenAtEnd = /[\p{L}\p{M}]\u00ad$/u
const wordAtStart = /^[\p{L}\p{M}]+/u
/** A dash or slash that touches the word before it touches the word after it too. */
const tightAtEnd = /\S[—/]$/
const words = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu

export type Joiner = (lines: readonly Line[]) => string

/**
 * Returns what joins lines of this document. A hyphen at a line's end is part of the word (anti-trafficking) or only
 * of the line (Opera-ciones): the vocabulary of the document itself decides, then what the hyphens that could be
 * decided turned out to be (a document hyphenates its lines or it does not). A Spanish lexicon was tried beside these: on
 * 1,137 hyphens of 48 state reports it changed nothing.
 */
export function createJoiner(lines: readonly Line[]): Joiner {
  const keepsHyphen = hyphenJudge(lines)
  return (parts) => {
    const pieces: string[] = []
    parts.forEach(({ text }, index) => {
      const next = parts[index + 1]?.text
      pieces.push(next === undefined ? text : upTo(text, next, keepsHyphen))
    })
    return spaced(pieces.join(''))
  }
}

/** A line as it is before the next one: with the space between them, or without, or without its hyphen. */
function upTo(line: string, next: string, keepsHyphen: HyphenJudge): string {
  if (!marksAtEnd.has(line.charCodeAt(line.length - 1))) return `${line} `
  const end = line.slice(-longestWord)
  if (softHyphenAtEnd.test(end)) return line.slice(0, -1)
  const before = hyphenAtEnd.exec(end)
  const after = wordAtStart.exec(next)
  if (before !== null && after !== null)
    return keepsHyphen(before[1]!, after[0]) ? line : line.slice(0, -1)
  return tightAtEnd.test(end) || /\d[-–]$/.test(end) ? line : `${line} `
}

/** All that a line can end in and not be followed by a space. */
const marksAtEnd = new Set([...'-\u2010\u00ac\u00ad—–/'].map((mark) => mark.charCodeAt(0)))

/** Only so much of a line's end is looked at. */
const longestWord = 60

/** Two spaces, white space that is none, or a zero-width mark; spelt out, since it is asked of every text. */
const oddSpace = / {2}|[\t-\r\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/

/** Runs of white space as one space; zero-width marks gone: neither was ever ink. */
export function spaced(text: string): string {
  if (!oddSpace.test(text)) return text
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

type HyphenJudge = (left: string, right: string) => boolean

function hyphenJudge(lines: readonly Line[]): HyphenJudge {
  const broken = brokenWords(lines)
  if (broken.length === 0) return () => true
  const vocabulary = countWords(lines)
  const count = (word: string) => vocabulary.get(word.toLowerCase()) ?? 0
  const decided = (left: string, right: string): boolean | null => {
    if (isCapitalised(right) && !isUpper(left)) return true
    const whole = count(left + right)
    const compound = count(`${left}-${right}`)
    return whole === compound ? null : compound > whole
  }
  const verdicts = broken.map(([left, right]) => decided(left, right))
  const kept = verdicts.filter((verdict) => verdict === true).length
  const dropped = verdicts.filter((verdict) => verdict === false).length
  return (left, right) => {
    const verdict = decided(left, right)
    if (verdict !== null) return verdict
    // `life-threatening`: two words of the document, the second too long for a syllable.
    if (count(left) > 0 && count(right) > 0) return kept >= dropped || right.length >= longWord
    return kept > dropped
  }
}

/** Letters from which a piece of a word is hardly a word by chance. */
const longWord = 5

function brokenWords(lines: readonly Line[]): (readonly [string, string])[] {
  const broken: (readonly [string, string])[] = []
  for (let index = 0; index + 1 < lines.length; index++) {
    const last = lines[index]!.text.at(-1)
    if (last !== '-' && last !== '\u2010' && last !== '\u00ac') continue
    const left = hyphenAtEnd.exec(lines[index]!.text.slice(-longestWord))
    const right = wordAtStart.exec(lines[index + 1]!.text)
    if (left !== null && right !== null) broken.push([left[1]!, right[0]])
  }
  return broken
}

const hyphenAtLast = /[-\u2010\u00ac]$/

/** Whole words and hyphenated compounds inside lines; what touches a broken line end is not evidence. */
function countWords(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  let before = ''
  for (const { text } of lines) {
    const whole = hyphenAtLast.test(before) ? text.replace(wordAtStart, '') : text
    before = text
    for (const word of wholeWords(whole.toLowerCase())) {
      add(word)
      if (!word.includes('-')) continue
      const parts = word.split('-')
      for (const part of parts) add(part)
      for (let index = 0; index + 2 < parts.length; index++)
        add(`${parts[index]}-${parts[index + 1]}`)
    }
  }
  return counts
}

/** The words and compounds of a line, but for one that its end breaks. */
function wholeWords(line: string): readonly string[] {
  const last = line.at(-1)
  const broken = last === '-' || last === '\u2010' || last === '\u00ac'
  const whole = broken ? line.replace(/[\p{L}\p{M}]+[-\u2010\u00ac]$/u, '') : line
  if (!isLatin(whole)) return whole.match(words) ?? []
  const found: string[] = []
  let start = -1
  for (let at = 0; at <= whole.length; at++) {
    if (isLatinLetter(whole.charCodeAt(at))) {
      if (start < 0) start = at
    } else if (start >= 0) {
      if (whole[at] === '-' && isLatinLetter(whole.charCodeAt(at + 1))) continue
      found.push(whole.slice(start, at))
      start = -1
    }
  }
  return found
}

const isUpper = (word: string) => word === word.toUpperCase()
const isCapitalised = (word: string) => word[0] !== word[0]!.toLowerCase()
