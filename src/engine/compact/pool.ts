/** Arrays that one search after another works in: fresh ones would be zeroed and collected a hundred times a second. */

/** Hands out arrays of at least the size asked for, not zeroed; `release` takes all of them back. */
export interface Pool {
  numbers(size: number): Uint32Array
  scores(size: number): Float64Array
  release(): void
}

export function createPool(): Pool {
  const numbers = createShelf((size) => new Uint32Array(size))
  const scores = createShelf((size) => new Float64Array(size))
  return {
    numbers: (size) => numbers.take(size),
    scores: (size) => scores.take(size),
    release() {
      numbers.release()
      scores.release()
    },
  }
}

/** Arrays by the power of two of their size; what is taken is remembered until all is released. */
function createShelf<T>(make: (size: number) => T) {
  const free: T[][] = []
  const taken: { power: number; array: T }[] = []
  return {
    take(size: number): T {
      const power = Math.max(8, 32 - Math.clz32(Math.max(0, size - 1)))
      const array = free[power]?.pop() ?? make(2 ** power)
      taken.push({ power, array })
      return array
    },
    release(): void {
      for (const { power, array } of taken) (free[power] ??= []).push(array)
      taken.length = 0
    },
  }
}
