/** How the query was read, what it may have meant, and what to do when nothing was found. */
import type { FC } from 'hono/jsx'
import { canonical, changed, filtersOf } from '../address.ts'
import { href } from '../ui.ts'
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
      {notices.map((notice, i) => (
        <p class="warning">{ui.t.notice(notice, warnings[i] ?? '')}</p>
      ))}
    </div>
  )
}

export const Suggestions: FC<ResultsProps> = ({ ui, parameters, answer }) =>
  answer.suggestions.length === 0 ? null : (
    <p class="did-you-mean">
      {ui.t.didYouMean}{' '}
      {answer.suggestions.map((suggestion, i) => (
        <>
          {i > 0 && ', '}
          <a href={href(ui, '/', changed(parameters, { q: suggestion }))}>{suggestion}</a>
        </>
      ))}
      ?
    </p>
  )

export const ZeroHelp: FC<ResultsProps> = (props) => {
  const { ui, parameters } = props
  const filters = filtersOf(parameters)
  return (
    <div class="zero">
      <h2>{ui.t.zeroTitle}</h2>
      {filters.length > 0 && (
        <>
          <p>{ui.t.zeroFilters}</p>
          <ul>
            {filters.map((filter) => (
              <li>
                <a href={href(ui, '/', filter.without)}>
                  {ui.t.zeroRemove(filterName(props, filter))}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {parameters.get('exact') === '1' && (
        <p>
          <a href={href(ui, '/', changed(parameters, { exact: null }))}>{ui.t.zeroExact}</a>
        </p>
      )}
      {parameters.has('q') && (
        <p>
          {ui.t.zeroQuery} <a href={href(ui, '/help')}>{ui.t.searchHelp}</a>
        </p>
      )}
    </div>
  )
}
