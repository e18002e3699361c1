/** Which words could this have been? Undoes misreadings along the word graph; never by edit distance. */
import type { Misreading, MisreadingTable } from './misreadings.ts'
import { ENDS, LAST, LETTER_SHIFT, TARGET, type WordGraph } from './word-graph.ts'

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
  if (search.lower.length === printed.length)
    walk(search, 0, graph.root, { word: '', cost: 0, undone: [] })
  return [...search.found.values()]
}

/** A capital I is as often a misread l, so it does not count: 'EI' is not a word in capitals. */
export function isCapitals(word: string): boolean {
  const letters = word.replaceAll('I', '')
  return letters.length >= 2 && letters === letters.toUpperCase() && /\p{Lu}/u.test(letters)
}

interface Path {
  readonly word: string
  readonly cost: number
  readonly undone: readonly Misreading[]
}

function walk(search: Search, at: number, node: number, path: Path): void {
  const { printed, lower, table } = search
  step(search, { node, text: lower[at]!, output: printed[at]!, to: at + 1 }, path)
  if (path.undone.length >= MOST_UNDONE) return
  const capital = printed[at] !== lower[at]
  if (!capital || !search.capitals)
    for (const row of table.get(printed[at]!) ?? [])
      if (row.read.length === 1 || printed.startsWith(row.read, at))
        take(search, at, node, path, row, row.truth)
  // A capital keeps its case where only the accent was lost; inside a small word it was never one.
  if (!capital || (at > 0 && !search.capitals)) return
  for (const row of table.get(lower[at]!) ?? [])
    if (row.read === lower[at] && isPlainLoss(row))
      take(search, at, node, path, row, row.truth.toUpperCase())
}

const isPlainLoss = (row: Misreading): boolean =>
  row.kind === 'accent' || (row.truth === 'ñ' && row.read === 'n')

function take(
  search: Search,
  at: number,
  node: number,
  path: Path,
  row: Misreading,
  output: string,
): void {
  const next = { word: path.word, cost: path.cost + row.cost, undone: [...path.undone, row] }
  step(search, { node, text: row.truth, output, to: at + row.read.length }, next)
}

/** Follows `text` from `node`; records a word where the printed one ends, else walks on. */
function step(
  search: Search,
  move: { node: number; text: string; output: string; to: number },
  path: Path,
): void {
  const { graph, printed } = search
  let { node } = move
  let ends = false
  for (let i = 0; i < move.text.length; i++) {
    const edge = follow(graph, node, move.text.charCodeAt(i))
    if (edge < 0) return
    ends = (graph.edges[edge]! & ENDS) !== 0
    node = graph.edges[edge]! & TARGET
  }
  const next = { ...path, word: path.word + move.output }
  if (move.to < printed.length) {
    if (node !== 0) walk(search, move.to, node, next)
  } else if (ends) record(search.found, next)
}

/** The index of the edge of `node` for a character, or -1. */
function follow(graph: WordGraph, node: number, unit: number): number {
  const code = unit < 512 ? graph.codes[unit]! : 0
  if (code === 0 || node === 0) return -1
  for (let at = node; ; at++) {
    const edge = graph.edges[at]!
    if (edge >>> LETTER_SHIFT === code) return at
    if (edge & LAST) return -1
  }
}

function record(found: Map<string, Candidate>, path: Path): void {
  const form = path.word.toLowerCase()
  const before = found.get(form)
  if (!before || path.cost > before.cost) found.set(form, { ...path, form })
}
