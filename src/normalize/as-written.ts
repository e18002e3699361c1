/** Places where what looks like damage was written so, and is to stay. */
import type { Reader } from './reader.ts'
import type { Word } from './words.ts'

/** A quotation that is marked as exact, or one word that is: '«no entrego el informe» (sic)', 'cavo [sic]'. */
const markedExact = /(?:[«“"][^«»“”"]{1,400}[»”"]|[^\s«»“”"]+)\s*[([]\s*sic\s*[)\]]/giu

/** ln of how much likelier an engine is to do it than a writer who leaves out all accents, by the letter it was lost from. */
const PLAIN_LOSS: Readonly<Record<string, number>> = {
  ó: -0.9,
  á: -0.15,
  í: -0.05,
  ú: -0.45,
  ñ: -2,
  é: -4.3,
}
/** An accent that stands, or one read as another sign, was not left out by a writer. */
const ENGINE = 4
/** From here on a paragraph was written without accents. */
const WRITTEN = -6

/** The words (by their place in `words`) that are to stay as they are written: 1, else 0. */
export function wordsAsWritten(text: string, words: readonly Word[], reader: Reader): Uint8Array {
  const written = new Uint8Array(words.length)
  if (/sic/i.test(text))
    for (const { 0: match, index } of text.matchAll(markedExact))
      mark(written, words, { start: index, end: index + match.length })
  for (const paragraph of paragraphsOf(text))
    if (weigh(words, paragraph, reader) < WRITTEN) mark(written, words, paragraph)
  return written
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function mark(written: Uint8Array, words: readonly Word[], { start, end }: Stretch): void {
  for (let at = firstFrom(words, start); at < words.length && words[at]!.start < end; at++)
    written[at] = 1
}

/** Place of the first word that begins at an offset or after it. */
function firstFrom(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

function* paragraphsOf(text: string): Generator<Stretch> {
  let start = 0
  for (const { 0: blank, index } of text.matchAll(/\n\s*\n/g)) {
    yield { start, end: index }
    start = index + blank.length
  }
  yield { start, end: text.length }
}

/**
 * How much likelier (as ln) an engine damaged a paragraph than that it was written without accents. An engine keeps é and
 * reads every other ó as another sign; who types 'telefono' and 'direccion' leaves out all alike.
 */
function weigh(words: readonly Word[], { start, end }: Stretch, reader: Reader): number {
  let sum = 0
  for (let at = firstFrom(words, start); at < words.length && words[at]!.start < end; at++) {
    const { text } = words[at]!
    if (text.length < 3) continue
    if (/[áéíóúñ]/i.test(text)) return ENGINE
    const { known, candidates } = reader.read(text)
    if (known || candidates.length !== 1) continue
    const { undone } = candidates[0]!
    if (undone.some(({ kind }) => kind === 'vowel' || kind === 'lost')) return ENGINE
    for (const { truth, read } of undone)
      sum += read.length === 1 ? (PLAIN_LOSS[truth] ?? 0) : ENGINE
  }
  return sum
}
