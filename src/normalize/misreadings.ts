/** What an English reader makes of Spanish letters, and how often: the table repairs are undone by. */

/** One way a letter (or two) was read: `truth` printed, `read` by the engine. */
export interface Misreading {
  /** As printed: 'É' of a heading loses what 'é' keeps. */
  readonly truth: string
  /** As read: case counts ('U' for 'ú' stands inside words of small letters). */
  readonly read: string
  /** log10 of the share of `truth` read so, in a damaged text. */
  readonly cost: number
  readonly kind: 'accent' | 'vowel' | 'enye' | 'letter' | 'lost' | 'english'
}

/** All ways in which one `truth` is read as something that begins with one character. */
export interface MisreadingsOf {
  readonly truth: string
  /** The same in lower case, as the lexicon has it. */
  readonly letters: string
  readonly isCapital: boolean
  readonly rows: readonly Misreading[]
}

/** Misreadings by the first character of `read`. */
export type MisreadingTable = ReadonlyMap<string, readonly MisreadingsOf[]>

const plain: Readonly<Record<string, string>> = {
  á: 'a',
  é: 'e',
  í: 'i',
  ó: 'o',
  ú: 'u',
  ü: 'u',
  ñ: 'n',
}

/** Reads rows of `truth TAB read TAB count TAB of`, as in src/data/misreadings.tsv; lines with # are remarks. */
export function parseMisreadings(tsv: string): MisreadingTable {
  const table = new Map<string, (MisreadingsOf & { rows: Misreading[] })[]>()
  for (const line of tsv.split('\n')) {
    const [truth, read, count, of] = line.split('\t')
    if (!truth || !read || truth.startsWith('#')) continue
    const cost = Math.log10(Number(count) / Number(of))
    const row: Misreading = { truth, read, cost, kind: kindOf(truth, read) }
    const first = read[0]!
    const begun = table.get(first) ?? []
    const same = begun.find((each) => each.truth === truth)
    if (same) same.rows.push(row)
    else table.set(first, [...begun, misreadingsOf(truth, row)])
  }
  return table
}

function misreadingsOf(truth: string, row: Misreading) {
  const letters = truth.toLowerCase()
  return { truth, letters, isCapital: letters !== truth, rows: [row] }
}

function kindOf(truth: string, read: string): Misreading['kind'] {
  const letters = truth.toLowerCase()
  if (letters.includes('ñ')) return 'enye'
  if (plain[letters] === read.toLowerCase()) return 'accent'
  return /[áéíóúü]/.test(letters) ? 'vowel' : 'letter'
}
