/** Pairs of texts that are nearly the same, found by MinHash so that no text is compared with every other. */

/** A text as its different word runs, ascending, and what it stands for. */
export interface Sketch<T> {
  readonly of: T
  readonly runs: Uint32Array
}

/** Share of runs in common from which two texts are the same but for noise. */
const nearly = 0.8
/** 8 bands of 4 minima: of pairs that share .8 of their runs 98 % meet in a band, of those that share .4 one in five. */
const bands = 8
const rows = 4
/** Texts compared within one bucket; larger ones are boilerplate whose first members stand for the rest. */
const bucketLimit = 24

/** Each pair at least once that shares `nearly` of its runs, and meets in a bucket. */
export function* nearPairs<T>(sketches: readonly Sketch<T>[]): Generator<[T, T]> {
  const buckets = new Map<number, Sketch<T>[]>()
  const minima = new Uint32Array(bands * rows)
  for (const sketch of sketches) {
    minHash(sketch.runs, minima)
    const met = new Set<Sketch<T>>()
    for (let band = 0; band < bands; band++) {
      const key = bandKey(minima, band)
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, [sketch])
      else {
        for (const other of bucket) met.add(other)
        if (bucket.length < bucketLimit) bucket.push(sketch)
      }
    }
    for (const other of met) if (shared(sketch.runs, other.runs)) yield [other.of, sketch.of]
  }
}

const seeds = Uint32Array.from({ length: bands * rows }, (_, index) =>
  Math.imul(index + 1, 0x9e3779b1),
)

function minHash(runs: Uint32Array, minima: Uint32Array): void {
  minima.fill(0xffffffff)
  for (const run of runs)
    for (let index = 0; index < minima.length; index++) {
      let value = Math.imul(run ^ seeds[index]!, 0x85ebca6b)
      value = (value ^ (value >>> 15)) >>> 0
      if (value < minima[index]!) minima[index] = value
    }
}

/** Below 2⁵³: the band's number in the high digits keeps bands apart. */
function bandKey(minima: Uint32Array, band: number): number {
  let key = 0
  for (let row = 0; row < rows; row++)
    key = Math.imul(key ^ minima[band * rows + row]!, 0xcc9e2d51) ^ (key >>> 13)
  return band * 0x100000000 + (key >>> 0)
}

/** Whether two ascending lists of runs have at least `nearly` of all their runs in common. */
function shared(a: Uint32Array, b: Uint32Array): boolean {
  if (Math.min(a.length, b.length) < nearly * Math.max(a.length, b.length)) return false
  let [i, j, common] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!]
    if (left === right) common += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return common >= nearly * (a.length + b.length - common)
}
