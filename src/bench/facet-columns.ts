/** Facets for engines that have none, as a user of theirs would add them: a number a passage and facet, counted by hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { facetOrder } from './peer.ts'
import type { BenchPassage } from './corpus.ts'

interface Column {
  readonly values: string[]
  readonly codes: number[]
}

/** Collects the columns while an index is built. */
export function createFacetColumns() {
  const columns = facetOrder.map(() => ({
    values: new Map<string, number>(),
    codes: [] as number[],
  }))
  return {
    add({ facets }: BenchPassage): void {
      for (const [at, name] of facetOrder.entries()) {
        const { values, codes } = columns[at]!
        const code = values.get(facets[name]) ?? values.size
        values.set(facets[name], code)
        codes.push(code)
      }
    },
    save(folder: string): void {
      const plain = columns.map(({ values, codes }) => ({ values: [...values.keys()], codes }))
      writeFileSync(join(folder, 'facets.json'), JSON.stringify(plain))
    },
  }
}

/** Counts the matches of a query by facet value, highest first: what a page shows beside its results. */
export function openFacetColumns(folder: string): (matches: Iterable<number>) => number {
  const text = readFileSync(join(folder, 'facets.json'), 'utf8')
  const columns = (JSON.parse(text) as Column[]).map(({ values, codes }) => ({
    values,
    codes: Uint16Array.from(codes),
  }))
  return (matches) => {
    const counts = columns.map(({ values }) => new Uint32Array(values.length))
    for (const match of matches) {
      for (let at = 0; at < columns.length; at++) counts[at]![columns[at]!.codes[match]!]!++
    }
    return columns
      .map(({ values }, at) =>
        values
          .map((value, code) => ({ value, count: counts[at]![code]! }))
          .filter(({ count }) => count > 0)
          .toSorted((a, b) => b.count - a.count),
      )
      .reduce((sum, buckets) => sum + buckets.length, 0)
  }
}
