/** Learns the table of misreadings from pages with their truth: which letters were read as what, how often. */
import { diffArrays } from 'diff'

export interface TruthPair {
  readonly read: string
  readonly truth: string
}

const letters = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const wordsOf = (text: string): string[] =>
  text.normalize('NFC').split(/\s+/u).map(letters).filter(Boolean)

/** Words that differ between truth and reading, paired where a changed stretch has as many on both sides. */
export function pairWords(pages: readonly TruthPair[]): { pairs: TruthPair[]; truths: string[] } {
  const pairs: TruthPair[] = []
  const truths: string[] = []
  for (const page of pages) {
    const truth = wordsOf(page.truth)
    truths.push(...truth)
    const parts = diffArrays(truth, wordsOf(page.read))
    for (let i = 0; i + 1 < parts.length; i++) {
      const [a, b] = [parts[i]!, parts[i + 1]!]
      const [gone, come] = a.removed && b.added ? [a, b] : a.added && b.removed ? [b, a] : []
      if (!gone || !come || gone.value.length !== come.value.length) continue
      for (const [at, word] of gone.value.entries())
        pairs.push({ truth: word, read: come.value[at]! })
    }
  }
  return { pairs, truths }
}

/**
 * Rows `truth TAB read TAB count TAB of` for what was seen of accented letters, ñ, and letters confused with digits or
 * capitals. Only the middle that differs counts, and only if it is at most two letters printed and three read.
 */
export function countMisreadings(pages: readonly TruthPair[]): Map<string, [number, number]> {
  const { pairs, truths } = pairWords(pages)
  const printed = new Map<string, number>()
  for (const word of truths)
    for (const letter of word) printed.set(letter, (printed.get(letter) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const pair of pairs)
    for (const [truth, read] of differences(pair)) {
      const key = `${truth}\t${read}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const rows = new Map<string, [number, number]>()
  for (const [key, count] of counts) {
    const truth = key.split('\t')[0]!
    const of = Math.min(...[...truth].map((letter) => printed.get(letter) ?? 0))
    rows.set(key, [count, of])
  }
  return rows
}

/** The stretches in which two spellings of a word differ, cut at the letters they share. */
function differences({ truth, read }: TruthPair): [string, string][] {
  const found: [string, string][] = []
  const parts = diffArrays([...truth], [...read])
  let gone = ''
  let come = ''
  const flush = () => {
    if (gone.length >= 1 && gone.length <= 2 && come.length >= 1 && come.length <= 3)
      found.push([gone, come])
    gone = come = ''
  }
  for (const part of parts) {
    if (part.removed) gone += part.value.join('')
    else if (part.added) come += part.value.join('')
    else flush()
  }
  flush()
  return found
}

/** Seen elsewhere, too seldom to be on these pages. */
const knownMisreadings: readonly [string, [number, number]][] = [
  ['q\tgq', [2, 2000]],
  ['q\tg', [1, 2000]],
  ['l\tIl', [1, 10000]],
  ['é\te', [1, 600]],
  ['ü\tu', [1, 12]],
  ['ú\t0', [1, 234]],
  ['ú\t(', [1, 234]],
  ['á\té4', [1, 546]],
  ['ñ\tii', [1, 199]],
  ['ñ\tfl', [1, 199]],
  ['í\tl', [1, 917]],
  ['ó\to6', [1, 1719]],
  ...[...'ÁÉÍÓÚÜÑ'].map((letter) => plainLoss(letter, [1, 1])),
]

function plainLoss(letter: string, row: [number, number]): [string, [number, number]] {
  return [`${letter}\t${letter.normalize('NFD')[0]}`, row]
}

/** Accented letters whatever they became; of capitals and other letters only what an English reader confuses anywhere. */
function isGeneral(key: string): boolean {
  const [truth = '', read = ''] = key.split('\t')
  if (!/^[\p{L}\p{N}]+$/u.test(truth) || !/^[\p{L}\p{N}(]+$/u.test(read)) return false
  if (/^[áéíóúüñ]$/.test(truth)) return true
  if (/^[ÁÉÍÓÚÜÑ]$/.test(truth)) return read === truth.normalize('NFD')[0]
  return ['o\t0', 'l\tI', 'i\tI', 'l\t1', 'q\tg'].includes(key)
}

/** Readings of two signs expected less often than this on the pages learned from are left out. */
const LEAST_EXPECTED = 0.03

/**
 * Readings of two signs that were not seen but are made of signs that were: where 'ó' was read as 'dé', '6' and 'o',
 * it will be read as 'd6' and 'oé'. As often as its signs make likely, given how often the letter is read as two.
 */
function composedReadings(
  seen: ReadonlyMap<string, readonly [number, number]>,
): Map<string, [number, number]> {
  const composed = new Map<string, [number, number]>()
  for (const letter of 'áéíóúüñ') {
    const rows = [...seen].filter(([key]) => key.startsWith(`${letter}\t`))
    const signs = new Map<string, number>()
    let [double, of] = [0.5, 1]
    for (const [key, [count, all]] of rows) {
      const read = key.slice(2)
      of = all
      if (read.length === 2) double += count
      for (const sign of read) signs.set(sign, (signs.get(sign) ?? 0) + count)
    }
    const sum = [...signs.values()].reduce((total, count) => total + count, 0)
    for (const [one, many] of signs)
      for (const [other, more] of signs) {
        const expected = (double * many * more) / (sum * sum)
        // A letter doubled is a name ('Maas') sooner than a misreading.
        if (one !== other && expected >= LEAST_EXPECTED)
          composed.set(`${letter}\t${one}${other}`, [expected, of])
      }
  }
  return composed
}

/** The table as it ships, learned from pages read by an English engine: the commonest first. */
export function misreadingRows(
  pages: readonly { readonly raw: string; readonly gold: string }[],
): string {
  const pairs = pages.map(({ raw, gold }) => ({ read: raw, truth: gold }))
  const seen = new Map([...countMisreadings(pairs)].filter(([key]) => isGeneral(key)))
  for (const [key, row] of knownMisreadings) if (!seen.has(key)) seen.set(key, row)
  // Half a sighting more, so that a misreading seen once is not taken for a law.
  const smoothed = [...seen].map(([key, [count, of]]) => [key, [count + 0.5, of + 1]] as const)
  const rows = [...new Map([...composedReadings(seen), ...smoothed])]
  const lines = rows
    .toSorted((a, b) => b[1][0] - a[1][0])
    .map(([key, [count, of]]) => `${key}\t${Number(count.toFixed(2))}\t${of}`)
  return `${['#truth\tread\tcount\tof', ...lines].join('\n')}\n`
}
