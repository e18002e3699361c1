/** Damage as an engine without Spanish does it, made from the table of misreadings: for texts of our own. */
import type { Misreading, MisreadingTable } from '../normalize/misreadings.ts'
import { createRandom } from '../testing/random.ts'

/** What is to stay as it is stands between these. */
const PROTECTED = /⟦([^⟧]*)⟧/g

/** A text with marks around what is to stay, as it was printed and as an engine may have read it; the same for the same seed. */
export function damageText(
  marked: string,
  table: MisreadingTable,
  seed: number,
): { raw: string; gold: string } {
  const random = createRandom(seed)
  const rows = rowsByTruth(table)
  // Parts alternate: outside the marks, inside, outside.
  const raw = marked
    .split(PROTECTED)
    .map((part, i) =>
      i % 2 === 1 ? part : [...part].map((letter) => misread(letter, rows, random)).join(''),
    )
    .join('')
  return { raw, gold: marked.replaceAll(PROTECTED, '$1') }
}

function rowsByTruth(table: MisreadingTable): Map<string, Misreading[]> {
  const byTruth = new Map<string, Misreading[]>()
  for (const each of [...table.values()].flat())
    byTruth.set(each.truth, [...(byTruth.get(each.truth) ?? []), ...each.rows])
  return byTruth
}

/** A letter, or one of its misreadings as often as it is read so. Capitals lose their accent only. */
function misread(
  letter: string,
  rows: ReadonlyMap<string, readonly Misreading[]>,
  random: () => number,
): string {
  const lower = letter.toLowerCase()
  if (letter !== lower) return letter.replace(/[ÁÍÓÚ]/, (c) => c.normalize('NFD')[0]!)
  let left = random()
  for (const { read, cost } of rows.get(letter) ?? []) {
    left -= 10 ** cost
    if (left < 0) return read
  }
  return letter
}
