/** Which word of a rendering stands for which word of the query: explotación sexual for sexual exploitation. */
import type { Span } from '../model.ts'

export interface PlacementRules {
  /** For each word of the rendering, its index terms. */
  readonly words: readonly (readonly string[])[]
  /** Whether a query word alone can be said with the term. */
  says(word: string, term: string): boolean
  isStopWord(word: string): boolean
}

/**
 * For each word of the rendering the index of the query word whose clause it joins: the one it translates, else in
 * order one that no other translates, else the first. The span must have a word that is not a stop word.
 */
export function place(query: readonly string[], span: Span, rules: PlacementRules): number[] {
  const content: number[] = []
  for (let i = span.start; i < span.end; i++) if (!rules.isStopWord(query[i]!)) content.push(i)
  if (content.length === 1) return rules.words.map(() => content[0]!)
  const placed = rules.words.map((forms) =>
    content.find((i) => forms.some((term) => rules.says(query[i]!, term))),
  )
  const free = content.filter((i) => !placed.includes(i))
  return placed.map((i) => i ?? free.shift() ?? content[0]!)
}
