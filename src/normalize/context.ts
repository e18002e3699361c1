/** Which of the words that differ only in their accents fits between its neighbours? A log-linear model. */
import { hashText, mix } from './feature-hashes.ts'
import type { NeighbourHashes } from './neighbours.ts'
import type { SparseWeights } from './sparse-weights.ts'

/** Features are told apart by so many bits; a few in a hundred share a weight with another. */
export const FEATURE_BITS = 22
const UNUSED_BITS = 32 - FEATURE_BITS

/**
 * What of a form the model speaks about: where its accent stands, counted in vowels from the end, and its ending.
 * So what it learns of 'aumentó' holds for 'decretó': 'público' → '2co', 'publico' → '-co', 'publicó' → '0có'.
 */
export function patternOf(form: string): string {
  const accent = form.search(/[áéíóú]/)
  if (accent < 0) return `-${form.slice(-2)}`
  let vowels = 0
  for (let i = accent + 1; i < form.length; i++) if (/[aeiouü]/.test(form[i]!)) vowels++
  return `${vowels}${form.slice(-2)}`
}

/** How much a form's commonness counts against its twins; less than its due, so that the neighbours are heard. */
export const SHARE_WEIGHT = 0.5

/** Whether the model learned to choose among some twins; those that only é tells apart it did not, because é survives. */
export const choosesAmong = (twins: readonly string[]): boolean =>
  twins.filter((form) => !form.includes('é')).length > 1

/** How often a form was seen in counted text: hardly a noun if never, so 'socavo' is less likely than 'socavó'. */
export type Rarity = 0 | 1 | 2

/** The rarity of a form by the log10 of its share of running text. */
export const rarityOf = (logShare: number): Rarity =>
  logShare < -6.4 ? 0 : logShare < -5.2 ? 1 : 2

/** What a form brings to its features, hashed. */
export interface FormHashes {
  readonly pattern: number
  readonly coarse: number
  readonly whole: number
  readonly rarePattern: number
}

export function hashForm(form: string, rarity: Rarity): FormHashes {
  const shape = patternOf(form)
  const pattern = hashText(shape, 1)
  return {
    pattern,
    coarse: mix(hashText(shape[0] + shape.slice(-1), 9), rarity),
    whole: hashText(form, 2),
    rarePattern: mix(pattern, 0x51 + rarity),
  }
}

/** The features of a form in its place; order and number are part of the shipped format. `verb` is from `verbSlot`. */
export function featuresOf(form: FormHashes, around: NeighbourHashes, verb: number): number[] {
  const { pattern, coarse, whole, rarePattern } = form
  const slot = 0x5107 + verb
  const { before, after, beforeEnd, afterEnd, beforeThat, afterThat, b, bb, a, aa } = around
  return [
    mix(coarse, mix(b, a)) >>> UNUSED_BITS,
    mix(coarse, mix(bb, b)) >>> UNUSED_BITS,
    mix(coarse, mix(a, aa)) >>> UNUSED_BITS,
    mix(coarse, mix(bb, mix(b, a))) >>> UNUSED_BITS,
    pattern >>> UNUSED_BITS,
    whole >>> UNUSED_BITS,
    coarse >>> UNUSED_BITS,
    rarePattern >>> UNUSED_BITS,
    mix(coarse, before) >>> UNUSED_BITS,
    mix(coarse, after) >>> UNUSED_BITS,
    mix(coarse, beforeEnd) >>> UNUSED_BITS,
    mix(coarse, afterEnd) >>> UNUSED_BITS,
    mix(pattern, before) >>> UNUSED_BITS,
    mix(pattern, after) >>> UNUSED_BITS,
    mix(pattern, beforeEnd) >>> UNUSED_BITS,
    mix(pattern, afterEnd) >>> UNUSED_BITS,
    mix(pattern, beforeThat) >>> UNUSED_BITS,
    mix(pattern, afterThat) >>> UNUSED_BITS,
    mix(pattern, mix(before, after)) >>> UNUSED_BITS,
    mix(pattern, mix(beforeEnd, afterEnd)) >>> UNUSED_BITS,
    mix(whole, before) >>> UNUSED_BITS,
    mix(whole, after) >>> UNUSED_BITS,
    mix(whole, beforeThat) >>> UNUSED_BITS,
    mix(whole, mix(before, beforeThat)) >>> UNUSED_BITS,
    mix(whole, mix(after, afterThat)) >>> UNUSED_BITS,
    mix(coarse, slot) >>> UNUSED_BITS,
    mix(pattern, slot) >>> UNUSED_BITS,
    mix(rarePattern, slot) >>> UNUSED_BITS,
    mix(whole, slot) >>> UNUSED_BITS,
  ]
}

/** How well a form fits, in natural-log units; only differences between forms of one group mean anything. */
export function fit(
  { weights, scale }: SparseWeights,
  form: FormHashes,
  { hashes, verb }: Surroundings,
): number {
  let sum = 0
  for (const feature of featuresOf(form, hashes, verb)) sum += weights[feature]!
  return sum * scale
}

/** What stands around a word, and whether it asks for a verb. */
export interface Surroundings {
  readonly hashes: NeighbourHashes
  readonly verb: number
}
