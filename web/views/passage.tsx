/** One passage: its words, where they stand, what was repaired, how to cite it. */
import type { Child, FC } from 'hono/jsx'
import type { DocumentRecord, Passage } from '../../src/model.ts'
import { changed } from '../address.ts'
import { href, type Ui } from '../ui.ts'
import { passageName } from './card.tsx'
import { Layout } from './layout.tsx'
import type { Range } from './marked.tsx'
import { languageName } from './names.ts'
import { Repaired, RepairList } from './repairs.tsx'

export interface PassageProps {
  readonly ui: Ui
  readonly passage: Passage
  readonly document: DocumentRecord
  /** The search that led here, canonical; `view=printed` shows the unrepaired text. */
  readonly parameters: URLSearchParams
  readonly view: 'repaired' | 'printed'
  /** Matches in the repaired text. */
  readonly hits: readonly Range[]
  readonly before: readonly Passage[]
  readonly after: readonly Passage[]
  readonly duplicates: readonly { readonly id: string; readonly title: string }[]
  /** What other features add below the text: versions, citations, selectors. */
  readonly parts: readonly Child[]
  readonly meta?: readonly (readonly [string, string])[]
}

const Context: FC<{
  ui: Ui
  passages: readonly Passage[]
  title: string
  parameters: URLSearchParams
}> = ({ ui, passages, title, parameters }) =>
  passages.length === 0 ? null : (
    <section class="context" aria-label={title}>
      {passages.map((passage) => (
        <p class="reading" lang={passage.language}>
          <a
            class="ordinal"
            href={href(ui, `/p/${passage.id}`, parameters)}
            aria-label={ui.t.linkTo(passage.ordinal)}
          >
            {passage.ordinal}
          </a>
          {passage.text}
        </p>
      ))}
    </section>
  )

const ViewToggle: FC<PassageProps> = ({ ui, passage, parameters, view }) =>
  passage.repairs.length === 0 ? null : (
    <nav class="view-toggle" aria-label={ui.t.viewLabel}>
      {(['repaired', 'printed'] as const).map((name) => {
        const query = changed(parameters, {})
        if (name === 'printed') query.set('view', 'printed')
        return (
          <a
            href={href(ui, `/p/${passage.id}`, query)}
            {...(view === name ? { 'aria-current': 'true' as const } : {})}
          >
            {name === 'repaired' ? ui.t.viewRepaired : ui.t.viewPrinted}
          </a>
        )
      })}
    </nav>
  )

const Matches: FC<PassageProps> = ({ ui, hits, parameters, view }) =>
  !parameters.has('q') || view === 'printed' ? null : (
    <p class="found" data-matches={hits.length}>
      <span>{ui.t.matchOf(hits.length)}</span>
      {hits.length > 0 && <a href="#m1">{ui.t.firstMatch}</a>}
    </p>
  )

const Words: FC<PassageProps> = ({ passage, view, hits }) => (
  <blockquote
    class="reading the-passage"
    lang={passage.language}
    id="text"
    cite={passage.source.file}
  >
    {view === 'printed' ? (
      <p>{passage.printed}</p>
    ) : (
      <p>
        <Repaired passage={passage} hits={hits} />
      </p>
    )}
  </blockquote>
)

const Around: FC<PassageProps & { before: readonly Passage[] }> = ({
  ui,
  before,
  after,
  parameters,
}) => {
  const previous = before.at(-1)
  const next = after[0]
  return (
    <nav class="around" aria-label={ui.t.inDocument}>
      {previous && (
        <a rel="prev" href={href(ui, `/p/${previous.id}`, parameters)}>
          ← {ui.t.previousPassage}
        </a>
      )}
      {next && (
        <a rel="next" href={href(ui, `/p/${next.id}`, parameters)}>
          {ui.t.nextPassage} →
        </a>
      )}
    </nav>
  )
}

const Heading: FC<PassageProps> = ({ ui, passage, document, parameters, duplicates }) => (
  <header class="passage-head">
    {parameters.has('q') && (
      <p class="back">
        <a href={href(ui, '/', parameters)} data-back>
          ← {ui.t.backToResults}
        </a>
      </p>
    )}
    <h1>{passageName(ui, passage) || document.title}</h1>
    <p class="card-meta">
      <a href={href(ui, `/d/${document.id}#p${passage.ordinal}`)}>{document.title}</a>
      <span>{languageName(ui, passage.language)}</span>
      {passage.page !== null && <span>{ui.t.pageNumber(passage.page)}</span>}
      <span>{ui.t.passageOf(passage.ordinal, document.passages)}</span>
    </p>
    {duplicates.length > 0 && (
      <p class="quiet">
        {ui.t.alsoIn}{' '}
        {duplicates.map(({ id, title }, i) => (
          <>
            {i > 0 && ', '}
            <a href={href(ui, `/p/${id}`, parameters)}>{title}</a>
          </>
        ))}
      </p>
    )}
  </header>
)

export const PassagePage: FC<PassageProps> = (props) => {
  const { ui, passage, document, parameters } = props
  const head = {
    title: `${passageName(ui, passage) || document.title} · ${ui.t.paragraph(passage.ordinal)}`,
    description: passage.text.slice(0, 200),
    canonical: `/p/${passage.id}`,
    ...(props.meta ? { meta: props.meta } : {}),
  }
  return (
    <Layout
      ui={ui}
      head={head}
      parameters={new URLSearchParams({ q: parameters.get('q') ?? '' })}
      page="passage"
    >
      <article class="passage" data-id={passage.id}>
        <Heading {...props} />
        <div class="passage-tools">
          <ViewToggle {...props} />
          <Matches {...props} />
        </div>
        {passage.heading !== null && (
          <p class="section-heading" lang={passage.language}>
            {passage.heading}
          </p>
        )}
        <Context ui={ui} passages={props.before} title={ui.t.before} parameters={parameters} />
        <Words {...props} />
        <Context ui={ui} passages={props.after} title={ui.t.after} parameters={parameters} />
        <Around {...props} />
        <RepairList ui={ui} passage={passage} />
        {props.parts}
      </article>
    </Layout>
  )
}
