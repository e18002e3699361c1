/** Headings → section keys: the taxonomy's where it knows the heading in any spelling, else the heading's own slug. */
import type { Label } from '../model.ts'
import { enumeratorLength, misreadingFold, slug, withoutAccents } from './fold.ts'

/** One section of a taxonomy file: see data/sections.yaml for what each list means. */
export interface SectionEntry {
  readonly headings?: readonly string[] | undefined
  readonly patterns?: readonly string[] | undefined
  readonly formulas?: readonly string[] | undefined
}

export type TaxonomyFile = Readonly<Record<string, SectionEntry>>

export interface Taxonomy {
  /** The key a heading opens, and what it was recognised by; null where it is not in the taxonomy. */
  sectionOf(heading: string): { readonly key: string; readonly evidence: string } | null
  /** The key a paragraph without a heading shows by its formula, or null. */
  sectionOfText(text: string): { readonly key: string; readonly evidence: string } | null
}

/** Lays taxonomy files over one another, later ones first consulted. Throws where a pattern is not a regular expression. */
export function createTaxonomy(files: readonly TaxonomyFile[]): Taxonomy {
  const exact = new Map<string, string>()
  const shapes: { key: string; pattern: RegExp }[] = []
  const formulas: { key: string; pattern: RegExp }[] = []
  for (const file of files)
    for (const [key, entry] of Object.entries(file)) {
      for (const heading of entry.headings ?? []) exact.set(misreadingFold(heading), key)
      for (const pattern of entry.patterns ?? [])
        shapes.unshift({ key, pattern: new RegExp(pattern) })
      for (const pattern of entry.formulas ?? [])
        formulas.unshift({ key, pattern: new RegExp(pattern) })
    }
  const byLength = new Map<number, string[]>()
  for (const heading of exact.keys())
    byLength.set(heading.length, [...(byLength.get(heading.length) ?? []), heading])
  return {
    sectionOf: remembered((heading) => {
      if (heading.length > longestHeading) return null
      const bare = heading.slice(enumeratorLength(heading))
      const key = exact.get(misreadingFold(bare)) ?? nearest(misreadingFold(bare), exact, byLength)
      if (key !== undefined) return { key, evidence: `heading “${heading}”` }
      const folded = foldKeepingBrackets(heading)
      const shape = shapes.find(({ pattern }) => pattern.test(folded))
      return shape === undefined ? null : { key: shape.key, evidence: `heading “${heading}”` }
    }),
    sectionOfText(text) {
      const opening = foldKeepingBrackets(text.slice(0, 200))
      const formula = formulas.find(({ pattern }) => pattern.test(opening))
      return formula === undefined
        ? null
        : { key: formula.key, evidence: `opens as this section does: “${text.slice(0, 60)}…”` }
    },
  }
}

const longestHeading = 120
const rememberedHeadings = 20_000

/** The same headings come back in report after report. */
function remembered<T>(find: (heading: string) => T): (heading: string) => T {
  const known = new Map<string, T>()
  return (heading) => {
    const before = known.get(heading)
    if (before !== undefined) return before
    const found = find(heading)
    if (known.size < rememberedHeadings) known.set(heading, found)
    return found
  }
}

/** Brackets matter to patterns such as `(Tier 2)`; the rest of the punctuation does not. */
function foldKeepingBrackets(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}(),]+/gu, ' ')
    .trim()
}

/** One wrong letter in seven is still the heading; shorter headings must fit exactly. */
function nearest(
  folded: string,
  exact: ReadonlyMap<string, string>,
  byLength: ReadonlyMap<number, readonly string[]>,
): string | undefined {
  const allowed = Math.floor(folded.length / 7)
  for (let distance = 1; distance <= allowed; distance++)
    for (let length = folded.length - distance; length <= folded.length + distance; length++)
      for (const heading of byLength.get(length) ?? [])
        if (within(folded, heading, distance)) return exact.get(heading)
  return undefined
}

/** Whether two strings differ by at most so many single letters. */
function within(a: string, b: string, distance: number): boolean {
  if (a === b) return true
  if (distance === 0) return false
  let index = 0
  while (index < a.length && a[index] === b[index]) index += 1
  const [x, y] = [a.slice(index), b.slice(index)]
  return (
    within(x.slice(1), y.slice(1), distance - 1) ||
    within(x.slice(1), y, distance - 1) ||
    within(x, y.slice(1), distance - 1)
  )
}

/** The section of passages under a heading: taxonomy, else the heading's own slug; null above any heading. */
export function labelSection(heading: string | null, taxonomy: Taxonomy): Label<string | null> {
  if (heading === null) return { value: null, by: 'none', evidence: 'no heading above it' }
  const known = taxonomy.sectionOf(heading)
  if (known !== null) return { value: known.key, by: 'detected', evidence: known.evidence }
  const own = slug(heading)
  return own === ''
    ? { value: null, by: 'none', evidence: `heading “${heading}” has no words` }
    : { value: own, by: 'detected', evidence: `heading “${heading}”` }
}
