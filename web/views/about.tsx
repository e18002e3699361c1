/** What was indexed, what went wrong, and which version of it all this is. */
import type { FC } from 'hono/jsx'
import type { DocumentRecord, Problem } from '../../src/model.ts'
import type { Manifest } from '../../src/store/store.ts'
import { href, type Ui } from '../ui.ts'
import { Layout } from './layout.tsx'
import { countryName, languageName } from './names.ts'

export interface AboutProps {
  readonly ui: Ui
  readonly manifest: Manifest
  readonly documents: readonly DocumentRecord[]
  readonly problems: readonly Problem[]
  /** By document, how many of its passages have a section. */
  readonly sectioned: ReadonlyMap<string, number>
}

const Documents: FC<AboutProps> = ({ ui, documents, sectioned }) => (
  <div class="wide-table" tabindex={0} role="region" aria-labelledby="documents">
    <table>
      <thead>
        <tr>
          <th scope="col">{ui.t.colTitle}</th>
          <th scope="col">{ui.t.colYear}</th>
          <th scope="col">{ui.t.colCountry}</th>
          <th scope="col">{ui.t.colLanguage}</th>
          <th scope="col" class="figure">
            {ui.t.colPassages}
          </th>
          <th scope="col" class="figure">
            {ui.t.colSectioned}
          </th>
          <th scope="col" class="figure">
            {ui.t.colRepairs}
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr>
            <th scope="row">
              <a href={href(ui, `/d/${document.id}`)}>{document.title}</a>
              <span class="file">{document.file}</span>
            </th>
            <td>{document.year ?? '–'}</td>
            <td>{countryName(ui, document.country) ?? '–'}</td>
            <td>{languageName(ui, document.language)}</td>
            <td class="figure">{ui.t.number(document.passages)}</td>
            <td class="figure">
              {document.passages === 0
                ? '–'
                : ui.t.percent((sectioned.get(document.id) ?? 0) / document.passages)}
            </td>
            <td class="figure">{ui.t.number(document.damage.repairs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

export const AboutPage: FC<AboutProps> = (props) => {
  const { ui, manifest, documents, problems } = props
  return (
    <Layout ui={ui} head={{ title: ui.t.aboutTitle, canonical: '/about' }} page="about">
      <article class="prose">
        <h1>{ui.t.aboutTitle}</h1>
        <p class="lead">
          {ui.t.aboutLead(manifest.passages, manifest.documents, ui.t.number(manifest.words))}
        </p>
        <dl class="facts">
          <dt>{ui.t.aboutVersion}</dt>
          <dd>
            <code>{manifest.version}</code> <span class="quiet">{ui.t.versionWhy}</span>
          </dd>
          <dt>{ui.t.aboutBuilt}</dt>
          <dd>
            <time datetime={manifest.created}>{ui.t.date(manifest.created)}</time>
          </dd>
          <dt>{ui.t.aboutAnalyzer}</dt>
          <dd>{manifest.analyzerVersion}</dd>
        </dl>
        <h2 id="documents">
          {ui.t.aboutDocuments} <span class="count">{ui.t.number(documents.length)}</span>
        </h2>
        <Documents {...props} />
        <h2>{ui.t.aboutProblems}</h2>
        {problems.length === 0 ? (
          <p>{ui.t.aboutNoProblems}</p>
        ) : (
          <ul class="problems">
            {problems.map((problem) => (
              <li>
                <code>{problem.documentId}</code> <span lang="en">{problem.message}</span>
              </li>
            ))}
          </ul>
        )}
        <p>
          {ui.t.aboutApi} <a href="/api/v1/openapi.json">{ui.t.aboutApiName}</a>
        </p>
      </article>
    </Layout>
  )
}
