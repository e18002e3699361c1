/** What a passage said in other years: a line of years, and any two of them compared. */
import type { FC } from 'hono/jsx'
import type { DiffPart } from '../../src/lineage/word-diff.ts'
import type { Passage, Version } from '../../src/model.ts'
import type { TimelineYear } from '../../src/passages/timeline.ts'
import { href, type Ui } from '../ui.ts'
import { Diff } from './diff.tsx'

/** Another version set beside the passage. `diff` is null across languages: there the texts stand side by side. */
export interface Beside {
  readonly other: Passage
  readonly diff: readonly DiffPart[] | null
}

interface Props {
  readonly ui: Ui
  readonly passage: Passage
  readonly parameters: URLSearchParams
  readonly timeline: readonly TimelineYear[]
  readonly versions: readonly Version[]
  readonly beside: Beside | null
  /** What a version is called: its document and paragraph. */
  readonly nameOf: (id: string) => string
}

/** The passage's own address with another version beside it. */
function besideAddress({ ui, passage, parameters }: Props, id: string): string {
  const query = new URLSearchParams(parameters)
  query.set('with', id)
  return href(ui, `/p/${passage.id}#versions`, query)
}

const stateName = (ui: Ui, entry: TimelineYear, year: number): string => {
  if (entry.state === 'this') return ui.t.thisYear
  if (entry.state === 'same') return ui.t.versionSame
  if (entry.state === 'revised') return ui.t.versionRevised
  return entry.year < year ? ui.t.versionNotYet : ui.t.versionDropped
}

const Year: FC<Props & { entry: TimelineYear }> = (props) => {
  const { ui, passage, parameters, entry, beside, nameOf } = props
  return (
    <li class={`year-${entry.state}`}>
      <span class="year">{entry.year}</span>
      <span class="state">{stateName(ui, entry, passage.year ?? 0)}</span>
      {entry.versions.map((version) => (
        <span class="version-links">
          <a href={href(ui, `/p/${version.id}`, parameters)}>{nameOf(version.id)}</a>
          <a
            href={besideAddress(props, version.id)}
            {...(beside?.other.id === version.id ? { 'aria-current': 'true' as const } : {})}
          >
            {ui.t.compareWith(String(entry.year))}
          </a>
        </span>
      ))}
      {entry.state === 'absent' &&
        entry.documents.slice(0, 1).map((id) => (
          <span class="version-links">
            <a href={href(ui, `/compare/${[passage.documentId, id].join('/')}`)}>
              {ui.t.compareDocuments}
            </a>
          </span>
        ))}
    </li>
  )
}

const OtherLanguage: FC<Props> = (props) => {
  const { ui, passage, parameters, versions, nameOf } = props
  const others = versions.filter(({ language }) => language !== passage.language)
  if (others.length === 0) return null
  return (
    <p class="quiet">
      {ui.t.inOtherLanguage}{' '}
      {others.map((version, i) => (
        <>
          {i > 0 && ', '}
          <a href={href(ui, `/p/${version.id}`, parameters)}>
            {version.year} {nameOf(version.id)}
          </a>{' '}
          (<a href={besideAddress(props, version.id)}>{ui.t.sideBySide}</a>)
        </>
      ))}
    </p>
  )
}

const Comparison: FC<Props & { beside: Beside }> = ({ ui, passage, parameters, beside }) => {
  const { other, diff } = beside
  const [older, newer] =
    (other.year ?? 0) <= (passage.year ?? 0) ? [other, passage] : [passage, other]
  return (
    <div class="comparison" id="comparison">
      <h3>{ui.t.diffTitle(String(older.year ?? '?'), String(newer.year ?? '?'))}</h3>
      {diff === null ? (
        <div class="side-by-side">
          {[older, newer].map((one) => (
            <p class="reading" lang={one.language}>
              <b class="year">{one.year}</b> {one.text}
            </p>
          ))}
        </div>
      ) : (
        <>
          <p class="quiet">{ui.t.diffLegend}</p>
          <p class="reading diff" lang={newer.language}>
            <Diff ui={ui} left={older.text} right={newer.text} parts={diff} />
          </p>
        </>
      )}
      <p>
        <a href={href(ui, `/p/${passage.id}#versions`, parameters)}>{ui.t.diffClose}</a>
      </p>
    </div>
  )
}

export const Versions: FC<Props> = (props) => {
  const { ui, timeline, beside } = props
  const isAlone = timeline.length < 2
  return (
    <section class="versions" id="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{ui.t.versionsTitle}</h2>
      {isAlone ? (
        <p class="quiet">{ui.t.versionNone}</p>
      ) : (
        <ol class="timeline">
          {timeline.map((entry) => (
            <Year {...props} entry={entry} />
          ))}
        </ol>
      )}
      <OtherLanguage {...props} />
      {beside && <Comparison {...props} beside={beside} />}
    </section>
  )
}
