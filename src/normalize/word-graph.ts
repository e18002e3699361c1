/** A set of words as a minimal graph in one typed array: what is known of a language, without an object a word. */

/**
 * Edges in one array. A node is the index of its first edge; its edges follow one another until one is the last.
 * One edge is 32 bits: letter (6), last of its node (1), ends a word (1), target node (24; 0 = nothing follows).
 */
export interface WordGraph {
  /** Letters by their code, 1-based; position 0 is unused. */
  readonly letters: string
  /** As signed numbers: those above 2³¹ as they are would not be whole machine numbers. */
  readonly edges: Int32Array
  /** Words that pass over each edge: the sum before a word is its number. */
  readonly passing: Uint32Array
  readonly root: number
  /** Code of each UTF-16 unit below 512, 0 where the graph has no such letter. */
  readonly codes: Uint8Array
}

export const LAST = 1 << 25
export const ENDS = 1 << 24
export const TARGET = ENDS - 1
export const LETTER_SHIFT = 26

/** Opens a graph over edges made by `buildWordGraph`: counts the words under each edge, builds nothing else. */
export function openWordGraph(letters: string, edges: Int32Array, root: number): WordGraph {
  const codes = new Uint8Array(512)
  for (let i = 1; i < letters.length; i++) codes[letters.charCodeAt(i)] = i
  return { letters, edges, passing: countPassing(edges), root, codes }
}

/** A node's edges stand after those of all the nodes it leads to, so one pass from the front is enough. */
function countPassing(edges: Int32Array): Uint32Array {
  const passing = new Uint32Array(edges.length)
  const under = new Uint32Array(edges.length)
  let first = 1
  let sum = 0
  for (let i = 1; i < edges.length; i++) {
    const edge = edges[i]!
    passing[i] = (edge & ENDS ? 1 : 0) + (edge & TARGET ? under[edge & TARGET]! : 0)
    sum += passing[i]!
    if (edge & LAST) {
      under[first] = sum
      first = i + 1
      sum = 0
    }
  }
  return passing
}

/** The number of a word in the graph (0-based, alphabetical by letter code), or -1 where it is not in it. */
export function wordNumber(graph: WordGraph, word: string): number {
  const { edges, passing, codes } = graph
  let node = graph.root
  let number = 0
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    const code = unit < 512 ? codes[unit]! : 0
    if (code === 0 || node === 0) return -1
    let edge = edges[node]!
    while (edge >>> LETTER_SHIFT !== code) {
      if (edge & LAST) return -1
      number += passing[node]!
      edge = edges[++node]!
    }
    const ends = (edge & ENDS) !== 0
    if (at === word.length - 1) return ends ? number : -1
    if (ends) number += 1
    node = edge & TARGET
  }
  return -1
}

/** The index of the last edge of a text that is read from `node`, or -1. */
export function followAll(graph: WordGraph, node: number, text: string): number {
  let edge = -1
  for (let i = 0; i < text.length; i++) {
    edge = follow(graph, i === 0 ? node : graph.edges[edge]! & TARGET, text.charCodeAt(i))
    if (edge < 0) return -1
  }
  return edge
}

/** The index of the edge of `node` for a character, or -1. */
export function follow(graph: WordGraph, node: number, unit: number): number {
  const code = unit < 512 ? graph.codes[unit]! : 0
  if (code === 0 || node === 0) return -1
  for (let at = node; ; at++) {
    const edge = graph.edges[at]!
    if (edge >>> LETTER_SHIFT === code) return at
    if (edge & LAST) return -1
  }
}
