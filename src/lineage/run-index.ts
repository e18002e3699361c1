/** Which passages of a series have a run of words: flat arrays, for runs are looked up often. */
import type { Print } from './print.ts'

/** The runs of passages, which are numbered in their order. */
export interface RunIndex {
  /** By passage, where its runs begin in `numbers`; one more entry for the end. */
  readonly firsts: Uint32Array
  /** The runs of all passages, one passage after another: the same number for the same run. */
  readonly numbers: Uint32Array
  /** By the number of a run, where those who have it begin in `holders`; one more entry for the end. */
  readonly starts: Uint32Array
  /** Numbers of passages, those of one run together and ascending. */
  readonly holders: Uint32Array
}

/** Numbers the runs of passages, and turns them round. */
export function createRunIndex(prints: readonly Print[]): RunIndex {
  const firsts = new Uint32Array(prints.length + 1)
  for (let passage = 0; passage < prints.length; passage++)
    firsts[passage + 1] = firsts[passage]! + prints[passage]!.runs.length
  const { numbers, different } = numberRuns(prints, firsts[prints.length]!)
  const starts = new Uint32Array(different + 1)
  for (let at = 0; at < numbers.length; at++) starts[numbers[at]! + 1]!++
  for (let number = 0; number < different; number++) starts[number + 1]! += starts[number]!
  const next = starts.slice()
  const holders = new Uint32Array(numbers.length)
  for (let passage = 0; passage < prints.length; passage++)
    for (let at = firsts[passage]!; at < firsts[passage + 1]!; at++)
      holders[next[numbers[at]!]!++] = passage
  return { firsts, numbers, starts, holders }
}

/** Open addressing: a slot holds a run and its number + 1, 0 where it is free. */
function numberRuns(prints: readonly Print[], total: number) {
  const mask = 2 ** Math.ceil(Math.log2(1.5 * total + 2)) - 1
  const keys = new Uint32Array(mask + 1)
  const known = new Uint32Array(mask + 1)
  const numbers = new Uint32Array(total)
  let [at, different] = [0, 0]
  for (const { runs } of prints)
    for (let i = 0; i < runs.length; i++) {
      const run = runs[i]!
      let slot = run & mask
      while (known[slot] !== 0 && keys[slot] !== run) slot = (slot + 1) & mask
      if (known[slot] === 0) {
        keys[slot] = run
        known[slot] = ++different
      }
      numbers[at++] = known[slot]! - 1
    }
  return { numbers, different }
}
