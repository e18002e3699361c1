/**
 * Which passage of one edition became which of another. Knows shingles, sections and order; nothing of storage.
 *
 * Every run of three words is explained once: the pair that shares most takes its runs away from all others, then the
 * next. So a stock sentence counts for the passage that moved as a whole and not for every passage that also has it,
 * and a passage that was split keeps a link to each of its parts.
 */
import type { PassageId } from '../model.ts'
import type { Print } from './print.ts'
import { createRunIndex } from './run-index.ts'

export interface Link {
  readonly from: PassageId
  readonly to: PassageId
  /** The same words in the same order; case, accents and punctuation aside. */
  readonly same: boolean
  /** Jaccard measure of the three-word runs, 0..1. */
  readonly similarity: number
}

/** Two passages by their numbers among those that are aligned, and the runs they have in common. */
export interface NumberedLink {
  readonly from: number
  readonly to: number
  readonly common: number
}

/** The numbers of an edition's passages, from `first` to before `end`. */
export interface Range {
  readonly first: number
  readonly end: number
}

/**
 * When shared runs are a link: how many, as a share of the shorter passage (`cover`) and of both (`jaccard`).
 * Read off the gold of the seeds: revised passages share from .15 of the shorter and .06 of both; passages that only
 * treat the same matter up to .08 and .04, mostly in other sections. In few words a share means little, so a passage
 * of under 40 runs needs more of them; across sections (a paragraph moved) it needs half.
 */
const LINK = { runs: 8, cover: 0.14, jaccard: 0.05 }
const SHORT = { below: 40, runs: 4, cover: 0.4 }
const MOVED = { cover: 0.5 }
/** Fewer shared runs are a link only between passages of the same words. */
const FEWEST = Math.min(LINK.runs, SHORT.runs)

/** A run that stands in more passages of one edition than this is a formula and proposes no pair. */
const FORMULA = 24

/** A pair is given up when stronger pairs have explained more than this share of what it has in common. */
const EXPLAINED = 0.5

interface Pair {
  readonly a: number
  readonly b: number
  /** Runs in common, and how many of them no stronger pair has explained. */
  readonly common: number
  readonly open: number
  /** Higher is taken first. */
  readonly rank: number
}

/** Links from the passages of one edition to those of another, strongest first. */
export function align(from: readonly Print[], to: readonly Print[]): Link[] {
  const prints = [...from, ...to]
  const [left, right] = [
    { first: 0, end: from.length },
    { first: from.length, end: prints.length },
  ]
  const [links] = createAligner(prints, [left, right])(left, [right])
  return links!.map((link) => {
    const [a, b] = [prints[link.from]!, prints[link.to]!]
    return { from: a.id, to: b.id, same: isSame(a, b), similarity: similarityOf(a, b, link.common) }
  })
}

/** The links from one edition to each of some others, strongest first. */
export type Aligner = (from: Range, to: readonly Range[]) => NumberedLink[][]

/** Aligns editions of one series, whose runs are looked up in one index; `editions` are all of its passages in order. */
export function createAligner(prints: readonly Print[], editions: readonly Range[]): Aligner {
  const { firsts, numbers, starts, holders } = createRunIndex(prints)
  const editionOf = new Uint32Array(prints.length)
  editions.forEach(({ first, end }, edition) => editionOf.fill(edition, first, end))
  const keys = Float64Array.from(prints, ({ key }) => key)
  const shared = new Uint32Array(prints.length)
  /** By edition the place among those that are asked for, from 1 on; 0 = not asked for. */
  const wanted = new Uint32Array(editions.length)

  /** The passages of the wanted editions that have a run of passage `a`; how many is in `shared`. */
  const meet = (a: number, met: number[]): void => {
    for (let i = firsts[a]!; i < firsts[a + 1]!; i++) {
      const end = starts[numbers[i]! + 1]!
      for (let at = starts[numbers[i]!]!; at < end;) {
        const edition = editionOf[holders[at]!]!
        let next = at + 1
        while (next < end && editionOf[holders[next]!] === edition) next++
        if (wanted[edition] === 0 || next - at > FORMULA) at = next
        for (; at < next; at++) {
          const b = holders[at]!
          if (shared[b]!++ === 0) met.push(b)
        }
      }
    }
  }

  return (from, to) => {
    const pairs = to.map((): Pair[] => [])
    to.forEach(({ first, end }, place) => {
      if (end > first) wanted[editionOf[first]!] = place + 1
    })
    const met: number[] = []
    for (let a = from.first; a < from.end; a++) {
      meet(a, met)
      for (const b of met) {
        const common = shared[b]!
        shared[b] = 0
        // Nine of ten pairs share a phrase or two.
        if (common < FEWEST && keys[a] !== keys[b]) continue
        const [left, right] = [prints[a]!, prints[b]!]
        if (!isLink(left, right, common)) continue
        const pair = { a, b, common, open: common, rank: rank(left, right, common) }
        pairs[wanted[editionOf[b]!]! - 1]!.push(pair)
      }
      met.length = 0
    }
    wanted.fill(0)
    return pairs.map((queue) =>
      claim(
        queue.toSorted((x, y) => x.rank - y.rank),
        prints,
      ),
    )
  }
}

