/** Which of the words that differ only in their accents fits between its neighbours? A log-linear model. */

import type { Word } from './words.ts'

/** Weights by hashed feature, most of them 0. */
export interface ContextModel {
  readonly weights: Int8Array
  /** Natural-log units of one step of a weight. */
  readonly scale: number
}

/** Features are told apart by so many bits; a few in a hundred share a weight with another. */
export const FEATURE_BITS = 22
const UNUSED_BITS = 32 - FEATURE_BITS

/** The words around one word, as skeletons: '' at the edge of a sentence, ',' for a comma or bracket, '?' for the edge of a question. */
export interface Neighbours {
  readonly before: string
  readonly beforeThat: string
  readonly after: string
  readonly afterThat: string
}

/**
 * What of a form the model speaks about: where its accent stands, counted in vowels from the end, and its ending.
 * So what it learns of 'aumentó' holds for 'decretó': 'público' → '2co', 'publico' → '-co', 'publicó' → '0có'.
 */
export function patternOf(form: string): string {
  const accent = form.search(/[áéíóú]/)
  if (accent < 0) return `-${form.slice(-2)}`
  let vowels = 0
  for (let i = accent + 1; i < form.length; i++) if (/[aeiouü]/.test(form[i]!)) vowels++
  return `${vowels}${form.slice(-2)}`
}

/** How much a form's commonness counts against its twins; less than its due, so that the neighbours are heard. */
export const SHARE_WEIGHT = 0.5

/** Whether the model learned to choose among some twins; those that only é tells apart it did not, because é survives. */
export const choosesAmong = (twins: readonly string[]): boolean =>
  twins.filter((form) => !form.includes('é')).length > 1

/** How often a form was seen in counted text: hardly a noun if never, so 'socavo' is less likely than 'socavó'. */
export type Rarity = 0 | 1 | 2

/** The rarity of a form by the log10 of its share of running text. */
export const rarityOf = (logShare: number): Rarity =>
  logShare < -6.4 ? 0 : logShare < -5.2 ? 1 : 2

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

/** What a form brings to its features, hashed. */
export interface FormHashes {
  readonly pattern: number
  readonly coarse: number
  readonly whole: number
  readonly rarePattern: number
}

export function hashForm(form: string, rarity: Rarity): FormHashes {
  const shape = patternOf(form)
  const pattern = hashText(shape, 1)
  return {
    pattern,
    coarse: mix(hashText(shape[0] + shape.slice(-1), 9), rarity),
    whole: hashText(form, 2),
    rarePattern: mix(pattern, 0x51 + rarity),
  }
}

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

/** The features of a form between its neighbours; order and number are part of the shipped format. */
export function featuresOf(form: FormHashes, around: NeighbourHashes): number[] {
  const { pattern, coarse, whole, rarePattern } = form
  const { before, after, beforeEnd, afterEnd, beforeThat, afterThat, b, bb, a, aa } = around
  return [
    mix(coarse, mix(b, a)) >>> UNUSED_BITS,
    mix(coarse, mix(bb, b)) >>> UNUSED_BITS,
    mix(coarse, mix(a, aa)) >>> UNUSED_BITS,
    mix(coarse, mix(bb, mix(b, a))) >>> UNUSED_BITS,
    pattern >>> UNUSED_BITS,
    whole >>> UNUSED_BITS,
    coarse >>> UNUSED_BITS,
    rarePattern >>> UNUSED_BITS,
    mix(coarse, before) >>> UNUSED_BITS,
    mix(coarse, after) >>> UNUSED_BITS,
    mix(coarse, beforeEnd) >>> UNUSED_BITS,
    mix(coarse, afterEnd) >>> UNUSED_BITS,
    mix(pattern, before) >>> UNUSED_BITS,
    mix(pattern, after) >>> UNUSED_BITS,
    mix(pattern, beforeEnd) >>> UNUSED_BITS,
    mix(pattern, afterEnd) >>> UNUSED_BITS,
    mix(pattern, beforeThat) >>> UNUSED_BITS,
    mix(pattern, afterThat) >>> UNUSED_BITS,
    mix(pattern, mix(before, after)) >>> UNUSED_BITS,
    mix(pattern, mix(beforeEnd, afterEnd)) >>> UNUSED_BITS,
    mix(whole, before) >>> UNUSED_BITS,
    mix(whole, after) >>> UNUSED_BITS,
    mix(whole, beforeThat) >>> UNUSED_BITS,
    mix(whole, mix(before, beforeThat)) >>> UNUSED_BITS,
    mix(whole, mix(after, afterThat)) >>> UNUSED_BITS,
  ]
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

/** How well a form fits, in natural-log units; only differences between forms of one group mean anything. */
export function fit(
  { weights, scale }: ContextModel,
  form: FormHashes,
  around: NeighbourHashes,
): number {
  let sum = 0
  for (const feature of featuresOf(form, around)) sum += weights[feature]!
  return sum * scale
}

/** FNV-1a over UTF-16 units, started by the kind of feature. */
function hashText(text: string, kind: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash, kind)
}

/** Two hashes into one (the finalizer of MurmurHash3). */
function mix(a: number, b: number): number {
  let hash = Math.imul(a, 31) ^ b
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The bytes `parseContext` opens: scale, then for each weight the distance to the one before (varint) and its byte. */
export function serializeContext(model: ContextModel): Uint8Array {
  const bytes: number[] = [...new Uint8Array(Float32Array.of(model.scale).buffer)]
  let last = 0
  for (const [feature, weight] of model.weights.entries()) {
    if (weight === 0) continue
    let distance = feature - last
    last = feature
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128)
    bytes.push(distance, weight & 255)
  }
  return Uint8Array.from(bytes)
}

/** Opens what `serializeContext` wrote. */
export function parseContext(bytes: Uint8Array): ContextModel {
  const scale = new Float32Array(Uint8Array.from(bytes.subarray(0, 4)).buffer)[0]!
  const weights = new Int8Array(1 << FEATURE_BITS)
  let last = 0
  for (let at = 4; at < bytes.length;) {
    let distance = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      distance |= (byte & 127) << shift
      if (byte < 128) break
    }
    last += distance
    weights[last] = bytes[at++]!
  }
  return { weights, scale }
}
