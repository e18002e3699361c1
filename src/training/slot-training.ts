/** Learns which places ask for a finite verb, from clean text: every word that is surely one, or surely none, is a lesson. */
import { hashNeighbours, neighboursOf } from '../normalize/neighbours.ts'
import type { SparseWeights } from '../normalize/sparse-weights.ts'
import { SLOT_BITS, slotFeatures } from '../normalize/verb-slots.ts'
import { findWords, skeletonOf } from '../normalize/words.ts'
import type { Given } from './context-training.ts'
import { createLearner, LEAST_SEEN, prune } from './sparse-training.ts'

const EPOCHS = 4

interface Lesson {
  readonly features: Int32Array
  readonly isVerb: boolean
}

/** The model; keeps the `size` weightiest weights. */
export function trainSlots(
  texts: readonly string[],
  { size, ...given }: Given & { readonly size: number },
): SparseWeights {
  const lessons = texts.flatMap((text) => lessonsOf(text, given))
  const seen = new Uint32Array(1 << SLOT_BITS)
  for (const { features } of lessons) for (const at of features) seen[at]! += 1
  const { weights, learn } = createLearner(1 << SLOT_BITS)
  const verbs = lessons.filter(({ isVerb }) => isVerb).length
  // Verbs count as much as all the others together: the odds are those of the place alone.
  const verbWeight = (lessons.length - verbs) / verbs
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { features, isVerb } of lessons) {
      const general = features.filter((at) => seen[at]! >= LEAST_SEEN)
      const score = general.reduce((sum, at) => sum + weights[at]!, 0)
      const error = (isVerb ? 1 : 0) - 1 / (1 + Math.exp(-score))
      learn(general, error * (isVerb ? verbWeight : 1))
    }
  return prune(weights, size)
}

function lessonsOf(text: string, given: Given): Lesson[] {
  const words = findWords(text)
  return words.flatMap((word, i) => {
    if (word.text !== word.text.toLowerCase()) return []
    const isVerb = surelyVerb(word.text, given)
    if (isVerb === null) return []
    const around = hashNeighbours(neighboursOf(text, words, i))
    return [{ features: Int32Array.from(slotFeatures(around)), isVerb }]
  })
}

const known = new Map<string, boolean | null>()

/** Whether a word can only be a finite verb (third person), only a noun or adjective in -o, or null where it may be either. */
function surelyVerb(word: string, given: Given): boolean | null {
  let answer = known.get(word)
  if (answer === undefined) known.set(word, (answer = judge(word, given)))
  return answer
}

function judge(word: string, { forms, groups, counts }: Given): boolean | null {
  // What has twins is what the model is asked about, so it must not have learned from it.
  if (word.length < 4 || !forms.has(word) || groups.has(skeletonOf(word))) return null
  const infinitive = (stem: string, ...endings: string[]) =>
    endings.some((e) => forms.has(stem + e))
  const ending = (suffix: RegExp) => (suffix.test(word) ? word.replace(suffix, '') : null)
  const past = ending(/(?<=..)i?ó$/)
  if (past !== null) return infinitive(past, 'ar', 'er', 'ir', 'iar') ? true : null
  const future = ending(/(?<=..[aei]r)á$/)
  if (future !== null) return forms.has(future) ? true : null
  const imperfect = ending(/(?<=..)aba$/)
  if (imperfect !== null) return infinitive(imperfect, 'ar') ? true : null
  const present = ending(/(?<=..)[ae]$/)
  if (present !== null) return infinitive(present, 'ar', 'er', 'ir') && isVerbal(word) ? true : null
  return /(?<!nd)o$/.test(word) ? false : null

  /** 'establece' has 'establecen' beside it, 'parte' has 'partes'. */
  function isVerbal(form: string): boolean {
    const verbs = counts.get(`${form}n`) ?? 0
    return verbs > 20 && verbs > 3 * (counts.get(`${form}s`) ?? 0)
  }
}