/** Takes pairs off the queue, the strongest first, and their runs from all others. */
function claim(queue: Pair[], prints: readonly Print[]): NumberedLink[] {
  /** Pairs in the queue by passage: who stands in no other keeps its runs. */
  const waiting = new Map<number, number>()
  for (const { a, b } of queue) {
    waiting.set(a, (waiting.get(a) ?? 0) + 1)
    waiting.set(b, (waiting.get(b) ?? 0) + 1)
  }
  /** The runs that are left of passages that lost some. */
  const rest = new Map<number, Uint32Array>()
  const links: NumberedLink[] = []
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { a, b, common } = pair
    const [left, right] = [rest.get(a) ?? prints[a]!.runs, rest.get(b) ?? prints[b]!.runs]
    const open = rest.has(a) || rest.has(b) ? countCommon(left, right) : pair.open
    if (open < pair.open && open >= common * (1 - EXPLAINED)) {
      insert(queue, { a, b, common, open, rank: (pair.rank / pair.open) * open })
      continue
    }
    const others = [waiting.get(a)! - 1, waiting.get(b)! - 1] as const
    waiting.set(a, others[0])
    waiting.set(b, others[1])
    if (open < pair.open) continue
    if (others[0] > 0) rest.set(a, without(left, right))
    if (others[1] > 0) rest.set(b, without(right, left))
    links.push({ from: a, to: b, common })
  }
  return links
}

/** How many numbers two ascending lists share. */
function countCommon(a: Uint32Array, b: Uint32Array): number {
  let [i, j, common] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return common
}

/** The numbers of an ascending list that another does not have. */
function without(all: Uint32Array, taken: Uint32Array): Uint32Array {
  const rest = new Uint32Array(all.length)
  let [length, j] = [0, 0]
  for (let i = 0; i < all.length; i++) {
    const run = all[i]!
    while (j < taken.length && taken[j]! < run) j++
    if (taken[j] !== run) rest[length++] = run
  }
  return rest.subarray(0, length)
}

/** Most in common first; among equals equal text, then one section, then nearness in reading order. */
function rank(a: Print, b: Print, common: number): number {
  const equal = isSame(a, b) ? 2 : 1
  const near = 1 / (1 + Math.abs(a.ordinal - b.ordinal) / 1000)
  return common * equal * (inOneSection(a, b) ? 2 : 1) * near
}

function isLink(a: Print, b: Print, shared: number): boolean {
  if (isSame(a, b) && shared > 0) return inOneSection(a, b) || shared >= LINK.runs
  const shorter = Math.min(a.runs.length, b.runs.length)
  const cover = shared / shorter
  if (!inOneSection(a, b) && (cover < MOVED.cover || shared < LINK.runs)) return false
  if (shorter < SHORT.below) return shared >= SHORT.runs && cover >= SHORT.cover
  return shared >= LINK.runs && cover >= LINK.cover && jaccard(a, b, shared) >= LINK.jaccard
}

/** The same words in the same order; case, accents and punctuation aside. */
export function isSame(a: Print, b: Print): boolean {
  return a.key === b.key
}

/** An unknown section is no contradiction. */
function inOneSection(a: Print, b: Print): boolean {
  return a.section === b.section || a.section === null || b.section === null
}

function jaccard(a: Print, b: Print, shared: number): number {
  return shared / (a.runs.length + b.runs.length - shared)
}

/** Jaccard measure of two passages that share so many runs, three decimals; 1 only for the same words. */
export function similarityOf(a: Print, b: Print, shared: number): number {
  return isSame(a, b) ? 1 : Math.min(0.999, Math.round(jaccard(a, b, shared) * 1000) / 1000)
}

/** Keeps the queue ascending by rank. */
function insert(queue: Pair[], pair: Pair): void {
  let [low, high] = [0, queue.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (queue[middle]!.rank < pair.rank) low = middle + 1
    else high = middle
  }
  queue.splice(low, 0, pair)
}
