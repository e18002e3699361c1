/** The page of results: how many, what was searched, filters in use, passages. */
import type { FC } from 'hono/jsx'
import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Facet } from '../../src/model.ts'
import { changed, filtersOf, unfiltered } from '../address.ts'
import { href, type Ui } from '../ui.ts'
import { Card } from './card.tsx'
import { Facets, usefulFacets, type FacetProps } from './facets.tsx'
import { Layout } from './layout.tsx'
import { valueName } from './names.ts'
import { Pager, Toolbar } from './result-tools.tsx'
import { Suggestions, ZeroHelp } from './alternatives.tsx'
import { SearchedFor } from './interpretation.tsx'

export interface ResultsProps {
  readonly ui: Ui
  /** Canonical, see address.ts. */
  readonly parameters: URLSearchParams
  readonly answer: SearchAnswer
  readonly titles: (id: string) => string
  readonly within: FacetProps['within']
}

/** A filter as a reader would say it: 'Year 2021', 'not Spanish', '2019 or later'. */
export function filterName(
  { ui, titles }: Pick<ResultsProps, 'ui' | 'titles'>,
  { name, value }: { name: string; value: string },
): string {
  if (name === 'year_min') return ui.t.since(value)
  if (name === 'year_max') return ui.t.until(value)
  const bare = value.replace(/^-/, '')
  const words = valueName(ui, name as Facet, { value: bare, titles })
  return value.startsWith('-') ? `${ui.t.not} ${words}` : words
}

const Chips: FC<ResultsProps> = (props) => {
  const { ui, parameters } = props
  const filters = filtersOf(parameters)
  if (filters.length === 0) return null
  return (
    <ul class="chips" aria-label={ui.t.activeFilters}>
      {filters.map((filter) => (
        <li>
          <a class="chip" href={href(ui, '/', filter.without)}>
            {filterName(props, filter)} <span aria-hidden="true">×</span>
            <span class="unseen"> {ui.t.removeFilter(filterName(props, filter))}</span>
          </a>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <a class="quiet-link" href={href(ui, '/', unfiltered(parameters))}>
            {ui.t.clearFilters}
          </a>
        </li>
      )}
    </ul>
  )
}

/** "1–20 of 37 passages in 4 documents". */
function rangeLine({ ui, answer }: ResultsProps): string {
  const from = (answer.page - 1) * answer.perPage + 1
  const to = from + answer.results.length - 1
  if (answer.total > 0 && answer.results.length === 0) return ui.t.resultsPast(answer.total)
  return ui.t.resultsRange(from, to, answer.total, answer.documents)
}

/** What goes along from a result into the passage: the words, how they were read, and the language of the page. */
function carriedFrom(parameters: URLSearchParams): URLSearchParams {
  const carried = changed(parameters, { sort: null, per_page: null, collapse: null })
  for (const name of ['year', 'section', 'lang', 'doc', 'country', 'year_min', 'year_max']) {
    carried.delete(name)
  }
  return carried
}

const Sidebar: FC<ResultsProps> = (props) => {
  const { ui, parameters, answer } = props
  return (
    <aside class="filters" id="filters" popover="auto" aria-label={ui.t.filters}>
      {usefulFacets(parameters, answer.facets).length > 0 && <h2>{ui.t.filters}</h2>}
      <Facets {...props} facets={answer.facets} />
    </aside>
  )
}

export const ResultsPage: FC<ResultsProps> = (props) => {
  const { ui, parameters, answer, titles } = props
  const title = ui.t.resultsTitle(answer.query.q)
  const carried = carriedFrom(parameters)
  const first = (answer.page - 1) * answer.perPage + 1
  return (
    <Layout ui={ui} head={{ title }} parameters={parameters} page="results">
      <div class="results-grid" id="results" data-announce={rangeLine(props)}>
        <header class="results-head">
          <h1>{rangeLine(props)}</h1>
          <Toolbar {...props} />
          <Chips {...props} />
          <SearchedFor {...props} />
          <Suggestions {...props} />
        </header>
        <div class="sidebar">
          <Sidebar {...props} />
        </div>
        <section class="list" aria-label={title}>
          {answer.total === 0 && <ZeroHelp {...props} />}
          <ol class="cards" start={first}>
            {answer.results.map((result) => (
              <Card ui={ui} result={result} carried={carried} titles={titles} />
            ))}
          </ol>
          <Pager {...props} />
          {answer.total > 0 && (
            <form id="gather" class="gather" action="/collection" method="get">
              {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
              <button type="submit">{ui.t.gather}</button>
            </form>
          )}
        </section>
      </div>
    </Layout>
  )
}
