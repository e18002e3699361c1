/** The filters beside the results. Every value is a link, so a filter is one click and works without a script. */
import type { FC } from 'hono/jsx'
import type { AnswerBucket } from '../../src/search/answer.ts'
import type { Facet } from '../../src/model.ts'
import { changed, facetNames, toggled, unknownValue } from '../address.ts'
import { href, type Ui } from '../ui.ts'
import { Histogram } from './histogram.tsx'
import { valueName } from './names.ts'

export interface FacetProps {
  readonly ui: Ui
  readonly parameters: URLSearchParams
  readonly facets: Readonly<Record<Facet, readonly AnswerBucket[]>>
  readonly titles: (id: string) => string
  /** What is looked for within a long facet, by facet: the parameters `in_doc`, `in_section` … */
  readonly within: Readonly<Partial<Record<Facet, string>>>
}

/** Values shown at once, and at most after "more": beyond that one searches within the facet. */
const shownAtOnce = 8
const shownAtMost = 120

interface Value {
  readonly value: string
  readonly name: string
  readonly count: number
}

const FacetValue: FC<FacetProps & { facet: Facet; bucket: Value }> = (props) => {
  const { ui, parameters, facet, bucket } = props
  const chosen = parameters.getAll(facet)
  const included = chosen.includes(bucket.value)
  const excluded = chosen.includes(`-${bucket.value}`)
  const to = (value: string) => href(ui, '/', toggled(parameters, facet, value))
  return (
    <li class={excluded ? 'excluded' : included ? 'included' : undefined}>
      <a
        class="pick"
        href={to(excluded ? `-${bucket.value}` : bucket.value)}
        {...(included || excluded ? { 'aria-current': 'true' as const } : {})}
      >
        <span class="name">{bucket.name}</span>{' '}
        <span class="count">{ui.t.number(bucket.count)}</span>
      </a>
      {!included && !excluded && (
        <a class="leave-out" href={to(`-${bucket.value}`)} title={ui.t.exclude(bucket.name)}>
          <span aria-hidden="true">−</span>
          <span class="unseen">{ui.t.exclude(bucket.name)}</span>
        </a>
      )}
    </li>
  )
}

/** The form that looks for a value within a long facet; the script answers as one types. */
const FindWithin: FC<FacetProps & { facet: Facet }> = ({ ui, parameters, facet, within }) => (
  <form class="find-within" action="/" method="get" data-find-within={facet}>
    {[...parameters].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
    <input
      type="search"
      name={`in_${facet}`}
      value={within[facet] ?? ''}
      aria-label={ui.t.findIn(ui.t.facets[facet])}
      placeholder={ui.t.findIn(ui.t.facets[facet])}
    />
  </form>
)

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** What is not known stands last. */
const yearOf = ({ value }: Value) => (value === unknownValue ? 0 : Number(value))

const FacetList: FC<FacetProps & { facet: Facet }> = (props) => {
  const { ui, parameters, facets, facet, titles, within } = props
  const wanted = fold(within[facet] ?? '')
  const values = facets[facet].map((bucket) => {
    const value = bucket.value === null ? unknownValue : String(bucket.value)
    return { value, name: valueName(ui, facet, { value, titles }), count: bucket.count }
  })
  // Years read in their own order, whatever their counts.
  if (facet === 'year') values.sort((a, b) => yearOf(b) - yearOf(a))
  const found = wanted === '' ? values : values.filter(({ name }) => fold(name).includes(wanted))
  const isChosen = ({ value }: Value) =>
    parameters.getAll(facet).some((chosen) => chosen === value || chosen === `-${value}`)
  const first = found.filter((bucket, i) => i < shownAtOnce || isChosen(bucket))
  const rest = found.filter((bucket) => !first.includes(bucket)).slice(0, shownAtMost)
  return (
    <>
      {values.length > shownAtOnce && <FindWithin {...props} />}
      <ul class="values" data-values={facet}>
        {first.map((bucket) => (
          <FacetValue {...props} bucket={bucket} />
        ))}
        {found.length === 0 && <li class="quiet">{ui.t.noneSuch}</li>}
      </ul>
      {rest.length > 0 && (
        <details class="more" open={wanted !== ''}>
          <summary>{ui.t.more(found.length - first.length)}</summary>
          <ul class="values">
            {rest.map((bucket) => (
              <FacetValue {...props} bucket={bucket} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const YearRange: FC<FacetProps> = ({ ui, parameters }) => (
  <form class="year-range" action="/" method="get">
    {[...changed(parameters, { year_min: null, year_max: null })].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
    {(['year_min', 'year_max'] as const).map((name) => (
      <label>
        {name === 'year_min' ? ui.t.yearFrom : ui.t.yearTo}{' '}
        <input
          type="number"
          name={name}
          inputmode="numeric"
          min="1000"
          max="2999"
          value={parameters.get(name) ?? ''}
        />
      </label>
    ))}
    <button type="submit">{ui.t.apply}</button>
  </form>
)

/** The facets that tell passages apart: one with a single unchosen value does not. */
export function usefulFacets(
  parameters: URLSearchParams,
  facets: FacetProps['facets'],
): readonly Facet[] {
  return facetNames.filter((name) => facets[name].length > 1 || parameters.has(name))
}

export const Facets: FC<FacetProps> = (props) => {
  const { ui, parameters, facets } = props
  return (
    <>
      {usefulFacets(parameters, facets).map((facet) => (
        <section class={`facet facet-${facet}`} aria-labelledby={`facet-${facet}`}>
          <h3 id={`facet-${facet}`}>{ui.t.facets[facet]}</h3>
          {facet === 'year' && <Histogram {...props} />}
          {facet === 'year' && <YearRange {...props} />}
          <FacetList {...props} facet={facet} />
        </section>
      ))}
    </>
  )
}
