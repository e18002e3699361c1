/** How to cite a passage: quotation with citation, three styles, files for reference managers; and for machines. */
import type { FC } from 'hono/jsx'
import type { PassageDetail } from '../../src/passages/detail.ts'
import type { Passage, PassageLabel } from '../../src/model.ts'
import { href, type Ui } from '../ui.ts'

interface Props {
  readonly ui: Ui
  readonly detail: PassageDetail
}

const styles = [
  ['chicago', 'Chicago'],
  ['bluebook', 'Bluebook'],
  ['apa', 'APA'],
] as const

const formats = [
  ['ris', 'RIS'],
  ['bibtex', 'BibTeX'],
  ['csl-json', 'CSL-JSON'],
] as const

const Copyable: FC<{ ui: Ui; id: string; name: string; text: string; lang?: string }> = ({
  ui,
  id,
  name,
  text,
  lang,
}) => (
  <div class="copyable">
    <p id={id} {...(lang ? { lang } : {})}>
      {text}
    </p>
    <button class="script" type="button" data-copy={id} aria-label={ui.t.copyNamed(name)}>
      {ui.t.copy}
    </button>
  </div>
)

export const Citations: FC<Props> = ({ ui, detail }) => {
  const { citations, passage } = detail
  return (
    <section class="citations" id="cite" aria-labelledby="cite-title">
      <h2 id="cite-title">{ui.t.citeTitle}</h2>
      <p id="quotation" hidden>
        {detail.quotation}
      </p>
      <button class="script copy-quotation" type="button" data-copy="quotation">
        {ui.t.copyQuotation}
      </button>
      {styles.map(([style, name]) => (
        <>
          <h3>{name}</h3>
          <Copyable ui={ui} id={`cite-${style}`} name={name} text={citations[style].note} />
          {citations[style].bibliography !== null && (
            <Copyable
              ui={ui}
              id={`bibliography-${style}`}
              name={`${name}, ${ui.t.bibliography}`}
              text={citations[style].bibliography}
            />
          )}
        </>
      ))}
      <h3>{ui.t.permalink}</h3>
      <Copyable ui={ui} id="permalink" name={ui.t.permalink} text={detail.permalink} />
      <p class="downloads">
        {ui.t.downloadAs}{' '}
        {formats.map(([format, name]) => (
          <a href={`/api/v1/passages/${encodeURIComponent(passage.id)}/${format}`} download>
            {name}
          </a>
        ))}
      </p>
      {detail.sourceUrl !== null && (
        <p>
          <a href={detail.sourceUrl} rel="external noreferrer">
            {ui.t.sourceAt}
          </a>
        </p>
      )}
    </section>
  )
}

const labelNames: readonly PassageLabel[] = ['language', 'section', 'year', 'country']

const valueOf = (passage: Passage, label: PassageLabel) => passage[label] ?? null

export const Evidence: FC<Props> = ({ ui, detail }) => {
  const { passage, selectors } = detail
  const names = {
    language: ui.t.facets.lang,
    section: ui.t.facets.section,
    year: ui.t.facets.year,
    country: ui.t.facets.country,
  }
  const query = new URLSearchParams({ f: detail.fingerprint.slice(0, 16) })
  return (
    <section class="evidence-list" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{ui.t.labelsTitle}</h2>
      <dl class="facts">
        {labelNames.map((label) => (
          <>
            <dt>{names[label]}</dt>
            <dd>
              {valueOf(passage, label) ?? ui.t.unknown}{' '}
              <span class="quiet">{ui.t.by[passage.labels[label].by]}</span>
              {passage.labels[label].evidence !== '' && (
                <span class="evidence" lang="en">
                  {passage.labels[label].evidence}
                </span>
              )}
            </dd>
          </>
        ))}
        <dt>{ui.t.sourceFile}</dt>
        <dd>
          <code>{passage.source.file}</code>{' '}
          <span class="quiet">{ui.t.characters(passage.source.start, passage.source.end)}</span>
        </dd>
      </dl>
      <details>
        <summary>{ui.t.selectorsTitle}</summary>
        <dl class="facts">
          <dt>{ui.t.fingerprint}</dt>
          <dd>
            <code>{detail.fingerprint}</code>
          </dd>
          <dt>{ui.t.checkedLink}</dt>
          <dd>
            <a href={href(ui, `/p/${passage.id}`, query)}>{`/p/${passage.id}?${query}`}</a>
          </dd>
        </dl>
        <pre tabindex={0}>{JSON.stringify(selectors, null, 2)}</pre>
      </details>
    </section>
  )
}
