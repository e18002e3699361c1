/** How damaged is a text? Counts the accents that survived against those that words need and lack. */
import type { Reader } from './reader.ts'
import { isInsideCode, type Word } from './words.ts'

/** Accents on á, í, ó, ú and tildes of ñ; é is not counted, because English engines keep it. */
export interface DamageCounts {
  readonly kept: number
  readonly lost: number
}

/** Running sums over the words of a text. */
interface DamageSums {
  readonly kept: Int32Array
  readonly lost: Int32Array
}

const survivor = /[áíóúñÁÍÓÚÑ]/
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
    let verdict = spanish[i] ? verdictOf(word.text, reader) : 0
    if (verdict < 0 && isInsideCode(text, word)) verdict = 0
    kept[i + 1] = kept[i]! + (verdict > 0 ? 1 : 0)
    lost[i + 1] = lost[i]! + (verdict < 0 ? 1 : 0)
  }
  return { kept, lost }
}

/** 1 where a known word kept its accent, -1 where an unknown one is a known word that lost it, else 0. */
function verdictOf(printed: string, reader: Reader): number {
  if (printed.length < 3) return 0
  const reading = reader.read(printed)
  if (reading.known) return survivor.test(printed) ? 1 : 0
  return reading.candidates.some((c) => c.undone.length > 0 && survivor.test(c.form)) ? -1 : 0
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
