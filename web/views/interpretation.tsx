/** How the query was read, what it may have meant, and what to do when nothing was found. */
import type { FC } from 'hono/jsx'
import { canonical, changed, filtersOf } from '../address.ts'
import type { Alternative } from '../../src/search/answer.ts'
import { href, type Ui } from '../ui.ts'
import { filterName, type ResultsProps } from './results.tsx'

/** The search without one word of the other language. */
function dropping(parameters: URLSearchParams, word: string): URLSearchParams {
  const query = changed(parameters, {})
  query.append('drop', word)
  return canonical(query)
}

const Across: FC<ResultsProps> = ({ ui, parameters, answer }) => {
  const terms = answer.query.crossTerms
  if (parameters.get('cross') === '0') {
    return (
      <a class="quiet-link" href={href(ui, '/', changed(parameters, { cross: null }))}>
        {ui.t.crossOn}
      </a>
    )
  }
  if (terms.length === 0) return null
  return (
    <span class="across">
      {ui.t.alsoSearched}{' '}
      {terms.map((term) => (
        <a
          class="chip"
          href={href(ui, '/', dropping(parameters, term.word))}
          title={`${term.from} → ${term.word}`}
        >
          <span lang={term.language}>{term.word}</span> <span aria-hidden="true">×</span>
          <span class="unseen"> {ui.t.dropWord(term.word)}</span>
        </a>
      ))}{' '}
      <a class="quiet-link" href={href(ui, '/', changed(parameters, { cross: '0' }))}>
        {ui.t.crossOff}
      </a>
    </span>
  )
}

export const SearchedFor: FC<ResultsProps> = (props) => {
  const { ui, parameters, answer } = props
  const { interpretation, notices, warnings } = answer.query
  if (interpretation.length === 0 && notices.length === 0) return null
  return (
    <div class="interpretation">
      <p>
        {ui.t.searchedFor}{' '}
        {interpretation.map((part) => (
          <span class="query-part">
            <b>{part.text}</b>
            {part.also.length > 0 && <i> {part.also.join(', ')}</i>}
            {interpretation.length > 1 && (
              <a class="chip" href={href(ui, '/', changed(parameters, { q: part.without }))}>
                <span aria-hidden="true">×</span>
                <span class="unseen">{ui.t.dropWord(part.text)}</span>
              </a>
            )}
          </span>
        ))}{' '}
        <Across {...props} />
        {parameters.get('exact') === '1' && (
          <a class="chip" href={href(ui, '/', changed(parameters, { exact: null }))}>
            {ui.t.exactLabel} <span aria-hidden="true">×</span>
            <span class="unseen"> {ui.t.removeFilter(ui.t.exactLabel)}</span>
          </a>
        )}
      </p>
      {notices.map((notice, i) =>
        // Said below, each as a link.
        notice.key === 'filter' ? null : (
          <p class="warning">{ui.t.notice(notice, warnings[i] ?? '')}</p>
        ),
      )}
    </div>
  )
}

/** Corrected queries that may have been meant, each with what it finds. */
export const Suggestions: FC<ResultsProps> = ({ ui, answer }) => {
  const corrected = answer.alternatives.filter(({ kind }) => kind === 'spelling')
  if (corrected.length === 0) return null
  return (
    <p class="did-you-mean">
      {ui.t.didYouMean}{' '}
      {corrected.map(({ q, total, url }) => (
        <>
          <a href={addressed(ui, url)}>{q}</a> <span class="count">({ui.t.passages(total)})</span>
        </>
      ))}
    </p>
  )
}

/** An address of the answer in the language of the page. */
function addressed(ui: Ui, url: string): string {
  return href(ui, '/', new URLSearchParams(url.slice(url.indexOf('?') + 1)))
}

/** What an alternative leaves out, as a reader would say it. */
function leftOut(props: ResultsProps, { kind, text }: Alternative): string {
  const { ui, parameters } = props
  if (kind === 'exact') return ui.t.zeroExact
  if (kind === 'filters') return ui.t.zeroFilters
  if (kind === 'part') return ui.t.zeroRemove(`“${text.replaceAll(/^["“]|["”]$/gu, '')}”`)
  const names = text === 'years' ? ['year_min', 'year_max'] : [text]
  const filters = filtersOf(parameters).filter(({ name }) => names.includes(name))
  return ui.t.zeroRemove(filters.map((filter) => filterName(props, filter)).join(', '))
}

export const ZeroHelp: FC<ResultsProps> = (props) => {
  const { ui, answer } = props
  const ways = answer.alternatives.filter(({ kind }) => kind !== 'spelling')
  return (
    <div class="zero">
      <h2>{ui.t.zeroTitle}</h2>
      {ways.length > 0 && (
        <>
          <p>{ui.t.zeroWays}</p>
          <ul>
            {ways.map((way) => (
              <li>
                <a href={addressed(ui, way.url)}>{leftOut(props, way)}</a>{' '}
                <span class="count">{ui.t.passages(way.total)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {ui.t.zeroQuery} <a href={href(ui, '/help')}>{ui.t.searchHelp}</a>
      </p>
    </div>
  )
}
