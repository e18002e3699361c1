/** The passages a reader gathered: in their order, with notes, as a link to share and a brief to hand in. */
import type { FC } from 'hono/jsx'
import type { DocumentRecord, Passage } from '../../src/model.ts'
import { href, type Ui } from '../ui.ts'
import { passageName } from './card.tsx'
import { Layout } from './layout.tsx'

export interface CollectedPassage {
  readonly passage: Passage
  readonly document: DocumentRecord
  readonly note: string
}

interface Props {
  readonly ui: Ui
  readonly items: readonly CollectedPassage[]
  /** Ids of the address that are no longer in the corpus. */
  readonly missing: readonly string[]
  /** Whether the address says that this is the reader's own, kept in the browser. */
  readonly mine: boolean
}

const Move: FC<{ ui: Ui; at: number; last: number }> = ({ ui, at, last }) => (
  <span class="moves">
    <button
      type="submit"
      name="move"
      value={`${at}:up`}
      disabled={at === 0}
      aria-label={ui.t.moveUp}
      title={ui.t.moveUp}
    >
      ↑
    </button>
    <button
      type="submit"
      name="move"
      value={`${at}:down`}
      disabled={at === last}
      aria-label={ui.t.moveDown}
      title={ui.t.moveDown}
    >
      ↓
    </button>
    <button type="submit" name="move" value={`${at}:out`}>
      {ui.t.takeOut}
    </button>
  </span>
)

const Item: FC<{ ui: Ui; item: CollectedPassage; at: number; last: number }> = ({
  ui,
  item,
  at,
  last,
}) => (
  <li class="collected">
    <input type="hidden" name="id" value={item.passage.id} />
    <h2>
      <a href={href(ui, `/p/${item.passage.id}`)}>
        {passageName(ui, item.passage) || item.document.title}
      </a>
    </h2>
    <p class="card-meta">
      <span>{item.document.title}</span>
      {item.passage.page !== null && <span>{ui.t.pageNumber(item.passage.page)}</span>}
      <span>{ui.t.paragraph(item.passage.ordinal)}</span>
    </p>
    <blockquote class="reading" lang={item.passage.language}>
      {item.passage.text}
    </blockquote>
    <label class="note">
      {ui.t.note}
      <textarea name="note" rows={2} maxlength={2000}>
        {item.note}
      </textarea>
    </label>
    <Move ui={ui} at={at} last={last} />
  </li>
)

const Exports: FC<{ ui: Ui }> = ({ ui }) => (
  <p class="exports">
    {ui.t.exportBrief}{' '}
    {(['docx', 'html', 'csv'] as const).map((format) => (
      <button
        type="submit"
        formaction="/api/v1/brief"
        formmethod="post"
        name="format"
        value={format}
      >
        {format.toUpperCase()}
      </button>
    ))}
  </p>
)

export const CollectionPage: FC<Props> = ({ ui, items, missing, mine }) => (
  <Layout ui={ui} head={{ title: ui.t.navCollection }} page="collection">
    <article class="prose">
      <h1>{ui.t.navCollection}</h1>
      <p class="lead">{items.length === 0 ? ui.t.collectionEmpty : ui.t.passages(items.length)}</p>
      {missing.length > 0 && (
        <p class="warning">
          {ui.t.collectionMissing}{' '}
          {missing.map((id) => (
            <a href={href(ui, `/p/${id}`)}>{id}</a>
          ))}
        </p>
      )}
      {items.length > 0 && (
        <form id="collection" action="/collection" method="get">
          {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
          {mine && <input type="hidden" name="mine" value="1" />}
          {/* Enter in a field saves; it must not press the first arrow. */}
          <button type="submit" class="unseen" tabindex={-1}>
            {ui.t.collectionSave}
          </button>
          <ol class="collected-list">
            {items.map((item, at) => (
              <Item ui={ui} item={item} at={at} last={items.length - 1} />
            ))}
          </ol>
          <div class="collection-tools">
            <button type="submit">{ui.t.collectionSave}</button>
            {!mine && (
              <button type="button" class="script" data-keep>
                {ui.t.collectionKeep}
              </button>
            )}
            <Exports ui={ui} />
          </div>
          <p class="quiet">{ui.t.collectionShare}</p>
        </form>
      )}
    </article>
  </Layout>
)
