/** Learns by how much the model is too sure, or not sure enough, of each class of changes. */
import {
  classOf,
  noCalibration,
  type Calibration,
  type ChangeClass,
} from '../normalize/confidence.ts'
import type { Lexicon } from '../normalize/lexicon.ts'
import { judgeChanges, lexiconsWithout, type JudgedChange } from './judged-changes.ts'
import type { TruthPage } from './pages.ts'

/** How far (as ln of odds, one standard deviation) a shift is thought to be from none before anything is seen. */
const PRIOR_DEVIATION = 1.5
const STEP = 0.05
const FARTHEST = 5

/** What is hardly believed is not even offered; to judge it all the same it is read as if surer by so much (ln of odds). */
const LIFT = 3
const lifted: Calibration = { scrap: LIFT, past: LIFT, future: LIFT, name: LIFT, twin: LIFT }

/** Judged changes of pages, each document read with the misreadings of the others and an uncorrected confidence. */
export function uncalibratedChanges(pages: readonly TruthPage[], lexicon: Lexicon): JudgedChange[] {
  const judge = (calibration: Calibration) =>
    judgeChanges(pages, lexiconsWithout(pages, { ...lexicon, calibration }))
  const offered = judge(noCalibration)
  const least = Math.min(...offered.map((change) => change.confidence))
  const others = judge(lifted).map((change) => ({
    ...change,
    confidence: 1 / (1 + (1 / change.confidence - 1) * Math.exp(LIFT)),
  }))
  return [...offered, ...others.filter((change) => change.confidence < least)]
}

/** The likeliest shift of each class, given which changes were right. */
export function fitCalibration(
  changes: readonly JudgedChange[],
  lexicon: Lexicon,
): Record<ChangeClass, number> {
  const shifts = { ...noCalibration }
  for (const name of Object.keys(shifts) as ChangeClass[]) {
    const own = changes.filter(
      ({ before, after }) => classOf(before, after, lexicon.logShare) === name,
    )
    let best = -Infinity
    for (let shift = -FARTHEST; shift <= FARTHEST; shift += STEP) {
      const likelihood = own.reduce((sum, change) => sum + logLikelihood(change, shift), 0)
      const score = likelihood - shift ** 2 / (2 * PRIOR_DEVIATION ** 2)
      if (score > best) [best, shifts[name]] = [score, Math.round(shift / STEP) * STEP]
    }
  }
  return shifts
}

/** Truths that are themselves wrong, or stand against another word. */
const WRONG_TRUTHS = 0.01

function logLikelihood({ confidence, isRight }: JudgedChange, shift: number): number {
  const right = 1 / (1 + ((1 - confidence) / confidence) * Math.exp(-shift))
  return Math.log(WRONG_TRUTHS + (1 - 2 * WRONG_TRUTHS) * (isRight ? right : 1 - right))
}

/** The rows of src/data/confidence.tsv. */
export function calibrationRows(shifts: Readonly<Record<ChangeClass, number>>): string {
  const rows = Object.entries(shifts).map(([name, shift]) => `${name}\t${shift.toFixed(2)}`)
  return `${['#class\tshift', ...rows].join('\n')}\n`
}
