/**
 * A tree over the sorted terms of a segment, to find what is spelled nearly alike without looking at every term.
 *
 * Nodes in preorder, so that a node's first child is the next node and `trieNext` skips its whole subtree:
 *
 *     trieUnit   u8/u16  the unit (place in the alphabet) that leads to the node
 *     trieDepth  u8      number of units from the root, 1 for the first
 *     trieNext   u32     first node that is not below this one
 *     trieTerm   u32     ordinal of the first term below
 *
 * A term's tail that no other term shares has no nodes: it is read from the dictionary. The sections are read when the
 * first fuzzy word is asked for. Terms beyond 255 units are not in the tree, nor is any word that long.
 */
import type { Dictionary } from './dictionary.ts'
import type { IndexFile, Numbers } from './file.ts'
import { createList, numbers, push } from './numbers.ts'

const MAX_DEPTH = 255

export interface Trie {
  readonly units: Uint8Array | Uint16Array
  readonly depths: Uint8Array
  readonly next: Uint32Array
  readonly terms: Uint32Array
}

/** Lays out the tree of a dictionary's sorted terms, given as its `text` and `starts`. */
export function buildTrie(
  text: Uint8Array | Uint16Array,
  starts: Uint32Array,
): Record<'trieUnit' | 'trieDepth' | 'trieNext' | 'trieTerm', Numbers> {
  const size = starts.length - 1
  const [units, depths, next, terms] = [createList(), createList(), createList(), createList()]
  const open: number[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) next.values[open.pop()!] = units.length
  }
  let shared = 0
  for (let ordinal = 0; ordinal < size; ordinal++) {
    const start = starts[ordinal]!
    const length = Math.min(starts[ordinal + 1]! - start, MAX_DEPTH)
    const following = ordinal + 1 < size ? sharedUnits(text, starts, ordinal) : 0
    closeTo(shared)
    const deepest = Math.min(length, Math.max(shared, following) + 1)
    for (let depth = open.length + 1; depth <= deepest; depth++) {
      open.push(units.length)
      push(units, text[start + depth - 1]!)
      push(depths, depth)
      push(next, 0)
      push(terms, ordinal)
    }
    shared = Math.min(following, MAX_DEPTH)
  }
  closeTo(0)
  const trieUnit =
    text instanceof Uint8Array ? Uint8Array.from(numbers(units)) : Uint16Array.from(numbers(units))
  return {
    trieUnit,
    trieDepth: Uint8Array.from(numbers(depths)),
    trieNext: numbers(next),
    trieTerm: numbers(terms),
  }
}

/** How many units a term shares with the next. */
function sharedUnits(text: Uint8Array | Uint16Array, starts: Uint32Array, ordinal: number): number {
  const start = starts[ordinal]!
  const other = starts[ordinal + 1]!
  const most = Math.min(other - start, starts[ordinal + 2]! - other)
  let shared = 0
  while (shared < most && text[start + shared] === text[other + shared]) shared++
  return shared
}

export function openTrie(file: IndexFile, dictionary: Dictionary): Trie {
  return {
    units: file.section('trieUnit', dictionary.text instanceof Uint8Array ? 'u8' : 'u16'),
    depths: file.section('trieDepth', 'u8'),
    next: file.section('trieNext', 'u32'),
    terms: file.section('trieTerm', 'u32'),
  }
}

/**
 * Hands `found` every term that begins with the word's first unit and is within the optimal-string-alignment distance
 * (insert, delete, replace, swap neighbours), in term order, with its distance; the word itself too (distance 0).
 *
 * One row of the edit matrix for each depth, of which only the band of `distance` cells beside the diagonal can hold
 * values that matter; a subtree is skipped where none of them does. Where every edit is used up, what must follow is known
 * to the letter, and is looked up among the terms below.
 */
