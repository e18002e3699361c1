/**
 * Which passage of one edition became which of another. Knows shingles, sections and order; nothing of storage.
 *
 * Every run of three words is explained once: the pair that shares most takes its runs away from all others, then the
 * next. So a stock sentence counts for the passage that moved as a whole and not for every passage that also has it,
 * and a passage that was split keeps a link to each of its parts.
 */
import type { PassageId } from '../model.ts'
import { createRunIndex, type RunIndex } from './run-index.ts'

/** A passage as alignment sees it. */
export interface Print {
  readonly id: PassageId
  readonly section: string | null
  readonly ordinal: number
  /** Its different runs, ascending. */
  readonly runs: Uint32Array
  /** Equal for the same words in the same order. */
  readonly key: string
  /** What it says whatever the language, ascending. */
  readonly concepts: Uint32Array
}

export interface Link {
  readonly from: PassageId
  readonly to: PassageId
  /** The same words in the same order; case, accents and punctuation aside. */
  readonly same: boolean
  /** Jaccard measure of the three-word runs, 0..1. */
  readonly similarity: number
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
  return alignTo(to)(from)
}

/** As `align`, for many editions against one, whose runs are looked up in one index. */
export function alignTo(to: readonly Print[]): (from: readonly Print[]) => Link[] {
  const index = createRunIndex(to)
  return (from) => {
    const queue = candidates(from, to, index).toSorted((x, y) => x.rank - y.rank)
    return claim(queue, from, to)
  }
}

/** Takes pairs off the queue, the strongest first, and their runs from all others. */
function claim(queue: Pair[], from: readonly Print[], to: readonly Print[]): Link[] {
  const left = from.map((print) => print.runs)
  const right = to.map((print) => print.runs)
  const links: Link[] = []
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { a, b, common } = pair
    const open = countCommon(left[a]!, right[b]!)
    if (open >= pair.open) {
      const [ofLeft, ofRight] = [left[a]!, right[b]!]
      left[a] = without(ofLeft, ofRight)
      right[b] = without(ofRight, ofLeft)
      links.push(toLink(from[a]!, to[b]!, common))
    } else if (open >= common * (1 - EXPLAINED)) {
      insert(queue, { a, b, common, open, rank: (pair.rank / pair.open) * open })
    }
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
  for (const run of all) {
    while (j < taken.length && taken[j]! < run) j++
    if (taken[j] !== run) rest[length++] = run
  }
  return rest.slice(0, length)
}

/** Every pair whose shared runs would be a link if no other passage claimed them. */
function candidates(from: readonly Print[], to: readonly Print[], index: RunIndex): Pair[] {
  const shared = new Uint32Array(to.length)
  return from.flatMap((print, a) => {
    const met: number[] = []
    for (const run of print.runs) {
      const { start, end } = index.find(run)
      if (end - start > FORMULA) continue
      for (let at = start; at < end; at++) {
        const b = index.holders[at]!
        if (shared[b]!++ === 0) met.push(b)
      }
    }
    return met.flatMap((b) => {
      const common = shared[b]!
      shared[b] = 0
      if (!isLink(print, to[b]!, common)) return []
      return [{ a, b, common, open: common, rank: rank(print, to[b]!, common) }]
    })
  })
}

/** Most in common first; among equals equal text, then one section, then nearness in reading order. */
function rank(a: Print, b: Print, common: number): number {
  const equal = a.key === b.key ? 2 : 1
  const near = 1 / (1 + Math.abs(a.ordinal - b.ordinal) / 1000)
  return common * equal * (sameSection(a, b) ? 2 : 1) * near
}

function isLink(a: Print, b: Print, shared: number): boolean {
  if (a.key === b.key && shared > 0) return sameSection(a, b) || shared >= LINK.runs
  const shorter = Math.min(a.runs.length, b.runs.length)
  const cover = shared / shorter
  if (!sameSection(a, b) && (cover < MOVED.cover || shared < LINK.runs)) return false
  if (shorter < SHORT.below) return shared >= SHORT.runs && cover >= SHORT.cover
  return shared >= LINK.runs && cover >= LINK.cover && jaccard(a, b, shared) >= LINK.jaccard
}

/** An unknown section is no contradiction. */
function sameSection(a: Print, b: Print): boolean {
  return a.section === b.section || a.section === null || b.section === null
}

function jaccard(a: Print, b: Print, shared: number): number {
  return shared / (a.runs.length + b.runs.length - shared)
}

function toLink(a: Print, b: Print, shared: number): Link {
  const same = a.key === b.key
  const similarity = same ? 1 : Math.min(0.999, Math.round(jaccard(a, b, shared) * 1000) / 1000)
  return { from: a.id, to: b.id, same, similarity }
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
