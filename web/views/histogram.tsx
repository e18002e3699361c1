/** Passages by year as bars that are links; the script adds dragging over several. Drawn without inline styles. */
import type { FC } from 'hono/jsx'
import { changed } from '../address.ts'
import { href } from '../ui.ts'
import type { FacetProps } from './facets.tsx'

const height = 56
const width = 240
/** A bar is no wider: two years would otherwise fill the drawing. */
const widest = 28

/** Whether a year lies in the search's range or among its chosen years; true where there is neither. */
function isInside(parameters: URLSearchParams, year: number): boolean {
  const chosen = parameters.getAll('year').filter((value) => !value.startsWith('-'))
  const from = Number(parameters.get('year_min') ?? -Infinity)
  const to = Number(parameters.get('year_max') ?? Infinity)
  const excluded = parameters.getAll('year').includes(`-${year}`)
  return (
    !excluded && year >= from && year <= to && (chosen.length === 0 || chosen.includes(`${year}`))
  )
}

export const Histogram: FC<FacetProps> = ({ ui, parameters, facets }) => {
  const counts = new Map(
    facets.year.flatMap(({ value, count }) => {
      const year = Number(value)
      return value === null || value === '' || !Number.isInteger(year)
        ? []
        : [[year, count] as const]
    }),
  )
  const years = [...counts.keys()]
  const first = Math.min(...years)
  const last = Math.max(...years)
  // Beyond a century of years a bar is thinner than a finger or a mouse can hit.
  if (years.length < 2 || last - first > 100) return null
  const most = Math.max(...counts.values())
  const step = width / (last - first + 1)
  const thick = Math.min(widest, step - Math.min(3, step / 4))
  const toYear = (year: number) =>
    href(ui, '/', changed(parameters, { year: null, year_min: `${year}`, year_max: `${year}` }))
  return (
    <figure class="histogram" data-histogram data-first={first} data-last={last}>
      <svg viewBox={`0 0 ${width} ${height + 1}`} role="group" aria-label={ui.t.yearsChart}>
        <rect class="ground" x="0" y={height} width={width} height="1" />
        {[...counts]
          .toSorted(([a], [b]) => a - b)
          .map(([year, count]) => {
            const tall = count === 0 ? 0 : Math.max(3, (count / most) * (height - 4))
            const x = (year - first) * step
            return (
              <a
                href={toYear(year)}
                aria-label={ui.t.onlyThis(`${year}`, count)}
                class={isInside(parameters, year) ? 'inside' : undefined}
              >
                <title>{ui.t.onlyThis(`${year}`, count)}</title>
                <rect class="hit" x={x} y="0" width={step} height={height} />
                <rect
                  class="bar"
                  x={x + (step - thick) / 2}
                  y={height - tall}
                  width={thick}
                  height={tall}
                />
              </a>
            )
          })}
        <rect class="brush" x="0" y="0" width="0" height={height} />
      </svg>
      <figcaption aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  )
}
