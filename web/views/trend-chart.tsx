/** Lines over years, as SVG without styles of its own. Its table stands beside it: the chart is hidden from readers aloud. */
import type { FC } from 'hono/jsx'
import type { TrendSeries } from '../../src/trends/trends.ts'
import type { Ui } from '../ui.ts'

const width = 760
const height = 280
const inset = { top: 16, right: 170, bottom: 28, left: 48 }

/** The next round number at or above: 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * ([1, 2, 5].find((step) => step * power >= value) ?? 10)
}

/** Moves names apart that would overlap, keeping their order. */
function spread(heights: readonly number[], gap: number): readonly number[] {
  const order = heights.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y)
  let last = -Infinity
  const moved: number[] = []
  for (const { y, i } of order) {
    last = Math.max(y, last + gap)
    moved[i] = last
  }
  return moved
}

export const TrendChart: FC<{ ui: Ui; terms: readonly TrendSeries[] }> = ({ ui, terms }) => {
  const years = terms.flatMap((series) => series.years.map(({ year }) => year))
  if (years.length === 0) return null
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const top = roundUp(
    Math.max(...terms.flatMap(({ years: rows }) => rows.map((row) => row.per100k))),
  )
  const x = (year: number) =>
    inset.left + ((year - first) / Math.max(1, last - first)) * (width - inset.left - inset.right)
  const y = (rate: number) =>
    height - inset.bottom - (rate / top) * (height - inset.top - inset.bottom)
  const ends = spread(
    terms.map(({ years: rows }) => y(rows.at(-1)?.per100k ?? 0)),
    17,
  )
  return (
    <figure class="trend-chart">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {[0, top / 2, top].map((rate) => (
          <g class="grid">
            <line x1={inset.left} x2={width - inset.right} y1={y(rate)} y2={y(rate)} />
            <text x={inset.left - 8} y={y(rate) + 4} text-anchor="end">
              {ui.t.decimal(rate)}
            </text>
          </g>
        ))}
        {[...new Set(years)].map((year) => (
          <text class="tick" x={x(year)} y={height - 8} text-anchor="middle">
            {year}
          </text>
        ))}
        {terms.map((series, i) => (
          <g class={`series series-${i % 6}`}>
            <polyline
              points={series.years.map((row) => `${x(row.year)},${y(row.per100k)}`).join(' ')}
            />
            {series.years.map((row) => (
              <circle cx={x(row.year)} cy={y(row.per100k)} r="4" />
            ))}
            <text x={x(last) + 12} y={ends[i]! + 4}>
              {series.term.slice(0, 24)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{ui.t.trendCaption}</figcaption>
    </figure>
  )
}
