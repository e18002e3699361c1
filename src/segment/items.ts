/** Splits running text at the list marks that stand between items, and takes the mark off an item that opens with one. */
import { bulletLength } from './openings.ts'

export interface Piece {
  /** Offsets into the joined text. */
  readonly start: number
  readonly end: number
  readonly isItem: boolean
}

/** A mark as its own token after a finished item and before a capital; `*`, `¢` and `«` are what OCR makes of •. */
const markBetween = /(?<=[.;:!?)”"])\s+[•●▪■◦¢*«\uE000-\uF8FF]\s+(?=["“«¿¡]?[\p{Lu}\d])/gu
/** Without a finished item before it only a true bullet separates. */
const plainBullet = /\s+[•●▪■]\s+(?=\S)/gu
/** Items that lost the mark and the space: `trafficking.Strengthen`. */
const glued = /(?<=[\p{Ll})]{3}[.;])(?=\p{Lu}\p{Ll}{2})/gu

/** What every such seam has; the pattern that looks behind at every letter is asked only then. */
const mayBeGlued = /[.;][^\s!-@]/

/**
 * The pieces of a chunk's text. One mark is enough where it is a true bullet; glued sentences count as items only in
 * company (three or more), since one alone is a slip of the typist.
 */
export function piecesOf(text: string): Piece[] {
  const lead = bulletLength(text)
  const cuts = cutsIn(text)
  if (cuts.length === 0) return [{ start: lead, end: text.length, isItem: lead > 0 }]
  const pieces: Piece[] = []
  let start = lead
  for (const cut of [...cuts, { start: text.length, end: text.length }]) {
    if (cut.start > start) pieces.push({ start, end: cut.start, isItem: true })
    start = cut.end
  }
  return pieces
}

function cutsIn(text: string): { start: number; end: number }[] {
  const found = new Map<number, { start: number; end: number }>()
  const add = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern))
      found.set(match.index, { start: match.index, end: match.index + match[0].length })
  }
  if (/[•●▪■◦¢*«\uE000-\uF8FF]/u.test(text)) {
    add(markBetween)
    add(plainBullet)
  }
  if (mayBeGlued.test(text) && [...text.matchAll(glued)].length >= 3) add(glued)
  return [...found.values()].toSorted((a, b) => a.start - b.start)
}
