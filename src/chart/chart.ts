/** A comparison as a chart to attach to a filing: what stands in its files, whatever the format. */
import { joined, type Comparison, type ComparisonRow, type RowKind } from '../lineage/compare.ts'
import type { DiffPart } from '../lineage/word-diff.ts'
import type { DocumentRecord, Language, Passage } from '../model.ts'

/** Everything a file of a comparison says. */
export interface Chart {
  readonly left: DocumentRecord
  readonly right: DocumentRecord
  readonly comparison: Comparison
  /** Host of the permalinks. */
  readonly origin: string
  readonly version: string
  /** Day it was made, 'YYYY-MM-DD'. */
  readonly date: string
  readonly language: Language
}

interface Words {
  readonly kinds: Readonly<Record<RowKind, string>>
  readonly against: string
  readonly noSection: string
  readonly paragraph: string
  readonly about: (version: string, date: string) => string
}

/** The chart's own words. */
export const chartWords: Readonly<Record<Language, Words>> = {
  en: {
    kinds: {
      same: 'unchanged',
      revised: 'changed',
      split: 'split',
      merged: 'merged',
      reworked: 'reworked',
      dropped: 'dropped',
      new: 'new',
    },
    against: 'compared with',
    noSection: 'No section',
    paragraph: 'para.',
    about: (version, date) =>
      `Aligned by Pasaje, corpus version ${version}, ${date}. Deleted words are struck out, inserted words underlined.`,
  },
  es: {
    kinds: {
      same: 'sin cambios',
      revised: 'modificado',
      split: 'dividido',
      merged: 'unido',
      reworked: 'rehecho',
      dropped: 'suprimido',
      new: 'nuevo',
    },
    against: 'comparado con',
    noSection: 'Sin sección',
    paragraph: 'párr.',
    about: (version, date) =>
      `Alineado por Pasaje, versión del corpus ${version}, ${date}. Las palabras suprimidas van tachadas, las añadidas subrayadas.`,
  },
}

/** 'Report: Peru (2021)'; the year is left out where the title has it. */
export function documentName({ title, year }: DocumentRecord): string {
  return year === null || title.includes(String(year)) ? title : `${title} (${year})`
}

/** '20 unchanged, 3 dropped': only what there is. */
export function countsLine(counts: Comparison['counts'], language: Language): string {
  const { kinds } = chartWords[language]
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kinds[kind as RowKind]}`)
    .join(', ')
}

/** One side of a row as pieces: what is equal, and what only this side has. */
export interface Piece {
  readonly text: string
  readonly changed: boolean
  readonly figure: boolean
}

/** The pieces of a side; a passage that has no counterpart is changed as a whole. */
export function piecesOf(row: ComparisonRow, side: 'left' | 'right'): Piece[] {
  const text = joined(row[side])
  if (row.kind === 'dropped' || row.kind === 'new') return [{ text, changed: true, figure: false }]
  return row.diff.flatMap((part: DiffPart) => {
    const { start, end } = part[side]
    const changed = part.kind !== 'equal'
    return start === end ? [] : [{ text: text.slice(start, end), changed, figure: part.figure }]
  })
}

/** 'p. 7, para. 21' of each passage. */
export function placesOf(passages: readonly Passage[], language: Language): string {
  const { paragraph } = chartWords[language]
  return passages
    .map(({ page, ordinal }) => `${page === null ? '' : `p. ${page}, `}${paragraph} ${ordinal}`)
    .join('; ')
}
