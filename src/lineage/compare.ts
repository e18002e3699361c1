/** Two documents side by side: which passages stayed, changed, split, merged, were dropped or are new. */
import type { Passage } from '../model.ts'
import { align, type Link } from './align.ts'
import { readPrint } from './print.ts'
import { wordDiff, type DiffPart } from './word-diff.ts'

/**
 * `same` the same words (case, accents and punctuation aside) · `revised` one became one · `split` one became several ·
 * `merged` several became one · `reworked` several became several · `dropped` only on the left · `new` only on the right
 */
export type RowKind = 'same' | 'revised' | 'split' | 'merged' | 'reworked' | 'dropped' | 'new'

/** Every kind, in the order counts are shown. */
export const rowKinds: readonly RowKind[] = [
  'same',
  'revised',
  'split',
  'merged',
  'reworked',
  'dropped',
  'new',
]

/** One line of the comparison. */
export interface ComparisonRow {
  readonly kind: RowKind
  readonly left: readonly Passage[]
  readonly right: readonly Passage[]
  /** Highest Jaccard measure of a pair in the row, 0..1; null for what is dropped or new. */
  readonly similarity: number | null
  /** It stands in another section than before. */
  readonly moved: boolean
  /** Spans into the texts of each side joined by a blank line (`joined`); empty for `dropped` and `new`. */
  readonly diff: readonly DiffPart[]
}

export type RowCounts = Readonly<Record<RowKind, number>>

/** The rows of one section; null where the section is unknown. */
export interface ComparisonSection {
  readonly section: string | null
  /** As printed in the right document, else the left; null where neither has one. */
  readonly heading: string | null
  readonly counts: RowCounts
  readonly rows: readonly ComparisonRow[]
}

export interface Comparison {
  readonly counts: RowCounts
  /** Passages of the left, of the right. */
  readonly passages: readonly [number, number]
  /** Words deleted and inserted, over all rows. */
  readonly words: { readonly removed: number; readonly added: number }
  readonly sections: readonly ComparisonSection[]
}

/**
 * Compares two documents, each given by its passages in reading order. Sections come in the order of the right document,
 * those it lacks after the section they followed; a row stands in the section of its right side, else of its left.
 */
export function compareDocuments(left: readonly Passage[], right: readonly Passage[]): Comparison {
  const rows = toRows(left, right, align(left.map(readPrint), right.map(readPrint)))
  const sections = sectionOrder(left, right).map((section) => {
    const own = rows.filter((row) => sectionOf(row) === section)
    return { section, heading: headingOf(own), counts: countRows(own), rows: inOrder(own) }
  })
  return {
    counts: countRows(rows),
    passages: [left.length, right.length],
    words: changedWords(rows),
    sections: sections.filter((section) => section.rows.length > 0),
  }
}

/** The passages of one side of a row as one text: what the spans of its diff count in. */
export function joined(passages: readonly Passage[]): string {
  return passages.map((passage) => passage.text).join('\n\n')
}

/** How many rows there are of each kind. */
export function countRows(rows: readonly ComparisonRow[]): RowCounts {
  const counts = { same: 0, revised: 0, split: 0, merged: 0, reworked: 0, dropped: 0, new: 0 }
  for (const row of rows) counts[row.kind]++
  return counts
}

/** Passages that are linked, directly or through one another, share a row; every other passage has its own. */
function toRows(
  left: readonly Passage[],
  right: readonly Passage[],
  links: readonly Link[],
): ComparisonRow[] {
  const group = new Map<string, string>()
  const root = (key: string): string => {
    const parent = group.get(key)
    return parent === undefined ? key : root(parent)
  }
  for (const link of links) {
    const [a, b] = [root(`< ${link.from}`), root(`> ${link.to}`)]
    if (a !== b) group.set(b, a)
  }
  const rows = new Map<string, { left: Passage[]; right: Passage[]; links: Link[] }>()
  const row = (key: string) => {
    const name = root(key)
    const known = rows.get(name) ?? { left: [], right: [], links: [] }
    rows.set(name, known)
    return known
  }
  for (const passage of left) row(`< ${passage.id}`).left.push(passage)
  for (const passage of right) row(`> ${passage.id}`).right.push(passage)
  for (const link of links) row(`< ${link.from}`).links.push(link)
  return [...rows.values()].map(toRow)
}

function toRow(group: { left: Passage[]; right: Passage[]; links: Link[] }): ComparisonRow {
  const { left, right, links } = group
  const kind = kindOf(left.length, right.length, links)
  const linked = links.length > 0
  return {
    kind,
    left,
    right,
    similarity: linked ? Math.max(...links.map((link) => link.similarity)) : null,
    moved: linked && !right.some((b) => left.some((a) => a.section === b.section)),
    diff: linked ? wordDiff(joined(left), joined(right)) : [],
  }
}

function kindOf(left: number, right: number, links: readonly Link[]): RowKind {
  if (links.length === 0) return left > 0 ? 'dropped' : 'new'
  if (left > 1) return right > 1 ? 'reworked' : 'merged'
  if (right > 1) return 'split'
  return links[0]!.same ? 'same' : 'revised'
}

function sectionOf(row: ComparisonRow): string | null {
  return (row.right[0] ?? row.left[0])!.section
}

function headingOf(rows: readonly ComparisonRow[]): string | null {
  const passages = [...rows.flatMap((row) => row.right), ...rows.flatMap((row) => row.left)]
  return passages.find((passage) => passage.heading !== null)?.heading ?? null
}

/** The sections of the right in their order; one that only the left has comes after the one it followed there. */
function sectionOrder(
  left: readonly Passage[],
  right: readonly Passage[],
): readonly (string | null)[] {
  const order = [...new Set(right.map((passage) => passage.section))]
  let before: string | null | undefined
  for (const section of new Set(left.map((passage) => passage.section))) {
    const at = before === undefined ? 0 : order.indexOf(before) + 1
    if (!order.includes(section)) order.splice(at, 0, section)
    before = section
  }
  return order
}

/** In the order of the right; what was dropped comes after the row of the passage it followed on the left. */
function inOrder(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const kept = rows
    .filter((row) => row.right.length > 0)
    .toSorted((a, b) => a.right[0]!.ordinal - b.right[0]!.ordinal)
  const dropped = rows
    .filter((row) => row.right.length === 0)
    .toSorted((a, b) => a.left[0]!.ordinal - b.left[0]!.ordinal)
  for (const row of dropped) {
    const { ordinal } = row.left[0]!
    const last = kept.findLastIndex((other) => (other.left[0]?.ordinal ?? Infinity) < ordinal)
    kept.splice(last + 1, 0, row)
  }
  return kept
}

function changedWords(rows: readonly ComparisonRow[]): { removed: number; added: number } {
  let [removed, added] = [0, 0]
  for (const row of rows) {
    const [left, right] = [joined(row.left), joined(row.right)]
    if (row.similarity === null) {
      removed += countWords(left)
      added += countWords(right)
    }
    for (const part of row.diff.filter((p) => p.kind !== 'equal')) {
      removed += countWords(left.slice(part.left.start, part.left.end))
      added += countWords(right.slice(part.right.start, part.right.end))
    }
  }
  return { removed, added }
}

/** Runs of letters and digits: how words are counted everywhere. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
}
