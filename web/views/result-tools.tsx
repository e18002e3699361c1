/** Order, number on a page, downloads, and the way from page to page. */
import type { FC } from 'hono/jsx'
import { changed, filtersOf } from '../address.ts'
import { href } from '../ui.ts'
import { usefulFacets } from './facets.tsx'
import type { ResultsProps } from './results.tsx'

const formats = ['csv', 'jsonl', 'ris', 'bibtex', 'csl-json'] as const
const sizes = ['10', '20', '50', '100']

const Downloads: FC<ResultsProps> = ({ ui, parameters }) => (
  <details class="menu">
    <summary>{ui.t.download}</summary>
    <ul>
      {formats.map((format) => {
        const query = changed(parameters, { per_page: null, sort: parameters.get('sort') })
        query.set('format', format)
        return (
          <li>
            <a href={`/api/v1/export?${query}`} download>
              {format.toUpperCase()}
            </a>
          </li>
        )
      })}
    </ul>
  </details>
)

const Options: FC<ResultsProps> = ({ ui, parameters }) => (
  <details class="menu">
    <summary>{ui.t.options}</summary>
    <div class="options">
      {(
        [
          ['exact', '1', ui.t.exactLabel, ui.t.exactHint],
          ['cross', '0', ui.t.crossLabel, ui.t.crossHint],
          ['collapse', '0', ui.t.collapseLabel, ui.t.collapseHint],
        ] as const
      ).map(([name, value, label, hint]) => (
        <label>
          <input
            type="checkbox"
            name={name}
            value={value}
            form="search"
            checked={parameters.get(name) === value}
            data-submit
          />
          <span>
            {label} <small>{hint}</small>
          </span>
        </label>
      ))}
      <button type="submit" form="search" class="no-script">
        {ui.t.apply}
      </button>
    </div>
  </details>
)

export const Toolbar: FC<ResultsProps> = (props) => {
  const { ui, parameters, answer } = props
  const sort = parameters.get('sort') ?? 'relevance'
  const orders = [
    ['relevance', ui.t.sortRelevance],
    ['-year', ui.t.sortNewest],
    ['year', ui.t.sortOldest],
  ] as const
  return (
    <div class="toolbar">
      {usefulFacets(parameters, answer.facets).length > 0 && (
        <button class="open-filters" type="button" popovertarget="filters">
          {ui.t.filters}
          {filtersOf(parameters).length > 0 && ` (${filtersOf(parameters).length})`}
        </button>
      )}
      <label>
        <span>{ui.t.sort}</span>{' '}
        <select name="sort" form="search" data-submit>
          {orders.map(([value, name]) => (
            <option value={value} selected={value === sort}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{ui.t.perPage}</span>{' '}
        <select name="per_page" form="search" data-submit>
          {sizes.map((size) => (
            <option value={size} selected={size === (parameters.get('per_page') ?? '20')}>
              {size}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" form="search" class="no-script">
        {ui.t.apply}
      </button>
      <Options {...props} />
      <Downloads {...props} />
    </div>
  )
}

/** The first, the last, and those around the present page. */
function pagesAround(page: number, last: number): readonly number[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, last]
  return [...new Set(near.filter((n) => n >= 1 && n <= last))].toSorted((a, b) => a - b)
}

export const Pager: FC<ResultsProps> = ({ ui, parameters, answer }) => {
  const last = Math.max(1, Math.ceil(answer.total / answer.perPage))
  if (last === 1 && answer.page === 1) return null
  const to = (page: number) =>
    href(ui, '/', changed(parameters, { page: page === 1 ? null : `${page}` }))
  return (
    <nav class="pager" aria-label={ui.t.pagesLabel}>
      {answer.page > 1 && (
        <a rel="prev" href={to(Math.min(answer.page - 1, last))}>
          {ui.t.previous}
        </a>
      )}
      {pagesAround(answer.page, last).map((page, i, all) => (
        <>
          {i > 0 && page - all[i - 1]! > 1 && <span aria-hidden="true">…</span>}
          <a
            href={to(page)}
            aria-label={ui.t.page(page)}
            {...(page === answer.page ? { 'aria-current': 'page' as const } : {})}
          >
            {page}
          </a>
        </>
      ))}
      {answer.page < last && (
        <a rel="next" href={to(answer.page + 1)}>
          {ui.t.next}
        </a>
      )}
    </nav>
  )
}
