/** Exact above stem above fuzzy: what that means for one word, and for a word among others. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { libraryOf } from '../evaluate/library.ts'
import { parseParameters } from './parameters.ts'
import { search } from './search.ts'

const translator = { translate: () => [], knows: () => 0 }

/** Ids in the order of the answer. */
async function ranked(texts: readonly string[], q: string): Promise<number[]> {
  const passages = texts.map((text, id) => ({ id: String(id), lang: 'es' as const, text }))
  const parameters = parseParameters(new URLSearchParams({ q, per_page: '100' }))
  const { results } = await search(libraryOf(passages, translator), parameters)
  return results.map(({ id }) => Number(id))
}

/** A word as typed, and as a passage may have it instead: in another form, with or without its accents. */
const typed = fc.constantFrom(
  ['refugio', 'refugios'],
  ['refugios', 'refugio'],
  ['niños', 'niñas'],
  ['policía', 'policia'],
  ['presentó', 'presento'],
  ['investigación', 'investigaciones'],
  ['mineras', 'minero'],
)
const filler = fc.constantFrom('oro', 'ley', 'trata', 'casa', 'estado', 'lima', 'joven', 'agua')
const fillers = fc.uniqueArray(filler, { minLength: 1, maxLength: 3 })
const sentence = fc.array(filler, { maxLength: 12 })

describe('a word as typed', () => {
  it('stands above its other forms where all else is equal, among however many words', async () => {
    const asked = fc.tuple(typed, fillers, sentence, sentence, fc.array(sentence, { maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(asked, async ([[word, other], others, before, after, rest]) => {
        const text = (said: string) => [...before, ...others, said, ...after].join(' ')
        const texts = [...rest.map((words) => words.join(' ')), text(other!), text(word!)]
        const order = await ranked(texts, `${others.join(' ')} ${word}`)
        const [loose, exact] = [texts.length - 2, texts.length - 1]
        expect(order).toContain(exact)
        expect(order.indexOf(exact)).toBeLessThan(order.indexOf(loose))
      }),
    )
  })

  it('alone stands above its other forms whatever else the passages say, however rare they are', async () => {
    const long = fc.array(filler, { minLength: 30, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(typed, long, fc.integer({ min: 1, max: 12 }), async (pair, words, often) => {
        const [word, other] = pair as [string, string]
        const texts = [
          Array.from({ length: often }, () => other).join(' '),
          `${words.join(' ')} ${word}`,
        ]
        const common = Array.from(
          { length: 5 },
          (_, at) => `${words.slice(at).join(' ')} ${word} ${at}`,
        )
        const order = await ranked([...texts, ...common], word)
        expect(order.at(-1)).toBe(0)
        expect(order).toHaveLength(texts.length + common.length)
      }),
    )
  })
})

describe('a misspelling', () => {
  const texts = [
    'el gobiemo de oro',
    'el gobierno',
    'los gobiernos de lima y de oro',
    'un gobierno joven',
  ]
  it('is never found by the word that the index knows', async () => {
    expect(await ranked(texts, 'gobierno')).not.toContain(0)
    expect(await ranked(texts, 'gobierno oro')).toEqual([2])
  })
  it('stands below the word and its forms where near spellings are asked for, rare as it is', async () => {
    expect((await ranked(texts, 'gobierno~')).at(-1)).toBe(0)
    expect(await ranked(texts, 'gobierno~ oro')).toEqual([2, 0])
  })
})
