/** Which words of a graph are a printed one but for one letter, in whose place stand a few other signs? */
import { ENDS, follow, followAll, TARGET, type WordGraph } from './word-graph.ts'

/** A letter put in place of so many signs at an offset of the printed word makes a word of it. */
export interface ReplacedLetter {
  readonly at: number
  readonly signs: number
  readonly letter: string
}

/** Every way to make a word of `printed` (lower case) by one of `letters` in place of at most `most` signs. */
export function replacedLetters(
  graph: WordGraph,
  printed: string,
  letters: readonly string[],
  most: number,
): ReplacedLetter[] {
  const found: ReplacedLetter[] = []
  let node = graph.root
  for (let at = 0; at <= printed.length && node !== 0; at++) {
    for (const letter of letters) {
      const edge = follow(graph, node, letter.charCodeAt(0))
      if (edge < 0) continue
      for (let signs = 0; signs <= most && at + signs <= printed.length; signs++)
        if (endsWord(graph, edge, printed.slice(at + signs))) found.push({ at, signs, letter })
    }
    const next = at < printed.length ? follow(graph, node, printed.charCodeAt(at)) : -1
    node = next < 0 ? 0 : graph.edges[next]! & TARGET
  }
  return found
}

/** Whether a word ends with `rest` after an edge. */
function endsWord(graph: WordGraph, edge: number, rest: string): boolean {
  const last = rest === '' ? edge : followAll(graph, graph.edges[edge]! & TARGET, rest)
  return last >= 0 && (graph.edges[last]! & ENDS) !== 0
}
