/**
 * Which passage of one edition became which of another. Knows shingles, sections and order; nothing of storage.
 *
 * Every run of three words is explained once: the pair that shares most takes its runs away from all others, then the
 * next. So a stock sentence counts for the passage that moved as a whole and not for every passage that also has it,
 * and a passage that was split keeps a link to each of its parts.
 */
import type { PassageId } from '../model.ts'

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
  const left = from.map((print) => new Set(print.runs))
  const right = to.map((print) => new Set(print.runs))
  const queue = candidates(from, to).toSorted((x, y) => x.rank - y.rank)
  const links: Link[] = []
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { a, b, common } = pair
    const open = [...left[a]!].filter((run) => right[b]!.has(run))
    if (open.length < pair.open) {
      if (open.length >= common * (1 - EXPLAINED)) {
        insert(queue, {
          a,
          b,
          common,
          open: open.length,
          rank: (pair.rank / pair.open) * open.length,
        })
      }
      continue
    }
    for (const run of open) {
      left[a]!.delete(run)
      right[b]!.delete(run)
    }
    links.push(toLink(from[a]!, to[b]!, common))
  }
  return links
}

/** Every pair whose shared runs would be a link if no other passage claimed them. */
function candidates(from: readonly Print[], to: readonly Print[]): Pair[] {
  const holders = new Map<number, number[]>()
  to.forEach((print, b) => {
    for (const run of print.runs) {
      const list = holders.get(run)
      if (list) list.push(b)
      else holders.set(run, [b])
    }
  })
  return from.flatMap((print, a) => {
    const shared = new Map<number, number>()
    for (const run of print.runs) {
      const list = holders.get(run)
      if (!list || list.length > FORMULA) continue
      for (const b of list) shared.set(b, (shared.get(b) ?? 0) + 1)
    }
    return [...shared]
      .filter(([b, common]) => isLink(print, to[b]!, common))
      .map(([b, common]) => ({ a, b, common, open: common, rank: rank(print, to[b]!, common) }))
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
