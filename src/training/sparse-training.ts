/** What the trainers of the two context models share: steps against an error, and the pruning to what ships. */
import type { SparseWeights } from '../normalize/sparse-weights.ts'

const RATE = 0.3
/** Pull towards 0, on the scale of one error, so that what was seen a few times only weighs little. */
const DECAY = 0.1
/** A feature seen less often than this teaches nothing general. */
export const LEAST_SEEN = 3

export interface Learner {
  readonly weights: Float32Array
  /** Moves the weights of some features against an error (AdaGrad, decayed where there was one). */
  learn(features: Iterable<number>, error: number): void
}

export function createLearner(size: number): Learner {
  const weights = new Float32Array(size)
  const squares = new Float32Array(size)
  return {
    weights,
    learn(features, error) {
      for (const at of features) {
        squares[at]! += error * error
        weights[at]! += (RATE * (error - DECAY * weights[at]!)) / Math.sqrt(1 + squares[at]!)
      }
    },
  }
}

/** Weights nearer to 0 say nothing. */
const LEAST_WEIGHT = 0.02

/** The `size` weightiest, in 127 steps to either side of zero. */
export function prune(weights: Float32Array, size: number): SparseWeights {
  const order = [...weights.keys()].filter((at) => Math.abs(weights[at]!) > LEAST_WEIGHT)
  order.sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!))
  const kept = order.slice(0, size)
  const scale = kept.reduce((most, at) => Math.max(most, Math.abs(weights[at]!)), 0) / 127
  const steps = new Int8Array(weights.length)
  for (const at of kept) steps[at] = Math.round(weights[at]! / scale)
  return { weights: steps, scale }
}
