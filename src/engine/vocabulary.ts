/** Look-ups in the sorted terms of an index: prefixes, wildcards, spellings near a word. Shared by the engines. */
import { withinDistance } from './distance.ts'
import type { Vocabulary } from './engine.ts'

/** Sorted terms (code unit order), their frequencies, and the two numbers of the whole index. */
export interface TermTable {
  readonly terms: readonly string[]
  readonly frequencies: ArrayLike<number>
  readonly passages: number
  readonly averageLength: number
}

/** A vocabulary over a table of terms. The letter masks for `near` are made when first asked for. */
export function createVocabulary(table: TermTable): Vocabulary {
  const { terms, frequencies } = table
  let masks: Uint32Array | null = null
  const find = (term: string) => {
    const index = lowerBound(terms, term)
    return terms[index] === term ? index : -1
  }
  const mostFrequent = (left: number, right: number) =>
    frequencies[right]! - frequencies[left]! || left - right
  return {
    passages: table.passages,
    averageLength: table.averageLength,
    frequency: (term) => frequencies[find(term)] ?? 0,
    countWithPrefix: (prefix) => range(terms, prefix).length,
    withPrefix: (prefix, limit) =>
      range(terms, prefix)
        .toSorted(mostFrequent)
        .slice(0, limit)
        .map((index) => terms[index]!),
    matching: (prefix, test, limit) => matching(terms, { prefix, test, limit }),
    near(term, distance, limit) {
      masks ??= Uint32Array.from(terms, letterMask)
      return candidates(terms, masks, { term, distance })
        .flatMap((index) => {
          const found = withinDistance(term.slice(1), terms[index]!.slice(1), distance)
          return found === null || found === 0 ? [] : [{ index, distance: found }]
        })
        .toSorted(
          (left, right) => left.distance - right.distance || mostFrequent(left.index, right.index),
        )
        .slice(0, limit)
        .map((found) => ({ term: terms[found.index]!, distance: found.distance }))
    },
  }
}

// Above every character that a term can hold.
const afterAll = '\uFFFF'

/** The first index whose term is not below `term`. */
function lowerBound(terms: readonly string[], term: string): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (terms[middle]! < term) low = middle + 1
    else high = middle
  }
  return low
}

/** Indexes of the terms that begin with the prefix. */
function range(terms: readonly string[], prefix: string): number[] {
  const first = lowerBound(terms, prefix)
  const after = lowerBound(terms, prefix + afterAll)
  return Array.from({ length: after - first }, (_, at) => first + at)
}

interface Pattern {
  readonly prefix: string
  readonly test: (term: string) => boolean
  readonly limit: number
}

function matching(terms: readonly string[], { prefix, test, limit }: Pattern): string[] {
  const found: string[] = []
  for (const at of range(terms, prefix)) {
    if (found.length >= limit) break
    if (test(terms[at]!)) found.push(terms[at]!)
  }
  return found
}

/** One bit for each of the characters of a term modulo 32, its mark left out. */
function letterMask(term: string): number {
  let mask = 0
  for (let at = 1; at < term.length; at++) mask |= 1 << (term.charCodeAt(at) & 31)
  return mask >>> 0
}

/** Terms of the same kind that length and letters do not rule out: an edit changes at most two letters of the set. */
function candidates(
  terms: readonly string[],
  masks: Uint32Array,
  { term, distance }: { term: string; distance: number },
): number[] {
  const mask = letterMask(term)
  const mark = term[0] ?? ''
  const found: number[] = []
  for (const at of range(terms, mark)) {
    if (bits(masks[at]! ^ mask) > 2 * distance) continue
    if (Math.abs(terms[at]!.length - term.length) <= distance) found.push(at)
  }
  return found
}

/** Number of bits set. */
function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
