/** What stands around a word, and what a model may know it by. */
import { hashText } from './feature-hashes.ts'
import type { Word } from './words.ts'

/** The words around one word, as skeletons: '' at the edge of a sentence, ',' for a comma or bracket, '?' for the edge of a question. */
export interface Neighbours {
  readonly before: string
  readonly beforeThat: string
  readonly after: string
  readonly afterThat: string
}

/** The neighbours of the word at `at`. */
export function neighboursOf(text: string, words: readonly Word[], at: number): Neighbours {
  const [before, beforeThat] = look(text, words, at, -1)
  const [after, afterThat] = look(text, words, at, 1)
  return { before, beforeThat, after, afterThat }
}

/** The next two neighbours in one direction. */
function look(text: string, words: readonly Word[], at: number, step: 1 | -1): [string, string] {
  const found: string[] = []
  for (let i = at; found.length < 2; i += step) {
    const here = words[i]!
    const there = words[i + step]
    if (!there) break
    const gap = step > 0 ? text.slice(here.end, there.start) : text.slice(there.end, here.start)
    if (/[.;:!?¿¡]|\n\s*\n/.test(gap)) {
      if (step > 0 ? gap.includes('?') : gap.includes('¿')) found.push('?')
      break
    }
    if (/[,()«»"“”—–]/.test(gap)) found.push(',')
    found.push(there.skeleton)
  }
  return [found[0] ?? '', found[1] ?? '']
}

/** Little words speak for themselves, others by their last letter: enough to see 'noun, verb, article'. */
function kindOf(word: string): string {
  if (word.length < 2 || littleWords.has(word)) return word
  if (word.endsWith('mente')) return '-mente'
  return `-${/^\d/.test(word) ? '#' : word.slice(-1)}`
}

const littleWords = new Set(
  (
    'de la que el en y los se del las por con una para es al lo como mas pero sus le ha me si sin sobre este ya entre ' +
    'cuando todo esta ser son dos tambien fue hasta desde nos durante uno ni contra ese eso ante ellos esto cada hacia ' +
    'donde quien cual segun mediante asi estos estas han un su no muy tan tal otro otra otros otras mi tu les te cuyo'
  ).split(' '),
)

/** What the neighbours bring to the features of each form between them, hashed. */
export type NeighbourHashes = Readonly<
  Record<'before' | 'after' | 'beforeEnd' | 'afterEnd', number>
> &
  Readonly<Record<'beforeThat' | 'afterThat' | 'b' | 'bb' | 'a' | 'aa', number>>

export function hashNeighbours(around: Neighbours): NeighbourHashes {
  return {
    before: hashText(around.before, 3),
    after: hashText(around.after, 4),
    beforeEnd: hashText(around.before.slice(-3), 5),
    afterEnd: hashText(around.after.slice(-3), 6),
    beforeThat: hashText(around.beforeThat, 7),
    afterThat: hashText(around.afterThat, 8),
    b: hashText(kindOf(around.before), 10),
    bb: hashText(kindOf(around.beforeThat), 11),
    a: hashText(kindOf(around.after), 12),
    aa: hashText(kindOf(around.afterThat), 13),
  }
}
