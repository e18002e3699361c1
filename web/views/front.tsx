/** The first page: the search box, and what there is to search. */
import type { FC } from 'hono/jsx'
import type { DocumentRecord } from '../../src/model.ts'
import { href, type Ui } from '../ui.ts'
import { Layout } from './layout.tsx'
import { countryName, languageName, sectionName } from './names.ts'
import { SearchForm } from './search-form.tsx'

export interface FrontProps {
  readonly ui: Ui
  readonly documents: readonly DocumentRecord[]
  /** Sections with their number of passages, most first. */
  readonly sections: readonly { readonly section: string; readonly count: number }[]
  /** Searches worth trying, each in the language of the corpus it finds something in. */
  readonly examples: readonly string[]
}

/** More than this and the list of reports belongs on its own page. */
const mostDocuments = 12
const mostSections = 12

const Reports: FC<FrontProps> = ({ ui, documents }) => (
  <section class="front-reports" aria-labelledby="reports">
    <h2 id="reports">{ui.t.frontReports}</h2>
    <ul>
      {documents.slice(0, mostDocuments).map((document) => (
        <li>
          <span class="year">{document.year ?? '–'}</span>
          <div>
            <a href={href(ui, `/d/${document.id}`)}>{document.title}</a>
            <p class="quiet">
              {[
                countryName(ui, document.country),
                languageName(ui, document.language),
                ui.t.passages(document.passages),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
    {documents.length > mostDocuments && (
      <p>
        <a href={href(ui, '/about')}>{ui.t.more(documents.length - mostDocuments)}</a>
      </p>
    )}
  </section>
)

const Sections: FC<FrontProps> = ({ ui, sections }) => (
  <section class="front-sections" aria-labelledby="sections">
    <h2 id="sections">{ui.t.frontSections}</h2>
    <ul>
      {sections.slice(0, mostSections).map(({ section, count }) => (
        <li>
          <a href={href(ui, '/', new URLSearchParams({ section }))}>{sectionName(ui, section)}</a>{' '}
          <span class="count">{ui.t.number(count)}</span>
        </li>
      ))}
    </ul>
  </section>
)

export const FrontPage: FC<FrontProps> = (props) => {
  const { ui, documents, examples } = props
  const years = documents.flatMap(({ year }) => (year === null ? [] : [year]))
  return (
    <Layout ui={ui} head={{ title: 'Pasaje', canonical: '/' }} page="front" search={false}>
      <section class="front-search">
        <h1>{ui.t.frontTitle}</h1>
        <p class="lead">{ui.t.tagline}</p>
        <SearchForm ui={ui} parameters={new URLSearchParams()} large />
        {examples.length > 0 && (
          <p class="examples">
            {ui.t.frontTry}{' '}
            {examples.map((example) => (
              <a href={href(ui, '/', new URLSearchParams({ q: example }))}>{example}</a>
            ))}
          </p>
        )}
        <p class="quiet">
          {ui.t.frontHolds(ui.corpus.passages, ui.corpus.documents)}
          {years.length > 0 && `, ${ui.t.frontYears(Math.min(...years), Math.max(...years))}`}.{' '}
          <a href={href(ui, '/', new URLSearchParams({ all: '1' }))}>{ui.t.frontBrowse}</a>
        </p>
      </section>
      <div class="front-columns">
        <Reports {...props} />
        <Sections {...props} />
      </div>
    </Layout>
  )
}
