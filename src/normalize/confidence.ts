/** How sure is a change? The score of the model, corrected by how often changes of its class were right where it was measured. */

/** Classes of changes that are right more or less often than their score says. */
export type ChangeClass = 'scrap' | 'past' | 'future' | 'name' | 'twin'

/** ln of the odds added to the score's, by class. Adding keeps the order: the surer stays the surer. */
export type Calibration = Readonly<Record<ChangeClass, number>>

export const noCalibration: Calibration = { scrap: 0, past: 0, future: 0, name: 0, twin: 0 }

/** A name written as often without its accent as with it (by half a power of ten) may well be one of another language. */
const AS_COMMON = 0.5

/**
 * The class of a change: of what was no word, 'aumento' → 'aumentó', 'fomentara' → 'fomentará', 'Simon' → 'Simón', or
 * another twin. `logShare` gives log10 of a lower-case word's share of text, null for no word.
 */
export function classOf(
  printed: string,
  after: string,
  logShare: (word: string) => number | null,
): ChangeClass {
  const own = logShare(printed.toLowerCase())
  if (own === null) return 'scrap'
  if (/rán?$/.test(after) && /ran?$/.test(printed)) return 'future'
  const other = logShare(after.toLowerCase()) ?? -Infinity
  if (/^\p{Lu}\p{Ll}/u.test(printed) && own > other - AS_COMMON) return 'name'
  return after.endsWith('ó') && printed.endsWith('o') ? 'past' : 'twin'
}

/** A confidence (0..1) as it is where changes of this class were measured, to three places, never certain. */
export function calibrate(confidence: number, shift: number): number {
  const odds = (confidence / Math.max(1e-6, 1 - confidence)) * Math.exp(shift)
  return Math.min(0.999, Math.round((odds / (1 + odds)) * 1000) / 1000)
}

/** Reads rows of `class TAB shift`, as in src/data/confidence.tsv; lines with # are remarks. */
export function parseCalibration(tsv: string): Calibration {
  const shifts: Record<ChangeClass, number> = { ...noCalibration }
  for (const line of tsv.split('\n')) {
    const [name, shift] = line.split('\t')
    if (name && name in shifts && shift) shifts[name as ChangeClass] = Number(shift)
  }
  return shifts
}
