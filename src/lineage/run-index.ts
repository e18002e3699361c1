/** Which passages of a series have a run of words: a hash table in flat arrays, for runs are looked up often. */
import type { Print } from './print.ts'

export interface RunIndex {
  /** Numbers of passages, those of one run together and ascending. */
  readonly holders: Uint32Array
  /** Where in `holders` those of a run stand; empty where no passage has it. The same object every time. */
  find(run: number): { readonly start: number; readonly end: number }
}

/** Reads the runs of passages, which are numbered in their order. */
export function createRunIndex(prints: readonly Print[]): RunIndex {
  const total = prints.reduce((sum, { runs }) => sum + runs.length, 0)
  const mask = 2 ** Math.ceil(Math.log2(1.5 * total + 2)) - 1
  const keys = new Uint32Array(mask + 1)
  /** How many holders a run has; 0 = a free slot. */
  const counts = new Uint32Array(mask + 1)
  const slotOf = (run: number): number => {
    let slot = run & mask
    while (counts[slot] !== 0 && keys[slot] !== run) slot = (slot + 1) & mask
    return slot
  }
  for (const { runs } of prints)
    for (let i = 0; i < runs.length; i++) {
      const slot = slotOf(runs[i]!)
      keys[slot] = runs[i]!
      counts[slot]!++
    }
  /** Where they end. */
  const ends = new Uint32Array(mask + 1)
  let end = 0
  for (let slot = 0; slot <= mask; slot++) {
    ends[slot] = end
    end += counts[slot]!
  }
  const holders = new Uint32Array(total)
  for (let number = 0; number < prints.length; number++) {
    const { runs } = prints[number]!
    for (let i = 0; i < runs.length; i++) holders[ends[slotOf(runs[i]!)]!++] = number
  }
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
