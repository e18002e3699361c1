/** Queries as readers type them, without end: one to three words of passages, as often as passages have them. */
import { createRandom } from '../testing/random.ts'

export function readerQueries(texts: readonly string[]): () => string {
  const words = texts.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? [])
  const random = createRandom(3)
  const word = () => words[Math.floor(random() * words.length)]
  return () => Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(' ')
}
