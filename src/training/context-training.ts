/** Learns the context model from clean text: every word that has a twin but for accents is a question with its answer. */
import {
  FEATURE_BITS,
  featuresOf,
  neighboursOf,
  rarityOf,
  type ContextModel,
  type Neighbours,
} from '../normalize/context.ts'
import { findWords, skeletonOf } from '../normalize/words.ts'

/** One ambiguous word: its forms, which of them was printed, and what stood around it. */
interface Question {
  readonly forms: readonly string[]
  readonly answer: number
  readonly around: Neighbours
}

/** A text, and how many times each of its words counted. */
export interface CountedText {
  readonly text: string
  readonly weight: number
}

const EPOCHS = 4
const RATE = 0.15
/** A feature seen less often than this teaches nothing general. */
const LEAST_SEEN = 3

/** Forms that differ only in accents, by their skeleton; skeletons with one form are left out. */
export function accentGroups(forms: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const form of forms) {
    const skeleton = skeletonOf(form)
    const group = groups.get(skeleton)
    if (group) group.push(form)
    else groups.set(skeleton, [form])
  }
  for (const [skeleton, group] of groups) if (group.length < 2) groups.delete(skeleton)
  return groups
}

/** The questions a text asks. Words in capitals are left out: they are often printed without accents. */
function* questionsOf(text: string, groups: ReadonlyMap<string, string[]>): Generator<Question> {
  const words = findWords(text)
  for (const [i, word] of words.entries()) {
    const forms = groups.get(word.skeleton)
    if (!forms || (word.text.length > 1 && word.text === word.text.toUpperCase())) continue
    const answer = forms.indexOf(word.text.toLowerCase())
    if (answer >= 0) yield { forms, answer, around: neighboursOf(text, words, i) }
  }
}

/**
 * Trains by AdaGrad on the likelihood of the printed form given its group. A form's commonness is part of the score
 * when the model is used, so it is here too, less the very sighting that is asked about. Keeps `size` weights.
 */
export function trainContext(
  texts: readonly CountedText[],
  groups: ReadonlyMap<string, string[]>,
  options: { counts: ReadonlyMap<string, number>; total: number; size: number },
): ContextModel {
  const weights = new Float32Array(1 << FEATURE_BITS)
  const squares = new Float32Array(1 << FEATURE_BITS)
  const seen = new Uint8Array(1 << FEATURE_BITS)
  for (const { text } of texts)
    for (const { forms, answer, around } of questionsOf(text, groups))
      for (const rarity of [0, 1, 2] as const)
        for (const at of featuresOf(forms[answer]!, around, rarity))
          if (seen[at]! < 255) seen[at]! += 1
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { text, weight } of texts)
      for (const question of questionsOf(text, groups))
        learn(question, weight, { weights, squares, seen, ...options })
  return prune(weights, options.size)
}

interface Learner {
  readonly weights: Float32Array
  readonly squares: Float32Array
  readonly seen: Uint8Array
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

function learn({ forms, answer, around }: Question, weight: number, learner: Learner): void {
  const { weights, squares, seen, counts, total } = learner
  const logShares = forms.map((form, i) => {
    const count = (counts.get(form) ?? 0) - (i === answer ? weight : 0)
    return Math.log10((Math.max(0, count) + 0.1) / total)
  })
  const features = forms.map((form, i) => featuresOf(form, around, rarityOf(logShares[i]!)))
  const scores = forms.map((_, i) => {
    let score = logShares[i]! * Math.LN10
    for (const at of features[i]!) score += weights[at]!
    return score
  })
  const top = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - top))
  const sum = odds.reduce((a, b) => a + b, 0)
  for (const [i, list] of features.entries()) {
    const gradient = (i === answer ? 1 : 0) - odds[i]! / sum
    if (Math.abs(gradient) < 1e-4) continue
    for (const at of list) {
      if (seen[at]! < LEAST_SEEN) continue
      squares[at]! += gradient * gradient
      weights[at]! += (RATE * gradient) / Math.sqrt(1 + squares[at]!)
    }
  }
}

/** The `size` weightiest, in 127 steps to either side of zero. */
function prune(weights: Float32Array, size: number): ContextModel {
  const order = [...weights.keys()].filter((at) => Math.abs(weights[at]!) > 0.02)
  order.sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!))
  const kept = order.slice(0, size).toSorted((a, b) => a - b)
  const scale = kept.reduce((most, at) => Math.max(most, Math.abs(weights[at]!)), 0) / 127
  return {
    hashes: Uint32Array.from(kept),
    weights: Int8Array.from(kept, (at) => Math.round(weights[at]! / scale)),
    scale,
  }
}
