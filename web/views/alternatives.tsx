/** Other searches, each with what it finds: what may have been meant, and what to do when nothing was found. */
import type { FC } from 'hono/jsx'
import type { Alternative } from '../../src/search/answer.ts'
import { filtersOf } from '../address.ts'
import { href, type Ui } from '../ui.ts'
import { filterName, type ResultsProps } from './results.tsx'

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
  if (kind === 'words') return ui.t.zeroWords
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
