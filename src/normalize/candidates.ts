/** Which words could this have been? Undoes misreadings along the word graph; never by edit distance. */
import type { Misreading, MisreadingsOf, MisreadingTable } from './misreadings.ts'
import { ENDS, follow, followAll, TARGET, type WordGraph } from './word-graph.ts'

export interface Candidate {
  /** In the case of the printed word. */
  readonly word: string
  /** Lower case, as the lexicon knows it. */
  readonly form: string
  /** log10 of the chance that this word is read as it was, in a damaged text; 0 for the word as printed. */
  readonly cost: number
  readonly undone: readonly Misreading[]
}

/** A word has one accent, and one tilde besides; more misreadings in one word are guesses. */
const MOST_UNDONE = 2

interface Search {
  readonly printed: string
  readonly lower: string
  readonly capitals: boolean
  readonly graph: WordGraph
  readonly table: MisreadingTable
  readonly found: Map<string, Candidate>
}

/** All known words the printed one may be a misreading of, itself among them if known. One a form, the likeliest. */
export function findCandidates(
  printed: string,
  graph: WordGraph,
  table: MisreadingTable,
): readonly Candidate[] {
  const search: Search = {
    printed,
    lower: printed.toLowerCase(),
    capitals: isCapitals(printed),
    graph,
    table,
    found: new Map(),
  }
  if (search.lower.length === printed.length) walk(search, 0, graph.root, start)
  return [...search.found.values()]
}

/** A capital I is as often a misread l, so it does not count: 'EI' is not a word in capitals. */
export function isCapitals(word: string): boolean {
  const letters = word.replaceAll('I', '')
  return letters.length >= 2 && letters === letters.toUpperCase() && /\p{Lu}/u.test(letters)
}

/** What was read so far: `word` up to the last misreading undone; what follows it is as printed. */
interface Path {
  readonly word: string
  /** Where in the printed word the rest begins. */
  readonly from: number
  readonly cost: number
  readonly undone: readonly Misreading[]
}

const start: Path = { word: '', from: 0, cost: 0, undone: [] }

/** Follows the printed letters from `node` at `at` to the end, and leaves them at each misreading that may be undone. */
function walk(search: Search, at: number, node: number, path: Path): void {
  const { printed, lower, graph } = search
  let edge = 0
  for (let i = at; i < printed.length; i++) {
    if (path.undone.length < MOST_UNDONE) undoAt(search, i, node, path)
    edge = follow(graph, node, lower.charCodeAt(i))
    if (edge < 0) return
    node = graph.edges[edge]! & TARGET
    if (node === 0 && i + 1 < printed.length) return
  }
  if (graph.edges[edge]! & ENDS) record(search, path)
}

/** Tries all that the letters at `at` may be misread from. A capital inside a small word is a small letter misread. */
function undoAt(search: Search, at: number, node: number, path: Path): void {
  const { printed, lower, table, capitals, graph } = search
  const mayBeSmall = printed[at] === lower[at] || !capitals
  const mayBeCapital = printed[at] !== lower[at] && (at === 0 || capitals)
  for (const { truth, letters, isCapital, rows } of table.get(printed[at]!) ?? nothing) {
    if (isCapital ? !mayBeCapital : !mayBeSmall) continue
    const edge = followAll(graph, node, letters)
    if (edge < 0) continue
    for (const row of rows)
      if (row.read.length === 1 || printed.startsWith(row.read, at))
        take(search, { at, edge, row, output: truth }, path)
  }
}

const nothing: readonly MisreadingsOf[] = []

/** A misreading undone at `at`, and the last edge of its truth. */
interface Undoing {
  readonly at: number
  readonly edge: number
  readonly row: Misreading
  readonly output: string
}

function take(search: Search, { at, edge, row, output }: Undoing, path: Path): void {
  const { graph, printed } = search
  const from = at + row.read.length
  const next: Path = {
    word: path.word + printed.slice(path.from, at) + output,
    from,
    cost: path.cost + row.cost,
    undone: [...path.undone, row],
  }
  const node = graph.edges[edge]! & TARGET
  if (from < printed.length) {
    if (node !== 0) walk(search, from, node, next)
  } else if (graph.edges[edge]! & ENDS) record(search, next)
}

function record({ found, printed }: Search, { word: begun, from, cost, undone }: Path): void {
  const word = begun + printed.slice(from)
  const form = word.toLowerCase()
  const before = found.get(form)
  if (!before || cost > before.cost) found.set(form, { word, form, cost, undone })
}
