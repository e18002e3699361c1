/** Builds a `WordGraph` out of sorted words: equal endings are stored once (Daciuk et al. 2000, incremental minimal automata). */
import { ENDS, LAST, LETTER_SHIFT } from './word-graph.ts'

interface State {
  readonly next: { code: number; ends: boolean; to: State | null }[]
  /** Index of the first edge once stored; 0 for a state without edges. */
  at: number
}

/** The letters used, most frequent first, after an unused position 0. At most 63. */
export function lettersOf(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words)
    for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const letters = [...counts].toSorted((a, b) => b[1] - a[1]).map(([letter]) => letter)
  if (letters.length > 63) throw new Error(`too many letters for six bits: ${letters.length}`)
  return ` ${letters.join('')}`
}

/** Sorts words as the graph numbers them: by the code of their letters. */
export function sortByCode(words: readonly string[], letters: string): string[] {
  const code = new Map([...letters].map((letter, i) => [letter, String.fromCharCode(i)]))
  const key = (word: string) => [...word].map((letter) => code.get(letter)!).join('')
  return words
    .map((word) => [key(word), word] as const)
    .toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
    .map(([, word]) => word)
}

/** Edges and root of the minimal graph over `sorted` (from `sortByCode`, no repeats). */
export function buildWordGraph(
  sorted: readonly string[],
  letters: string,
): { edges: Int32Array; root: number } {
  const codes = new Map([...letters].map((letter, i) => [letter, i]))
  const edges: number[] = [0]
  const known = new Map<string, State>()
  const root: State = { next: [], at: 0 }
  const path: State[] = [root]

  /** Replaces the states of the current path deeper than `depth` by equal ones already stored. */
  const freeze = (depth: number): void => {
    while (path.length > depth + 1) {
      const state = store(path.pop()!, known, edges)
      path.at(-1)!.next.at(-1)!.to = state.next.length > 0 ? state : null
    }
  }

  let previous = ''
  for (const word of sorted) {
    let shared = 0
    while (shared < previous.length && previous[shared] === word[shared]) shared++
    freeze(shared)
    for (let i = shared; i < word.length; i++) {
      const to: State = { next: [], at: 0 }
      path.at(-1)!.next.push({ code: codes.get(word[i]!)!, ends: i === word.length - 1, to })
      path.push(to)
    }
    previous = word
  }
  freeze(0)
  const at = store(root, known, edges).at
  return { edges: Int32Array.from(edges), root: at }
}

/** Writes a state's edges unless an equal state is stored already; returns the stored one. */
function store(state: State, known: Map<string, State>, edges: number[]): State {
  if (state.next.length === 0) return state
  const signature = state.next.map((e) => `${e.code}${e.ends ? '!' : '.'}${e.to?.at ?? 0}`).join()
  const equal = known.get(signature)
  if (equal) return equal
  state.at = edges.length
  for (const [i, edge] of state.next.entries()) {
    const last = i === state.next.length - 1 ? LAST : 0
    const bits = (edge.code << LETTER_SHIFT) | last | (edge.ends ? ENDS : 0) | (edge.to?.at ?? 0)
    edges.push(bits)
  }
  known.set(signature, state)
  return state
}
