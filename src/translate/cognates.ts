/** Words that look alike in English and Spanish: democracy and democracia, photograph and fotografía. */

/**
 * The rough common spelling of an English and a Spanish word, folded or stemmed: what both tongues write differently
 * for the same Latin or Greek part is written one way. Not pronounceable and never shown.
 */
export function roughSpelling(word: string): string {
  return rewrites.reduce((spelling, [from, to]) => spelling.replace(from, to), word)
}

/** In order. Each is a regular correspondence, with an example; none is about a single word. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'], // photograph, fotografía
  [/th/g, 't'], // theory, teoría
  [/(?<=[aeiou])ct(?=ion)/g, 'cc'], // action, acción
  [/t(?=io|ia)/g, 'c'], // nation, nación; potential, potencial
  [/ch(?=[^aeiou]|$)|qu|k|ch(?=[aou])/g, 'c'], // technology, tecnología; quality, calidad
  [/^e(?=s[^aeiou])/g, ''], // state, estado; special, especial
  [/y/g, 'i'], // system, sistema
  [/[ao]e/g, 'e'], // paediatric, pediátrico
  [/w/g, 'u'],
  [/h/g, ''], // harmony, armonía
  [/z|ss|sc(?=[ei])/g, 's'], // organize, organizar; scene, escena
  [/([a-z])\1+/g, '$1'], // commission, comisión
  [/nm/g, 'm'], // immigration, inmigración
]

/** How alike two spellings are, 0..1: Dice over their 2- and 3-grams with the start marked. */
export interface Lookalike {
  readonly term: string
  readonly similarity: number
}

export interface CognateIndex {
  /** The terms most like the word, best first. */
  lookalikes(word: string, atLeast: number, limit: number): readonly Lookalike[]
}

/** Indexes the terms of one language by the 3-grams of their rough spelling. `bare` is the term without its prefix. */
export function indexCognates(
  terms: readonly { readonly term: string; readonly bare: string }[],
): CognateIndex {
  const sizes = new Uint16Array(terms.length)
  const postings = new Map<string, number[]>()
  terms.forEach(({ bare }, i) => {
    const grams = gramsOf(roughSpelling(bare))
    sizes[i] = grams.size
    for (const gram of grams) {
      const posting = postings.get(gram)
      if (posting) posting.push(i)
      else postings.set(gram, [i])
    }
  })
  return {
    lookalikes(word, atLeast, limit) {
      const grams = gramsOf(roughSpelling(word))
      const shared = new Map<number, number>()
      for (const gram of grams) {
        for (const i of postings.get(gram) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1)
      }
      return [...shared]
        .map(([i, n]) => ({
          term: terms[i]!.term,
          similarity: (2 * n) / (grams.size + sizes[i]!),
        }))
        .filter(({ similarity }) => similarity >= atLeast)
        .toSorted((a, b) => b.similarity - a.similarity || (a.term < b.term ? -1 : 1))
        .slice(0, limit)
    },
  }
}

function gramsOf(spelling: string): Set<string> {
  const grams = new Set<string>()
  const marked = `^${spelling}`
  for (let i = 0; i + 3 <= marked.length; i++) grams.add(marked.slice(i, i + 3))
  grams.add(marked.slice(0, 2))
  return grams
}
