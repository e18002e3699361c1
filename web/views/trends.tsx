/** Terms by year: a chart drawn on the server, the table it is drawn from, and the words around each mention. */
import type { FC } from 'hono/jsx'
import type { ContextRow } from '../../src/trends/contexts.ts'
import type { TrendsAnswer, TrendSeries } from '../../src/trends/trends.ts'
import { href, type Ui } from '../ui.ts'
import { Layout } from './layout.tsx'
import { countryName, sectionName } from './names.ts'
import { TrendChart } from './trend-chart.tsx'

export interface TrendsProps {
  readonly ui: Ui
  readonly terms: readonly string[]
  readonly exact: boolean
  readonly byCountry: boolean
  /** Null where no term was asked for. */
  readonly answer: TrendsAnswer | null
  /** The first mentions of each term, in its context. */
  readonly contexts: readonly { readonly term: string; readonly rows: readonly ContextRow[] }[]
}

/** Terms that can be asked for at once: more lines than this nobody tells apart. */
export const mostTerms = 6

/** The address parameters of this page, as the API takes them too. */
export function trendsQuery({
  terms,
  exact,
  byCountry,
}: Pick<TrendsProps, 'terms' | 'exact' | 'byCountry'>) {
  const query = new URLSearchParams(terms.map((term): [string, string] => ['q', term]))
  if (exact) query.set('exact', '1')
  if (byCountry) query.set('by', 'country')
  return query
}

const Form: FC<TrendsProps> = ({ ui, terms, exact, byCountry }) => {
  const fields = [...terms, ...(terms.length < mostTerms ? [''] : [])]
  return (
    <form class="trend-form" action="/trends" method="get">
      {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
      <div class="trend-terms">
        {fields.map((term, i) => (
          <input
            type="text"
            name="q"
            value={term}
            aria-label={ui.t.trendTerm(i + 1)}
            placeholder={term === '' ? ui.t.trendTerm(i + 1) : undefined}
          />
        ))}
      </div>
      <label>
        <input type="checkbox" name="exact" value="1" checked={exact} /> {ui.t.exactLabel}
      </label>
      <label>
        <input type="checkbox" name="by" value="country" checked={byCountry} />{' '}
        {ui.t.trendByCountry}
      </label>
      <button type="submit">{ui.t.trendButton}</button>
    </form>
  )
}

const seriesName = (ui: Ui, series: TrendSeries) =>
  series.country === undefined
    ? series.term
    : `${series.term}, ${countryName(ui, series.country) ?? ui.t.unknown}`

const Table: FC<TrendsProps & { answer: TrendsAnswer }> = ({ ui, answer }) => (
  <div class="wide-table" tabindex={0} role="region" aria-label={ui.t.trendTable}>
    <table class="trend-table">
      <caption class="unseen">{ui.t.trendTable}</caption>
      <thead>
        <tr>
          <th scope="col">{ui.t.trendColTerm}</th>
          <th scope="col">{ui.t.colYear}</th>
          <th scope="col" class="figure">
            {ui.t.trendColMentions}
          </th>
          <th scope="col" class="figure">
            {ui.t.colPassages}
          </th>
          <th scope="col" class="figure">
            {ui.t.trendColWords}
          </th>
          <th scope="col" class="figure">
            {ui.t.trendColRate}
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.terms.flatMap((series) =>
          series.years.map((row, i) => (
            <tr class={i === 0 ? 'first' : undefined}>
              {i === 0 && (
                <th scope="rowgroup" rowspan={series.years.length}>
                  {seriesName(ui, series)}
                </th>
              )}
              <td>{row.year}</td>
              <td class="figure">{ui.t.number(row.mentions)}</td>
              <td class="figure">
                <a
                  href={href(
                    ui,
                    '/',
                    new URLSearchParams({ q: series.term, year: String(row.year), cross: '0' }),
                  )}
                >
                  {ui.t.number(row.passages)}
                </a>
              </td>
              <td class="figure">{ui.t.number(row.words)}</td>
              <td class="figure">{ui.t.decimal(row.per100k)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  </div>
)

const Context: FC<{ ui: Ui; term: string; rows: readonly ContextRow[] }> = ({ ui, term, rows }) => (
  <>
    <h3>{term}</h3>
    <ol class="concordance">
      {rows.map((row) => (
        <li>
          <a href={href(ui, `/p/${row.id}`, new URLSearchParams({ q: term }))}>
            {row.year ?? '–'} {row.section === null ? '' : sectionName(ui, row.section)}
          </a>
          <p lang={row.language}>
            <span class="left">{row.before}</span> <mark>{row.match}</mark>{' '}
            <span class="right">{row.after}</span>
          </p>
        </li>
      ))}
    </ol>
  </>
)

export const TrendsPage: FC<TrendsProps> = (props) => {
  const { ui, answer, contexts } = props
  const query = trendsQuery(props)
  query.set('format', 'csv')
  const head = { title: ui.t.navTrends, ...(answer === null ? { canonical: '/trends' } : {}) }
  return (
    <Layout ui={ui} head={head} page="trends">
      <article class="wide">
        <h1>{ui.t.navTrends}</h1>
        <p class="lead">{ui.t.trendLead}</p>
        <Form {...props} />
        {answer !== null && (
          <>
            <TrendChart ui={ui} terms={answer.terms} />
            <Table {...props} answer={answer} />
            <p class="quiet">
              {ui.t.trendHow} <a href={`/api/v1/trends?${query}`}>CSV</a>
            </p>
            <h2>{ui.t.trendContexts}</h2>
            {contexts.map((context) => (
              <Context ui={ui} {...context} />
            ))}
          </>
        )}
      </article>
    </Layout>
  )
}
