/**
 * Does a place ask for a finite verb? Learned from words that can be nothing else ('aprobará', 'recibió') against nouns and
 * adjectives in -o: so what legislation, with few past tenses, knows of verbs helps to tell 'aumentó' from 'aumento'.
 */
import { mix } from './feature-hashes.ts'
import type { NeighbourHashes } from './neighbours.ts'
import type { SparseWeights } from './sparse-weights.ts'

export const SLOT_BITS = 20
const UNUSED_BITS = 32 - SLOT_BITS

/** The features of a place; order and number are part of the shipped format. */
export function slotFeatures(around: NeighbourHashes): number[] {
  const { before, after, beforeEnd, afterEnd, beforeThat, afterThat, b, bb, a, aa } = around
  return [
    mix(before, 1) >>> UNUSED_BITS,
    mix(after, 2) >>> UNUSED_BITS,
    mix(beforeThat, 3) >>> UNUSED_BITS,
    mix(afterThat, 4) >>> UNUSED_BITS,
    mix(beforeEnd, 5) >>> UNUSED_BITS,
    mix(afterEnd, 6) >>> UNUSED_BITS,
    mix(b, 7) >>> UNUSED_BITS,
    mix(a, 8) >>> UNUSED_BITS,
    mix(mix(b, a), 9) >>> UNUSED_BITS,
    mix(mix(bb, b), 10) >>> UNUSED_BITS,
    mix(mix(a, aa), 11) >>> UNUSED_BITS,
    mix(mix(bb, mix(b, a)), 12) >>> UNUSED_BITS,
    mix(mix(before, after), 13) >>> UNUSED_BITS,
    mix(mix(beforeThat, before), 14) >>> UNUSED_BITS,
    mix(mix(after, afterThat), 15) >>> UNUSED_BITS,
    mix(mix(beforeEnd, afterEnd), 16) >>> UNUSED_BITS,
    mix(mix(beforeEnd, a), 17) >>> UNUSED_BITS,
    mix(mix(b, afterEnd), 18) >>> UNUSED_BITS,
  ]
}

/** Steps to either side of 'as likely as not', and how many make one natural-log unit of the odds. */
const MOST_STEPS = 4
const STEPS_PER_UNIT = 0.8

/** How much a place asks for a finite verb: -4 (for anything else) to 4. */
export function verbSlot({ weights, scale }: SparseWeights, around: NeighbourHashes): number {
  let sum = 0
  for (const feature of slotFeatures(around)) sum += weights[feature]!
  const steps = Math.round(sum * scale * STEPS_PER_UNIT)
  return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps))
}
