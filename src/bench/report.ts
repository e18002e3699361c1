/** What was measured, as a table that people read: each engine's numbers, and how many times Pasaje's they are. */
import type { QueryClass } from './peer.ts'
import { queryClasses } from './queries.ts'
import type { BuildReport, QueryReport } from './worker.ts'

export type EngineReport =
  | ({ readonly name: string } & BuildReport & QueryReport)
  | { readonly name: string; readonly skipped: string }
  | { readonly name: string; readonly failed: string }

type Measured = Extract<EngineReport, QueryReport>

/** A Markdown table: one row an engine; times are p50 of ten best and facets in CPU ms, the ratio to Pasaje behind. */
export function printTable(
  { passages }: { readonly passages: number },
  engines: readonly EngineReport[],
): string {
  const measured = engines.filter((engine): engine is Measured => 'queries' in engine)
  const ours = measured.find(({ name }) => name === 'pasaje')
  const heads = ['engine', 'build/s', 'disk MB', 'cold start ms', 'RSS MB', 'peak RSS building']
  const rows = measured.map((engine) => [
    engine.name,
    String(engine.buildPerSecond),
    String(engine.diskMb),
    withRatio(engine.coldStartMs, ours?.coldStartMs),
    withRatio(engine.rssMb, ours?.rssMb),
    String(engine.peakRssMb),
    ...queryClasses.map((kind) => cell(engine, kind, ours)),
  ])
  const others = engines.flatMap((engine) => {
    if ('skipped' in engine) return [`${engine.name}: skipped, ${engine.skipped}`]
    return 'failed' in engine ? [`${engine.name}: failed, ${engine.failed}`] : []
  })
  const title = `${passages} passages; CPU ms, p50 of ten best + counts of five facets (ratio to Pasaje; p95)`
  const lines = [[...heads, ...queryClasses], heads.concat(queryClasses).map(() => '---'), ...rows]
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`)
  return [title, '', ...table, ...others, ''].join('\n')
}

function cell(engine: Measured, kind: QueryClass, ours: Measured | undefined): string {
  const times = engine.queries[kind]?.facets
  if (!times) return '–'
  return `${withRatio(times.p50, ours?.queries[kind]?.facets.p50)} · ${times.p95}`
}

function withRatio(value: number, ours: number | undefined): string {
  if (ours === undefined || ours === 0 || value === ours) return String(value)
  const ratio = value / ours
  return `${value} (×${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)})`
}
