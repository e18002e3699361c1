/** A draft in, every quotation of it back: exact, altered with what changed, from another year, or not found. */
import type { FC } from 'hono/jsx'
import type { CheckedQuote, QuoteReport, QuoteStatus } from '../../src/quotes/check.ts'
import type { QuoteMatch } from '../../src/quotes/match.ts'
import { href, type Ui } from '../ui.ts'
import { passageName } from './card.tsx'
import { Diff } from './diff.tsx'
import { Layout } from './layout.tsx'

interface Props {
  readonly ui: Ui
  readonly draft: string
  /** The year the draft claims to quote; null where it names its years itself. */
  readonly year: number | null
  /** Null where nothing was asked yet. */
  readonly report: QuoteReport | null
}

const statuses: readonly QuoteStatus[] = ['exact', 'repaired', 'altered', 'other-year', 'not-found']

const Form: FC<Props> = ({ ui, draft, year }) => (
  <form class="quote-form" action={href(ui, '/quotes')} method="post">
    <label for="text">{ui.t.quotesPaste}</label>
    <textarea id="text" name="text" rows={draft === '' ? 10 : 5} required>
      {draft}
    </textarea>
    <div class="quote-options">
      <label>
        {ui.t.quotesYear}{' '}
        <input type="number" name="year" min="1000" max="2999" value={year ?? ''} />
      </label>
      <button type="submit">{ui.t.quotesButton}</button>
    </div>
  </form>
)

const Place: FC<{ ui: Ui; match: QuoteMatch }> = ({ ui, match }) => (
  <p class="card-meta">
    <a href={href(ui, match.url)}>{passageName(ui, match) || match.document.title}</a>
    <span>{match.document.title}</span>
    {match.page !== null && <span>{ui.t.pageNumber(match.page)}</span>}
    <span>{ui.t.paragraph(match.ordinal)}</span>
    {match.through !== null && <a href={href(ui, `/p/${match.through}`)}>{ui.t.quotesRunsOn}</a>}
  </p>
)

/** Places beyond these are counted, not listed: stock phrases stand in hundreds. */
const mostPlaces = 6

const Quote: FC<{ ui: Ui; quote: CheckedQuote }> = ({ ui, quote }) => {
  const { quotation, status, matches, diff } = quote
  const [first] = matches
  return (
    <li class={`quote quote-${status}`}>
      <p class="verdict">{ui.t.quoteStatus[status]}</p>
      {status === 'altered' && first ? (
        <>
          <p class="reading diff" lang={first.language}>
            <Diff ui={ui} left={quotation.text} right={first.found} parts={diff} />
          </p>
          <p class="quiet">{ui.t.quotesDiff}</p>
        </>
      ) : (
        <p class="reading" {...(first ? { lang: first.language } : {})}>
          {quotation.text}
        </p>
      )}
      {matches.slice(0, mostPlaces).map((match) => (
        <Place ui={ui} match={match} />
      ))}
      {matches.length > mostPlaces && <p class="quiet">{ui.t.more(matches.length - mostPlaces)}</p>}
    </li>
  )
}

const Report: FC<{ ui: Ui; report: QuoteReport }> = ({ ui, report }) => (
  <section aria-labelledby="report">
    <h2 id="report">{ui.t.quotesFound(report.quotations.length)}</h2>
    <p class="quote-counts">
      {statuses
        .filter((status) => report.counts[status] > 0)
        .map((status) => (
          <span class={`quote-${status}`}>
            {ui.t.quoteStatus[status]} <b>{ui.t.number(report.counts[status])}</b>
          </span>
        ))}
    </p>
    <ol class="quotes">
      {report.quotations.map((quote) => (
        <Quote ui={ui} quote={quote} />
      ))}
    </ol>
  </section>
)

export const QuotesPage: FC<Props> = (props) => {
  const { ui, report } = props
  const head = { title: ui.t.quotesTitle, ...(report === null ? { canonical: '/quotes' } : {}) }
  return (
    <Layout ui={ui} head={head} page="quotes">
      <article class="prose">
        <h1>{ui.t.quotesTitle}</h1>
        <p class="lead">{ui.t.quotesLead}</p>
        <Form {...props} />
        {report !== null && <Report ui={ui} report={report} />}
      </article>
    </Layout>
  )
}
