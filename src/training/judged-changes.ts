/** Every change that the repair of a page makes or offers, and whether the page's truth has it. */
import { diffArrays } from 'diff'
import type { Lexicon } from '../normalize/lexicon.ts'
import { parseMisreadings } from '../normalize/misreadings.ts'
import { createRepairer } from '../normalize/repair.ts'
import type { Repair } from '../model.ts'
import { misreadingRows } from './misreading-counts.ts'
import type { TruthPage } from './pages.ts'

export interface JudgedChange {
  readonly document: string
  readonly rule: string
  readonly before: string
  readonly after: string
  readonly confidence: number
  readonly isRight: boolean
  readonly isMade: boolean
}

/** The document a page is of; another print of the same text counts as the same. */
export const documentOf = (page: TruthPage): string =>
  page.name.replace('-sl-', '-').replace(/-p\d+$/, '')

/** Pages in two halves, those of one document together. */
export function halves(pages: readonly TruthPage[]): [TruthPage[], TruthPage[]] {
  const documents = [...new Set(pages.map(documentOf))]
  const half = (rest: number) =>
    pages.filter((page) => documents.indexOf(documentOf(page)) % 2 === rest)
  return [half(0), half(1)]
}

/** A lexicon whose misreadings are those of some pages only. */
export function lexiconFrom(pages: readonly TruthPage[], lexicon: Lexicon): Lexicon {
  return { ...lexicon, misreadings: parseMisreadings(misreadingRows(pages)) }
}

/** For each document of the pages the lexicon whose misreadings are those of all the others. */
export function lexiconsWithout(
  pages: readonly TruthPage[],
  lexicon: Lexicon,
): (page: TruthPage) => Lexicon {
  const made = new Map<string, Lexicon>()
  return (page) => {
    const name = documentOf(page)
    const others = () => pages.filter((other) => documentOf(other) !== name)
    if (!made.has(name)) made.set(name, lexiconFrom(others(), lexicon))
    return made.get(name)!
  }
}

/** Judges the changes of each page, read with the lexicon it is given. Changes that the truth does not let one judge are left out. */
export function judgeChanges(
  pages: readonly TruthPage[],
  lexiconOf: (page: TruthPage) => Lexicon,
): JudgedChange[] {
  return pages.flatMap((page) => {
    const raw = page.raw.normalize('NFC')
    const repaired = createRepairer(raw, { lexicon: lexiconOf(page) }).repair(raw, 'und')
    const tokens = tokensOf(raw)
    const truths = truthsOf(tokens, tokensOf(page.gold.normalize('NFC')))
    return placesOf(repaired).flatMap(({ repair, at, isMade }) => {
      const token = tokens.findIndex(({ start, end }) => start <= at && at < end)
      const truth = truths[token]
      if (!truth) return []
      const { start, end } = tokens[token]!
      const after = raw.slice(start, at) + repair.after + raw.slice(at + repair.before.length, end)
      const isRight = strip(after) === truth
      const { rule, before, confidence } = repair
      return [
        {
          document: documentOf(page),
          rule,
          before,
          after: repair.after,
          confidence,
          isRight,
          isMade,
        },
      ]
    })
  })
}

const strip = (token: string): string => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[^\s/–-]+/g)]
    .map(({ 0: token, index }) => ({ text: strip(token), start: index, end: index + token.length }))
    .filter((token) => token.text !== '')
}

/** For each token read the one printed, or null where stretches of different length stand against each other. */
function truthsOf(read: readonly Token[], printed: readonly Token[]): (string | null)[] {
  const parts = diffArrays(
    read.map((token) => token.text),
    printed.map((token) => token.text),
  )
  const truths: (string | null)[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    const next = parts[i + 1]
    if (part.added) continue
    const truth = !part.removed
      ? part.value
      : next?.added
        ? next.value
        : parts[i - 1]?.added
          ? parts[i - 1]!.value
          : []
    const fits = truth.length === part.value.length
    for (let at = 0; at < part.value.length; at++) truths.push(fits ? truth[at]! : null)
  }
  return truths
}

interface Place {
  readonly repair: Repair
  /** Offset in the printed text. */
  readonly at: number
  readonly isMade: boolean
}

function placesOf({
  repairs,
  offers,
}: {
  repairs: readonly Repair[]
  offers: readonly Repair[]
}): Place[] {
  const shiftBefore = (offset: number) =>
    repairs
      .filter(({ span }) => span.end <= offset)
      .reduce((sum, { before, after }) => sum + after.length - before.length, 0)
  const place = (isMade: boolean) => (repair: Repair) => ({
    repair,
    at: repair.span.start - shiftBefore(repair.span.start),
    isMade,
  })
  return [...repairs.map(place(true)), ...offers.map(place(false))]
}
