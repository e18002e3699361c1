import fc from 'fast-check'
import { expect, it } from 'vitest'
import { libraryOf } from '../evaluate/library.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const vocabulary = ['oro', 'mina', 'trata', 'ley', 'niños', 'ninos'] as const

/** Texts of a fixed pseudo-random sequence: sentences of few different words, so that everything happens often. */
const texts = Array.from({ length: 24 }, (_, row) => {
  let seed = row * 7919 + 13
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  const words = Array.from({ length: 4 + next(12) }, () => vocabulary[next(vocabulary.length)]!)
  const ended = words.map((word, at) =>
    next(4) === 0 || at === words.length - 1 ? `${word}.` : word,
  )
  return ended
    .map((word, at) =>
      at === 0 || ended[at - 1]!.endsWith('.') ? word[0]!.toUpperCase() + word.slice(1) : word,
    )
    .join(' ')
})
const context = libraryOf(
  texts.map((text, id) => ({ id: `p${id}`, lang: 'es' as const, text })),
  { translate: () => [], knows: () => false },
)

/** What a query means, over the words of a text alone: whether it matches, and the words that show it. */
interface Meaning {
  readonly query: string
  readonly find: (text: string) => { holds: boolean; words: readonly number[] }
}

const wordsOf = (text: string) => text.toLowerCase().replace(/\./gu, '').split(' ')
const at = (text: string, word: string) =>
  wordsOf(text).flatMap((each, i) => (each === word ? [i] : []))
const sentenceOf = (text: string, i: number) =>
  text
    .split(' ')
    .slice(0, i)
    .filter((word) => word.endsWith('.')).length
const shown = (words: readonly number[]) => ({ holds: words.length > 0, words })

const word = fc.constantFrom(...vocabulary)
const single = word.map((w): Meaning => ({ query: w, find: (text) => shown(at(text, w)) }))
const phrase = fc.array(word, { minLength: 2, maxLength: 3 }).map((ws): Meaning => ({
  query: `"${ws.join(' ')}"`,
  find: (text) => {
    const starts = at(text, ws[0]!).filter((i) => ws.every((w, k) => wordsOf(text)[i + k] === w))
    return shown(starts.flatMap((i) => ws.map((_, k) => i + k)))
  },
}))
const near = fc
  .tuple(word, word, fc.integer({ min: 1, max: 4 }), fc.boolean())
  .map(([a, b, n, isSentence]): Meaning => ({
    query: isSentence ? `${a} /s ${b}` : `${a} /${n} ${b}`,
    find: (text) => {
      const pairs = at(text, a).flatMap((i) => at(text, b).map((j) => [i, j] as const))
      const fit = pairs.filter(
        ([i, j]) =>
          i !== j &&
          (isSentence ? sentenceOf(text, i) === sentenceOf(text, j) : Math.abs(i - j) <= n),
      )
      return shown(fit.flat())
    },
  }))
const { tree } = fc.letrec<{ tree: Meaning }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    single,
    phrase,
    near,
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]): Meaning => ({
      query: `(${a.query} AND ${b.query})`,
      find: (text) => {
        const [x, y] = [a.find(text), b.find(text)]
        return x.holds && y.holds
          ? { holds: true, words: [...x.words, ...y.words] }
          : { holds: false, words: [] }
      },
    })),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]): Meaning => ({
      query: `(${a.query} OR ${b.query})`,
      find: (text) => {
        const [x, y] = [a.find(text), b.find(text)]
        return {
          holds: x.holds || y.holds,
          words: [...(x.holds ? x.words : []), ...(y.holds ? y.words : [])],
        }
      },
    })),
    tie('tree').map((a): Meaning => ({
      query: `NOT (${a.query})`,
      find: (text) => ({ holds: !a.find(text).holds, words: [] }),
    })),
  ),
}))

/** Offsets of the letters of the words. */
function lettersOf(text: string, words: readonly number[]): Set<number> {
  const starts = text
    .split(' ')
    .map((_, i, all) => all.slice(0, i).join(' ').length + (i > 0 ? 1 : 0))
  const lengths = wordsOf(text).map(({ length }) => length)
  return new Set(
    words.flatMap((i) => Array.from({ length: lengths[i]! }, (_, k) => starts[i]! + k)),
  )
}

it(
  'finds, counts and marks what a reader of every text would, on 2,000 queries',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(tree, async ({ query, find }) => {
        const address = new URLSearchParams({ q: query, exact: '1', per_page: '100' })
        const answer = await search(context, parseParameters(address))
        const expected = texts.flatMap((text, id) => (find(text).holds ? [`p${id}`] : []))
        expect(answer.results.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
        expect(answer.total).toBe(expected.length)
        for (const { text, highlights } of answer.results) {
          const letters = highlights.flatMap(([start, end]) =>
            Array.from({ length: end - start }, (_, k) => start + k),
          )
          const marked = letters.filter((offset) => /[^ .]/u.test(text[offset]!))
          expect(new Set(marked)).toEqual(lettersOf(text, find(text).words))
        }
      }),
      { numRuns: 2000 },
    )
  },
)
