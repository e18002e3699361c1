/** Which of the words that differ only in their accents fits between its neighbours? A log-linear model. */

import type { Word } from './words.ts'

/** Weights by hashed feature, sorted by hash. */
export interface ContextModel {
  readonly hashes: Uint32Array
  readonly weights: Int8Array
  /** Natural-log units of one step of a weight. */
  readonly scale: number
}

/** Features are told apart by so many bits; a few in a hundred share a weight with another. */
export const FEATURE_BITS = 22

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

/** The hashes of all features of a form between its neighbours; order and number are part of the shipped format. */
export function featuresOf(form: string, around: Neighbours, rarity: Rarity): readonly number[] {
  const shape = patternOf(form)
  const pattern = hashText(shape, 1)
  const coarse = mix(hashText(shape[0] + shape.slice(-1), 9), rarity)
  const whole = hashText(form, 2)
  const before = hashText(around.before, 3)
  const after = hashText(around.after, 4)
  const beforeEnd = hashText(around.before.slice(-3), 5)
  const afterEnd = hashText(around.after.slice(-3), 6)
  const beforeThat = hashText(around.beforeThat, 7)
  const afterThat = hashText(around.afterThat, 8)
  const [b, bb] = [hashText(kindOf(around.before), 10), hashText(kindOf(around.beforeThat), 11)]
  const [a, aa] = [hashText(kindOf(around.after), 12), hashText(kindOf(around.afterThat), 13)]
  const hashes = [
    mix(coarse, mix(b, a)),
    mix(coarse, mix(bb, b)),
    mix(coarse, mix(a, aa)),
    mix(coarse, mix(bb, mix(b, a))),
    pattern,
    whole,
    coarse,
    mix(pattern, 0x51 + rarity),
    mix(coarse, before),
    mix(coarse, after),
    mix(coarse, beforeEnd),
    mix(coarse, afterEnd),
    mix(pattern, before),
    mix(pattern, after),
    mix(pattern, beforeEnd),
    mix(pattern, afterEnd),
    mix(pattern, beforeThat),
    mix(pattern, afterThat),
    mix(pattern, mix(before, after)),
    mix(pattern, mix(beforeEnd, afterEnd)),
    mix(whole, before),
    mix(whole, after),
    mix(whole, beforeThat),
    mix(whole, mix(before, beforeThat)),
    mix(whole, mix(after, afterThat)),
  ]
  return hashes.map((hash) => hash >>> (32 - FEATURE_BITS))
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
  model: ContextModel,
  { form, logShare }: { readonly form: string; readonly logShare: number },
  around: Neighbours,
): number {
  let sum = 0
  for (const hash of featuresOf(form, around, rarityOf(logShare))) sum += weightOf(model, hash)
  return sum * model.scale
}

function weightOf({ hashes, weights }: ContextModel, hash: number): number {
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const at = hashes[middle]!
    if (at === hash) return weights[middle]!
    if (at < hash) low = middle + 1
    else high = middle - 1
  }
  return 0
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
  for (const [i, hash] of model.hashes.entries()) {
    let distance = hash - last
    last = hash
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128)
    bytes.push(distance, model.weights[i]! & 255)
  }
  return Uint8Array.from(bytes)
}

/** Opens what `serializeContext` wrote. */
export function parseContext(bytes: Uint8Array): ContextModel {
  const scale = new Float32Array(Uint8Array.from(bytes.subarray(0, 4)).buffer)[0]!
  const hashes: number[] = []
  const weights: number[] = []
  let last = 0
  for (let at = 4; at < bytes.length;) {
    let distance = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      distance |= (byte & 127) << shift
      if (byte < 128) break
    }
    last += distance
    hashes.push(last)
    weights.push((bytes[at++]! << 24) >> 24)
  }
  return { hashes: Uint32Array.from(hashes), weights: Int8Array.from(weights), scale }
}
