/**
 * `npm run evaluate:quotes -- INDEX [COUNT]`: quotations cut from the passages of an index, every second one altered by a
 * word, a number or a year, through the quote checker. Counts what it gets wrong.
 */
import { argv, stdout } from 'node:process'
import { openContext } from '../context.ts'
import type { Passage } from '../model.ts'
import { checkQuotes } from '../quotes/check.ts'
import type { QuoteSource } from '../quotes/candidates.ts'

/** What was done to a quotation. */
export type Change = 'none' | 'word' | 'number' | 'year' | 'dropped'

export interface GeneratedQuote {
  readonly text: string
  readonly from: Passage
  readonly change: Change
}

export interface QuoteMeasures {
  readonly unaltered: number
  /** Unaltered quotations called exact (or exact as repaired). */
  readonly confirmed: number
  readonly altered: number
  /** Altered quotations called exact whose words stand nowhere as they are: must be 0. */
  readonly falselyExact: number
  /** Altered quotations whose own passage, or one with the same words, is named. */
  readonly traced: number
  /** Altered into words that another passage has letter for letter: exact, and rightly so. */
  readonly trueElsewhere: number
  readonly failures: readonly string[]
}

/** A generator of numbers 0..1 that gives the same ones for the same seed (Park and Miller's). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}

/** Quotations of 8 to 40 words from random passages, every second one altered. */
export function generateQuotes(
  passages: readonly Passage[],
  count: number,
  random: () => number,
): GeneratedQuote[] {
  const long = passages.filter((passage) => passage.text.split(' ').length >= 12)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const quotes: GeneratedQuote[] = []
  while (quotes.length < count) {
    const from = pick(long)
    const words = from.text.split(/\s+/)
    const size = Math.min(words.length, 8 + Math.floor(random() * 33))
    const start = Math.floor(random() * (words.length - size + 1))
    const quoted = words.slice(start, start + size)
    const change = quotes.length % 2 === 0 ? 'none' : alter(quoted, pick(long), random)
    if (change !== null) quotes.push({ text: quoted.join(' '), from, change })
  }
  return quotes
}

/** Alters one word in place; null where nothing could be. */
function alter(words: string[], other: Passage, random: () => number): Change | null {
  const inner = words.map((word, at) => ({ word, at }))
  const years = inner.filter(({ word }) => /\b(?:19|20)\d{2}\b/.test(word))
  const numbers = inner.filter(({ word }) => /\d/.test(word) && !/\b(?:19|20)\d{2}\b/.test(word))
  const plain = inner.filter(({ word }) => /^\p{L}{3,}$/u.test(word))
  const kinds = [
    { change: 'year', list: years },
    { change: 'number', list: numbers },
    { change: 'word', list: plain },
    { change: 'dropped', list: plain.filter(({ at }) => at > 0 && at < words.length - 1) },
  ] as const
  const { change, list } = kinds[Math.floor(random() * kinds.length)]!
  const chosen = list[Math.floor(random() * list.length)]
  if (!chosen) return null
  const { word, at } = chosen
  if (change === 'dropped') words.splice(at, 1)
  else if (change === 'word') {
    const others = other.text.split(/\s+/).filter((one) => /^\p{L}{3,}$/u.test(one))
    const replacement = others[Math.floor(random() * others.length)]
    if (!replacement || replacement.toLowerCase() === word.toLowerCase()) return null
    words[at] = replacement
  } else {
    words[at] = word.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))
  }
  return change
}

/** Checks the quotations one by one. */
export async function measureQuotes(
  source: QuoteSource,
  quotes: readonly GeneratedQuote[],
): Promise<QuoteMeasures> {
  const failures: string[] = []
  const counts = {
    unaltered: 0,
    confirmed: 0,
    altered: 0,
    falselyExact: 0,
    traced: 0,
    trueElsewhere: 0,
  }
  for (const { text, from, change } of quotes) {
    const { quotations } = await checkQuotes(source, `"${text}"`)
    const [first] = quotations
    const status = first?.status ?? 'not-found'
    const said = `${change} ${from.id} ${status} ${first?.matches[0]?.id ?? '-'}: ${text}`
    const isExact = status === 'exact' || status === 'repaired' || status === 'other-year'
    if (change === 'none') {
      counts.unaltered++
      if (isExact) counts.confirmed++
      else failures.push(said)
      continue
    }
    const named = first?.matches[0]
    const other = named && source.store.passage(named.id)
    if (isExact && other && [other.printed, other.text].some((its) => its.includes(text))) {
      counts.trueElsewhere++
      continue
    }
    counts.altered++
    if (isExact) counts.falselyExact++
    const isTraced = named !== undefined && isSource(source, from, named)
    if (isTraced) counts.traced++
    if (isExact || !isTraced) failures.push(said)
  }
  return { ...counts, failures }
}

/** Its own passage, a copy or version of it, or one with the very words that are shown. */
function isSource(
  { store }: QuoteSource,
  from: Passage,
  named: { readonly id: string; readonly found: string },
): boolean {
  const kin = [...store.duplicates(from.id), ...store.versions(from.id).map(({ id }) => id)]
  return named.id === from.id || kin.includes(named.id) || from.text.includes(named.found)
}

async function main(index: string, count: number): Promise<void> {
  const context = await openContext(index)
  const passages = [...context.store.all()]
  const quotes = generateQuotes(passages, count, seeded(20260101))
  const before = process.cpuUsage().user
  const { failures, ...measures } = await measureQuotes(context, quotes)
  const each = (process.cpuUsage().user - before) / 1000 / quotes.length
  stdout.write(`${JSON.stringify({ ...measures, cpuMsEach: Math.round(each * 10) / 10 })}\n`)
  for (const failure of failures) stdout.write(`${failure}\n`)
  await context.close()
}

if (import.meta.filename === argv[1]) await main(argv[2] ?? 'index', Number(argv[3] ?? 500))
