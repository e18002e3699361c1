/** What an old link shows whose words are no longer where they were: never other words without saying so. */
import type { FC } from 'hono/jsx'
import type { DiffPart } from '../../src/lineage/word-diff.ts'
import type { Passage } from '../../src/model.ts'
import type { Tombstone } from '../../src/store/store.ts'
import { href, type Ui } from '../ui.ts'
import { passageName } from './card.tsx'
import { Diff } from './diff.tsx'
import { Layout } from './layout.tsx'

interface Gone {
  readonly ui: Ui
  readonly tombstone: Tombstone
  readonly documentPresent: boolean
}

export const GonePage: FC<Gone> = ({ ui, tombstone, documentPresent }) => (
  <Layout ui={ui} head={{ title: ui.t.goneTitle }} page="notice">
    <article class="notice">
      <h1>{ui.t.goneTitle}</h1>
      <p>{ui.t.goneText(tombstone.lastVersion)}</p>
      <h2>{ui.t.goneWords}</h2>
      <blockquote class="reading">{tombstone.printed}</blockquote>
      {documentPresent && (
        <p>
          <a href={href(ui, `/d/${tombstone.documentId}`)}>{ui.t.inDocument}</a>
        </p>
      )}
    </article>
  </Layout>
)

interface Changed {
  readonly ui: Ui
  readonly tombstone: Tombstone
  readonly nearest: Passage
  /** From the words that were printed to those that are. */
  readonly diff: readonly DiffPart[]
}

export const ChangedPage: FC<Changed> = ({ ui, tombstone, nearest, diff }) => (
  <Layout ui={ui} head={{ title: ui.t.changedTitle }} page="notice">
    <article class="notice">
      <h1>{ui.t.changedTitle}</h1>
      <p>{ui.t.changedText(tombstone.lastVersion)}</p>
      <p>
        <a href={href(ui, `/p/${nearest.id}`)}>{passageName(ui, nearest) || nearest.documentId}</a>
      </p>
      <p class="quiet">{ui.t.diffLegend}</p>
      <p class="reading diff" lang={nearest.language}>
        <Diff ui={ui} left={tombstone.printed} right={nearest.printed} parts={diff} />
      </p>
    </article>
  </Layout>
)
