/** How damaged is a text? Counts the accents that survived against those that words need and lack. */
import type { Reader } from './reader.ts'
import { isInsideCode, type Word } from './words.ts'

/** Accents on á, í, ó, ú and tildes of ñ, those lost to another sign twice; é is not counted, because English engines keep it. */
export interface DamageCounts {
  readonly kept: number
  readonly lost: number
}

/** Running sums over the words of a text. */
interface DamageSums {
  readonly kept: Int32Array
  readonly lost: Int32Array
}

/** Words to either side that tell how damaged a place is. */
const REACH = 120
/** The whole document weighs as much as so many accents near by. */
const DOCUMENT_WEIGHT = 6
/** Before anything is read, one accent in fifty is thought lost, as if three had been seen. */
const PRIOR = { lost: 0.06, all: 3 }

export function countDamage(
  text: string,
  { words, spanish }: { words: readonly Word[]; spanish: Uint8Array },
  reader: Reader,
): DamageSums {
  const kept = new Int32Array(words.length + 1)
  const lost = new Int32Array(words.length + 1)
  for (const [i, word] of words.entries()) {
    let evidence = spanish[i] && word.text.length > 2 ? reader.read(word.text).evidence : 0
    if (evidence < 0 && isInsideCode(text, word)) evidence = 0
    kept[i + 1] = kept[i]! + (evidence > 0 ? 1 : 0)
    lost[i + 1] = lost[i]! + Math.max(0, -evidence)
  }
  return { kept, lost }
}

/** The counts of a whole text. */
export function totalDamage({ kept, lost }: DamageSums): DamageCounts {
  return { kept: kept.at(-1) ?? 0, lost: lost.at(-1) ?? 0 }
}

/** Share of accents lost, given counts; near 0 where nothing is known. */
export function damageRate({ kept, lost }: DamageCounts): number {
  return (lost + PRIOR.lost) / (lost + kept + PRIOR.all)
}

/** The damage around each word of a text, leaning on the whole document where there is little around it. */
export function damageAt(sums: DamageSums, document: DamageCounts): (at: number) => number {
  const rate = damageRate(document)
  return (at) => {
    const from = Math.max(0, at - REACH)
    const to = Math.min(sums.kept.length - 1, at + REACH + 1)
    const lost = sums.lost[to]! - sums.lost[from]!
    const kept = sums.kept[to]! - sums.kept[from]!
    return (lost + rate * DOCUMENT_WEIGHT) / (lost + kept + DOCUMENT_WEIGHT)
  }
}

/** Whether any place of a document may reach a damage, whatever block of text around it is looked at by itself. */
export function mayReach(least: number, { lost }: DamageSums, document: DamageCounts): boolean {
  // A block may leave out the accents kept beside it, so only those lost count: so many within reach are enough.
  const enough = ((least - damageRate(document)) * DOCUMENT_WEIGHT) / (1 - least)
  for (let at = 0; at + 1 < lost.length; at++) {
    const within = lost[Math.min(lost.length - 1, at + 2 * REACH + 1)]! - lost[at]!
    if (within > 0 && within >= enough) return true
  }
  return false
}
