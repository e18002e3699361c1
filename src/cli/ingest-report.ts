/** The report of an ingest as lines for people. */
import type { Problem } from '../model.ts'
import type { DocumentReport, IngestReport } from '../ingest/report.ts'

/** Problems shown before the rest is only counted. */
const SHOWN = 50

/** What was done, a line for each document, and every problem. */
export function printReport(report: IngestReport): string {
  return [
    ...(report.unchanged || report.version === null ? [] : [table(report.documents), '']),
    ...problems(report),
    summary(report),
    '',
  ].join('\n')
}

function summary(report: IngestReport): string {
  const { documents, passages, words, made, reused, removed, milliseconds } = report
  const seconds = (milliseconds / 1000).toFixed(1)
  if (report.version === null) return `nothing was indexed, ${seconds} s`
  const size = `${count(passages, 'passage')}, ${count(words, 'word')} in ${count(documents.length, 'document')}`
  if (report.unchanged) return `nothing changed: ${size}, version ${report.version}, ${seconds} s`
  const moves = [
    `${made} read`,
    `${reused} as before`,
    ...(removed > 0 ? [`${removed} removed`] : []),
  ]
  return `${size} (${moves.join(', ')}), version ${report.version}, ${seconds} s`
}

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`

/** A line for each problem; where many documents have the same one, a line for all of them. */
function problems({ problems: all }: IngestReport): string[] {
  if (all.length === 0) return []
  const groups = new Map<string, Problem[]>()
  for (const problem of all) {
    const what = `(${problem.stage}): ${problem.message}`
    const group = groups.get(what)
    if (group) group.push(problem)
    else groups.set(what, [problem])
  }
  const lines = [...groups].map(([what, group]) => `  ${named(group)} ${what}`)
  const more =
    lines.length > SHOWN ? [`  … and ${lines.length - SHOWN} more (--json lists them)`] : []
  return [`${count(all.length, 'problem')}:`, ...lines.slice(0, SHOWN), ...more, '']
}

function named(group: readonly Problem[]): string {
  const names = group.slice(0, 3).map(({ documentId }) => documentId)
  return `${names.join(', ')}${group.length > 3 ? ` and ${count(group.length - 3, 'other')}` : ''}`
}

function table(documents: readonly DocumentReport[]): string {
  const heads = [
    'document',
    'passages',
    'language',
    'year',
    'country',
    'sections',
    'repairs',
    'repeated',
  ]
  const rows = documents.map((document) => [
    document.id.length > 60 ? `${document.id.slice(0, 59)}…` : document.id,
    String(document.passages),
    document.language,
    String(document.year ?? '–'),
    document.country ?? '–',
    `${Math.round(100 * document.sectionCoverage)}%`,
    String(document.repairs),
    String(document.duplicates),
  ])
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)))
  const numeric = new Set([1, 5, 6, 7])
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (numeric.has(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