export function nearTerms(
  { trie, dictionary }: { trie: Trie; dictionary: Dictionary },
  { word, distance }: { word: string; distance: number },
  found: (ordinal: number, distance: number) => void,
): void {
  const target = dictionary.encode(word)
  if (target.length === 0 || target[0] === -1) return
  const walk = createWalk(target, distance)
  const { units, depths, next, terms } = trie
  let node = firstNode(trie, target[0]!)
  const end = node < units.length ? next[node]! : node
  while (node < end) {
    const depth = depths[node]!
    const least = depth > walk.deepest ? distance + 1 : walk.step(depth, units[node]!)
    if (least > distance) {
      node = next[node]!
      continue
    }
    const ordinal = terms[node]!
    if (least === distance) {
      const after = next[node]!
      const to = after < terms.length ? terms[after]! : dictionary.size
      const ends: number[] = []
      walk.endings(depth, (rest) => {
        const at = findEnding(dictionary, { from: ordinal, to, depth }, rest)
        if (at >= 0 && !ends.includes(at)) ends.push(at)
      })
      // A longer ending can come before a shorter one.
      for (const at of ends.toSorted((left, right) => left - right)) found(at, distance)
      node = after
      continue
    }
    const length = dictionary.starts[ordinal + 1]! - dictionary.starts[ordinal]!
    // The first term below a node ends at it, or is the only one below (then its tail is read), or has nodes further on.
    if (length === depth) report(walk.distanceAt(depth), ordinal)
    else if (next[node] === node + 1) report(tailDistance(ordinal, depth, length), ordinal)
    node++
  }

  function report(at: number, ordinal: number): void {
    if (at <= distance) found(ordinal, at)
  }
  function tailDistance(ordinal: number, depth: number, length: number): number {
    if (length > walk.deepest) return distance + 1
    const start = dictionary.starts[ordinal]!
    for (let at = depth + 1; at <= length; at++) {
      if (walk.step(at, dictionary.text[start + at - 1]!) > distance) return distance + 1
    }
    return walk.distanceAt(length)
  }
}

/** Terms of a half-open range, which are alike in their first `depth` units. */
interface Below {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/** The term that goes on with exactly these units; -1 where none does. */
function findEnding({ text, starts }: Dictionary, below: Below, rest: Int32Array): number {
  const { depth } = below
  let { from, to } = below
  while (from < to) {
    const middle = (from + to) >>> 1
    const start = starts[middle]! + depth
    const length = starts[middle + 1]! - start
    const shared = Math.min(length, rest.length)
    let at = 0
    while (at < shared && text[start + at] === rest[at]) at++
    const order = at < shared ? text[start + at]! - rest[at]! : length - rest.length
    if (order === 0) return middle
    if (order < 0) from = middle + 1
    else to = middle
  }
  return -1
}

function firstNode({ units, next }: Trie, unit: number): number {
  let node = 0
  while (node < units.length && units[node] !== unit) node = next[node]!
  return node
}

interface Walk {
  /** Depth beyond which no term can be near. */
  readonly deepest: number
  /** Fills the row of a depth from those above; the least distance that anything below it can have. */
  step(depth: number, unit: number): number
  /** Hands on every way to go on without another edit, from a depth whose least distance is all that is allowed. */
  endings(depth: number, found: (rest: Int32Array) => void): void
  /** Distance of the term that ends at a depth. */
  distanceAt(depth: number): number
}

function createWalk(target: Int32Array, distance: number): Walk {
  const columns = target.length + 1
  const deepest = Math.min(target.length + distance, MAX_DEPTH)
  const rows = new Uint8Array((deepest + 1) * columns).fill(distance + 1)
  // Cells outside the band are never written: they keep a distance that is too far.
  const path = new Int32Array(deepest + 1)
  for (let column = 0; column <= Math.min(distance, target.length); column++) rows[column] = column
  return {
    deepest,
    step(depth, unit) {
      path[depth] = unit
      const row = depth * columns
      const above = row - columns
      const from = Math.max(0, depth - distance)
      const to = Math.min(target.length, depth + distance)
      let best = distance + 1
      for (let column = from; column <= to; column++) {
        let value = column === 0 ? depth : distance + 1
        if (column > 0) {
          const isSame = target[column - 1] === unit
          value = Math.min(
            rows[above + column - 1]! + (isSame ? 0 : 1),
            rows[row + column - 1]! + 1,
            rows[above + column]! + 1,
          )
          if (depth > 1 && column > 1 && !isSame && isSwap(depth, column, unit)) {
            value = Math.min(value, rows[above - columns + column - 2]! + 1)
          }
        }
        rows[row + column] = value
        if (value < best) best = value
      }
      return best
    },
    endings(depth, found) {
      const from = Math.max(0, depth - distance)
      const to = Math.min(target.length, depth + distance)
      for (let column = from; column <= to; column++) {
        if (rows[depth * columns + column] === distance) found(target.subarray(column))
        // The second of two swapped neighbours is still to come.
        if (column === 0 || column === target.length || depth === 0) continue
        const isBegun = target[column] === path[depth] && target[column - 1] !== path[depth]
        if (!isBegun || rows[(depth - 1) * columns + column - 1]! + 1 > distance) continue
        const rest = target.slice(column)
        rest[0] = target[column - 1]!
        found(rest)
      }
    },
    distanceAt: (depth) =>
      Math.abs(depth - target.length) > distance
        ? distance + 1
        : rows[depth * columns + target.length]!,
  }
  function isSwap(depth: number, column: number, unit: number): boolean {
    return target[column - 2] === unit && target[column - 1] === path[depth - 1]
  }
}
