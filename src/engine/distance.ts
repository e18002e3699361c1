/** How far apart two spellings are. */

/**
 * The optimal-string-alignment distance (insert, delete, replace, swap two neighbours, no piece edited twice) where it is
 * at most `limit`, else null.
 */
export function withinDistance(left: string, right: string, limit: number): number | null {
  if (Math.abs(left.length - right.length) > limit) return null
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let at = 1; at <= right.length; at++) {
      const cost = left[row - 1] === right[at - 1] ? 0 : 1
      let best = Math.min(previous[at]! + 1, current[at - 1]! + 1, previous[at - 1]! + cost)
      const swapped =
        row > 1 && at > 1 && left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1]
      if (swapped) best = Math.min(best, before[at - 2]! + 1)
      current.push(best)
    }
    if (Math.min(...current) > limit) return null
    before = previous
    previous = current
  }
  const distance = previous[right.length]!
  return distance <= limit ? distance : null
}
