/** One passage: its words, where they stand, what was repaired, how to cite it. */
import type { FC } from 'hono/jsx'
import type { Passage } from '../../src/model.ts'
import type { PassageDetail } from '../../src/passages/detail.ts'
import { changed } from '../address.ts'
import { href, type Ui } from '../ui.ts'
import { passageName } from './card.tsx'
import { Citations, Evidence } from './citations.tsx'
import { Layout } from './layout.tsx'
import type { Range } from './marked.tsx'
import { languageName } from './names.ts'
import { Repaired, RepairList } from './repairs.tsx'
import { Versions, type Beside } from './versions.tsx'

export interface PassageProps {
  readonly ui: Ui
  readonly detail: PassageDetail
  /** The search that led here, canonical. */
  readonly parameters: URLSearchParams
  readonly view: 'repaired' | 'printed'
  /** Matches in the repaired text. */
  readonly hits: readonly Range[]
  readonly duplicates: readonly { readonly id: string; readonly title: string }[]
  /** Whether the link's fingerprint is the text's; null where the link has none. */
  readonly fingerprint: boolean | null
  readonly beside: Beside | null
  readonly nameOf: (id: string) => string
}

/** Enough of a neighbour to see how the text goes on. */
const glimpse = 320

/** The end of what stands before, the beginning of what stands after, cut between words. */
function glimpseOf(text: string, side: 'before' | 'after'): string {
  if (text.length <= glimpse) return text
  if (side === 'before') return `… ${text.slice(text.indexOf(' ', text.length - glimpse) + 1)}`
  return `${text.slice(0, text.lastIndexOf(' ', glimpse))} …`
}

const Context: FC<{
  ui: Ui
  passages: readonly Passage[]
  side: 'before' | 'after'
  parameters: URLSearchParams
}> = ({ ui, passages, side, parameters }) =>
  passages.length === 0 ? null : (
    <section class="context" aria-label={ui.t[side]}>
      {passages.map((passage) => (
        <p class="reading" lang={passage.language}>
          <a
            class="ordinal"
            href={href(ui, `/p/${passage.id}`, parameters)}
            aria-label={ui.t.linkTo(passage.ordinal)}
          >
            {passage.ordinal}
          </a>
          {glimpseOf(passage.text, side)}
        </p>
      ))}
    </section>
  )

const ViewToggle: FC<PassageProps> = ({ ui, detail: { passage }, parameters, view }) =>
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

const Words: FC<PassageProps> = ({ detail: { passage }, view, hits }) => (
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

const Around: FC<PassageProps> = ({ ui, detail, parameters }) => {
  const previous = detail.context.before.at(-1)
  const next = detail.context.after[0]
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

const Heading: FC<PassageProps> = ({ ui, detail, parameters, duplicates }) => {
  const { passage, document } = detail
  return (
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
        {passage.repairs.length > 0 && (
          <a class="machine-read" href="#repairs">
            {ui.t.repairedNote(passage.repairs.length)}
          </a>
        )}
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
}

/** What crawlers and reference managers (Zotero) read in the head. */
function metaOf({
  passage,
  document,
  permalink,
}: PassageDetail): readonly (readonly [string, string])[] {
  const all: readonly (readonly [string, string | null])[] = [
    ['citation_title', document.title],
    ['citation_author', document.author ?? document.publisher],
    ['citation_publication_date', passage.year === null ? null : String(passage.year)],
    ['citation_publisher', document.publisher],
    ['citation_language', passage.language === 'und' ? null : passage.language],
    ['citation_firstpage', passage.page === null ? null : String(passage.page)],
    ['citation_public_url', permalink],
  ]
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

const FingerprintNotice: FC<PassageProps> = ({ ui, fingerprint }) =>
  fingerprint === null ? null : (
    <p class={fingerprint ? 'checked' : 'warning'} role="note">
      {fingerprint ? ui.t.fingerprintRight : ui.t.fingerprintWrong}
    </p>
  )

const Text: FC<PassageProps> = (props) => {
  const { ui, detail, parameters } = props
  const { passage, context } = detail
  return (
    <>
      <div class="passage-tools">
        <ViewToggle {...props} />
        <Matches {...props} />
      </div>
      {passage.heading !== null && (
        <p class="section-heading" lang={passage.language}>
          {passage.heading}
        </p>
      )}
      <Context ui={ui} passages={context.before.slice(-1)} side="before" parameters={parameters} />
      <Words {...props} />
      <Context ui={ui} passages={context.after.slice(0, 1)} side="after" parameters={parameters} />
      <Around {...props} />
    </>
  )
}

export const PassagePage: FC<PassageProps> = (props) => {
  const { ui, detail, parameters, beside, nameOf } = props
  const { passage, document, timeline, versions } = detail
  const head = {
    title: `${passageName(ui, passage) || document.title} · ${ui.t.paragraph(passage.ordinal)}`,
    description: passage.text.slice(0, 200),
    meta: metaOf(detail),
    canonical: `/p/${passage.id}`,
    isVariant: props.view === 'printed' || beside !== null || parameters.size > 0,
  }
  const search = new URLSearchParams({ q: parameters.get('q') ?? '' })
  return (
    <Layout ui={ui} head={head} parameters={search} page="passage">
      <div class="passage-grid">
        <article class="passage" data-id={passage.id}>
          <Heading {...props} />
          <FingerprintNotice {...props} />
          <Text {...props} />
          <Versions {...{ ui, passage, parameters, timeline, versions, beside, nameOf }} />
          <RepairList ui={ui} passage={passage} />
        </article>
        <aside class="margin">
          <Citations ui={ui} detail={detail} />
          <Evidence ui={ui} detail={detail} />
        </aside>
      </div>
    </Layout>
  )
}
