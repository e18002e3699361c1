/** What was searched, part by part; each part is a link to the search without it. */
import type { Child, FC } from 'hono/jsx'
import type { Interpretation } from '../../src/search/answer.ts'
import { canonical, changed } from '../address.ts'
import { href, type Ui } from '../ui.ts'
import type { ResultsProps } from './results.tsx'

/** Other forms named; the rest are counted. */
const formsNamed = 3

/** A part that a click takes away. `without` says what the click does. */
const Chip: FC<{
  ui: Ui
  to: URLSearchParams
  without: string
  lang?: string
  title?: string
  children?: Child
}> = ({ ui, to, without, lang, title, children }) => (
  <a class="chip" href={href(ui, '/', to)} {...(title === undefined ? {} : { title })}>
    <span {...(lang === undefined ? {} : { lang })}>{children}</span>{' '}
    <span aria-hidden="true">×</span>
    <span class="unseen"> {without}</span>
  </a>
)

const Part: FC<ResultsProps & { part: Interpretation; isAlone: boolean }> = (props) => {
  const { ui, parameters, part, isAlone } = props
  const { text, kind, also, without, only } = part
  const name = kind === 'not' ? `${ui.t.not} ${text}` : text
  const forms = also.slice(0, formsNamed).join(', ') + (also.length > formsNamed ? ' …' : '')
  return (
    <span class="query-part">
      {isAlone ? (
        <b>{name}</b>
      ) : (
        <Chip ui={ui} to={changed(parameters, { q: without })} without={ui.t.dropWord(text)}>
          <b>{name}</b>
        </Chip>
      )}
      {also.length > 0 && only === null && <i> {forms}</i>}
      {only !== null && (
        <Chip
          ui={ui}
          to={changed(parameters, { q: only })}
          without={ui.t.onlySpelling(text)}
          title={also.join(', ')}
        >
          {ui.t.otherForms(also.length)} <i>{forms}</i>
        </Chip>
      )}
    </span>
  )
}

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
      {(['en', 'es'] as const).map((language) => {
        const said = terms.filter((term) => term.language === language)
        if (said.length === 0) return null
        return (
          <>
            + {ui.t.crossWords[language](said.length)}{' '}
            {said.map(({ word, from }) => (
              <Chip
                ui={ui}
                to={dropping(parameters, word)}
                without={ui.t.dropWord(word)}
                lang={language}
                title={`${from} → ${word}`}
              >
                {word}
              </Chip>
            ))}{' '}
          </>
        )
      })}
      <a class="quiet-link" href={href(ui, '/', changed(parameters, { cross: '0' }))}>
        {ui.t.crossOff}
      </a>
    </span>
  )
}

/** Whether accents count: they do where one searches exactly as typed. */
const Accents: FC<ResultsProps> = ({ ui, parameters, answer }) => {
  if (parameters.get('exact') === '1') {
    return (
      <Chip
        ui={ui}
        to={changed(parameters, { exact: null })}
        without={ui.t.removeFilter(ui.t.exactLabel)}
      >
        {ui.t.exactLabel}
      </Chip>
    )
  }
  const hasWords = answer.query.interpretation.some(({ kind }) => kind !== 'field')
  return hasWords ? (
    <Chip
      ui={ui}
      to={changed(parameters, { exact: '1' })}
      without={`${ui.t.exactLabel}: ${ui.t.exactHint}`}
    >
      {ui.t.accentsIgnored}
    </Chip>
  ) : null
}

export const SearchedFor: FC<ResultsProps> = (props) => {
  const { ui, answer } = props
  const { interpretation, notices, warnings } = answer.query
  if (interpretation.length === 0 && notices.length === 0) return null
  return (
    <div class="interpretation">
      {interpretation.length > 0 && (
        <p>
          {ui.t.searchedFor}{' '}
          {interpretation.map((part) => (
            <Part {...props} part={part} isAlone={interpretation.length === 1} />
          ))}{' '}
          <Accents {...props} /> <Across {...props} />
        </p>
      )}
      {notices.map((notice, i) =>
        // Said below, each as a link.
        notice.key === 'filter' ? null : (
          <p class="warning">{ui.t.notice(notice, warnings[i] ?? '')}</p>
        ),
      )}
    </div>
  )
}
