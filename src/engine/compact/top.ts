/** The best of many, without sorting the many: a heap of as many as are wanted, the worst of them on top. */

/**
 * Things by number; higher `first` is better, then higher `second`, then the lower number. Numbers are offered in any
 * order, each once.
 */
export interface Top {
  /** What `first` must reach for an offer to be worth its while; rises as better ones come. */
  readonly floor: number
  offer(number: number): void
  /** The best, best first. */
  take(): Uint32Array
}

export interface Keys {
  /** By number. */
  readonly first: ArrayLike<number>
  readonly second: ArrayLike<number>
}

/** Keeps the best `size` of the numbers offered. */
export function createTop(size: number, { first, second }: Keys): Top {
  const heap = new Uint32Array(size)
  let length = 0
  const isWorse = (a: number, b: number): boolean => {
    if (first[a]! !== first[b]!) return first[a]! < first[b]!
    if (second[a]! !== second[b]!) return second[a]! < second[b]!
    return a > b
  }
  const sink = (from: number, end: number) => {
    const number = heap[from]!
    let at = from
    for (let child = at * 2 + 1; child < end; child = at * 2 + 1) {
      if (child + 1 < end && isWorse(heap[child + 1]!, heap[child]!)) child++
      if (!isWorse(heap[child]!, number)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = number
  }
  const rise = (from: number) => {
    const number = heap[from]!
    let at = from
    while (at > 0 && isWorse(number, heap[(at - 1) >>> 1]!)) {
      heap[at] = heap[(at - 1) >>> 1]!
      at = (at - 1) >>> 1
    }
    heap[at] = number
  }
  return {
    get floor() {
      if (length < size) return -Infinity
      return size === 0 ? Infinity : first[heap[0]!]!
    },
    offer(number) {
      if (length < size) {
        heap[length] = number
        rise(length++)
      } else if (size > 0 && isWorse(heap[0]!, number)) {
        heap[0] = number
        sink(0, length)
      }
    },
    take() {
      // Taking the worst off the top again and again leaves the best in front.
      for (let end = length - 1; end > 0; end--) {
        const worst = heap[0]!
        heap[0] = heap[end]!
        heap[end] = worst
        sink(0, end)
      }
      return heap.subarray(0, length)
    },
  }
}
