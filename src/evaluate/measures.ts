/** How good a ranking is, against what people judged. */

/** Grades by passage, by query; what is not listed is 0. */
export type Judgments = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Reads tab-separated lines `query, passage, grade`. */
export function parseQrels(text: string): Judgments {
  const judgments = new Map<string, Map<string, number>>()
  for (const line of text.split(/\r?\n/u)) {
    const [query, passage, grade = '1'] = line.split('\t')
    if (!query || !passage || line.startsWith('#') || !(Number(grade) > 0)) continue
    const grades = judgments.get(query) ?? new Map<string, number>()
    judgments.set(query, grades.set(passage, Number(grade)))
  }
  return judgments
}

/** nDCG at k with linear gains, 0..1; 0 where nothing is relevant (Järvelin and Kekäläinen 2002). */
export function ndcg(grades: ReadonlyMap<string, number>, ranked: readonly string[], k = 10) {
  const gain = (each: readonly number[]) =>
    each.slice(0, k).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0)
  const ideal = gain([...grades.values()].toSorted((a, b) => b - a))
  return ideal === 0 ? 0 : gain(ranked.map((id) => grades.get(id) ?? 0)) / ideal
}

/** The mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
