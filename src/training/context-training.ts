/** Learns the context model from clean text: every word that has a twin but for accents is a question with its answer. */
import {
  choosesAmong,
  FEATURE_BITS,
  featuresOf,
  hashForm,
  rarityOf,
  SHARE_WEIGHT,
} from '../normalize/context.ts'
import { hashNeighbours, neighboursOf } from '../normalize/neighbours.ts'
import type { SparseWeights } from '../normalize/sparse-weights.ts'
import { verbSlot } from '../normalize/verb-slots.ts'
import { findWords, skeletonOf } from '../normalize/words.ts'
import { createQuestions, type Questions } from './questions.ts'
import { createLearner, LEAST_SEEN, prune } from './sparse-training.ts'

/** A text, and how many times each of its words counted. */
export interface CountedText {
  readonly text: string
  readonly weight: number
}

const EPOCHS = 6
/** A form as sure as this of being right, or wrong, has nothing to learn. */
const LEAST_ERROR = 1e-3
/**
 * A past tense in -ó counts so many times as a lesson: rare in legislation, common in reports. A document's
 * own share of them then corrects the model (`narrative` in choice.ts).
 */
const PAST_WEIGHT = 6

/** Forms that differ only in accents, by their skeleton; see `choosesAmong`. */
export function accentGroups(forms: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const form of forms) {
    const skeleton = skeletonOf(form)
    const group = groups.get(skeleton)
    if (group) group.push(form)
    else groups.set(skeleton, [form])
  }
  for (const [skeleton, group] of groups) if (!choosesAmong(group)) groups.delete(skeleton)
  return groups
}

/** Adds the questions a text asks. Words in capitals are left out: they are often printed without accents. */
function ask(
  { text, weight }: CountedText,
  questions: Questions,
  given: Given & { readonly slots: SparseWeights },
): void {
  const words = findWords(text)
  for (const [i, word] of words.entries()) {
    const forms = given.groups.get(word.skeleton)
    if (!forms || (word.text.length > 1 && word.text === word.text.toUpperCase())) continue
    const answer = forms.indexOf(word.text.toLowerCase())
    if (answer < 0 || isSlip(forms[answer]!, forms, given)) continue
    const around = hashNeighbours(neighboursOf(text, words, i))
    const verb = verbSlot(given.slots, around)
    const lessons = forms[answer]!.endsWith('ó') ? Math.max(weight, PAST_WEIGHT) : weight
    questions.begin(forms.length, answer, lessons)
    for (const [at, form] of forms.entries()) {
      // The very sighting that is asked about does not count.
      const count = (given.counts.get(form) ?? 0) - (at === answer ? weight : 0)
      const logShare = Math.log10((Math.max(0, count) + 0.1) / given.total)
      questions.add(
        logShare * Math.LN10 * SHARE_WEIGHT,
        featuresOf(hashForm(form, rarityOf(logShare)), around, verb),
      )
    }
  }
}

/** Share of the commonest of its twins below which a form in a text is more likely an accent forgotten. */
const LEAST_OF_TWINS = 0.015

const isSlip = (form: string, forms: readonly string[], { counts }: Given): boolean =>
  skeletonOf(form) === form &&
  (counts.get(form) ?? 0) < LEAST_OF_TWINS * Math.max(...forms.map((twin) => counts.get(twin) ?? 0))

/** What is known of words before any text is read. */
export interface Given {
  readonly forms: ReadonlySet<string>
  readonly groups: ReadonlyMap<string, string[]>
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

/**
 * Trains on the likelihood of the printed form given its group. A form's commonness is part of the score when the model
 * is used, so it is here too. Keeps the `size` weightiest weights.
 */
export function trainContext(
  texts: readonly CountedText[],
  { size, slots, ...given }: Given & { readonly slots: SparseWeights; readonly size: number },
): SparseWeights {
  const questions = createQuestions()
  for (const text of texts) ask(text, questions, { ...given, slots })
  const { weights, learn } = createLearner(1 << FEATURE_BITS)
  const seen = questions.countFeatures(1 << FEATURE_BITS)
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    questions.forEach((forms, answer, weight) => {
      const scores = forms.map(({ bias, features }) => {
        let score = bias
        for (const at of features) score += weights[at]!
        return score
      })
      const top = Math.max(...scores)
      const sum = scores.reduce((all, score) => all + Math.exp(score - top), 0)
      for (const [i, { features }] of forms.entries()) {
        const error = (i === answer ? 1 : 0) - Math.exp(scores[i]! - top) / sum
        if (Math.abs(error) < LEAST_ERROR) continue
        const general = features.filter((at) => seen[at]! >= LEAST_SEEN)
        learn(general, error * weight)
      }
    })
  return prune(weights, size)
}
