/** Passages whose terms stand at their words, as the writer of an index takes them. */
import type { IndexedPassage, NumberedTerms } from '../../model.ts'

/** Numbers what stands at the words of one passage after another. */
export function createNumbering(): (
  passage: Pick<IndexedPassage, 'positions' | 'sentences'>,
) => NumberedTerms {
  const lists: (readonly string[])[] = []
  const known = new Map<string, number>()
  const numberOf = (terms: readonly string[]) => {
    const name = terms.join(' ')
    const number = known.get(name) ?? lists.push(terms) - 1
    known.set(name, number)
    return number
  }
  return ({ positions, sentences }) => ({
    numbers: Uint32Array.from(positions, numberOf),
    lists,
    sentences,
  })
}
