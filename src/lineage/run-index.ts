/** Which passages of an edition have a run of words: a hash table in flat arrays, for editions are looked up often. */
import type { Print } from './align.ts'

export interface RunIndex {
  /** Numbers of passages, those of one run together and ascending. */
  readonly holders: Uint32Array
  /** Where in `holders` those of a run stand; empty where no passage has it. The same object every time. */
  find(run: number): { readonly start: number; readonly end: number }
}

/** Reads the runs of an edition's passages. */
export function createRunIndex(prints: readonly Print[]): RunIndex {
  const total = prints.reduce((sum, { runs }) => sum + runs.length, 0)
  const mask = 2 ** Math.ceil(Math.log2(2 * total + 2)) - 1
  const keys = new Uint32Array(mask + 1)
  /** How many holders a run has; 0 = a free slot. */
  const counts = new Uint32Array(mask + 1)
  /** Where they end. */
  const ends = new Uint32Array(mask + 1)
  const slotOf = (run: number): number => {
    let slot = run & mask
    while (counts[slot] !== 0 && keys[slot] !== run) slot = (slot + 1) & mask
    return slot
  }
  for (const { runs } of prints)
    for (const run of runs) {
      const slot = slotOf(run)
      keys[slot] = run
      counts[slot]!++
    }
  let end = 0
  for (let slot = 0; slot <= mask; slot++) {
    ends[slot] = end
    end += counts[slot]!
  }
  const holders = new Uint32Array(total)
  for (const [number, { runs }] of prints.entries())
    for (const run of runs) holders[ends[slotOf(run)]!++] = number
  const range = { start: 0, end: 0 }
  return {
    holders,
    find(run) {
      const slot = slotOf(run)
      range.end = ends[slot]!
      range.start = range.end - counts[slot]!
      return range
    },
  }
}
