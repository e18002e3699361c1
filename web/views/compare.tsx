/** Two documents side by side, section by section: what stayed, changed, was dropped, is new. Prints as a chart. */
import type { FC } from 'hono/jsx'
import type { Comparison, ComparisonRow, RowCounts, RowKind } from '../../src/lineage/compare.ts'
import type { DocumentRecord, Passage } from '../../src/model.ts'
import { href, type Ui } from '../ui.ts'
import { DiffSide } from './diff.tsx'
import { Layout } from './layout.tsx'
import { documentName, sectionName } from './names.ts'

export interface CompareProps {
  readonly ui: Ui
  readonly left: DocumentRecord
  readonly right: DocumentRecord
  readonly comparison: Comparison
  /** Kinds of rows shown; all where empty. */
  readonly kinds: readonly RowKind[]
}

const address = ({ left, right }: CompareProps) => `/compare/${left.id}/${right.id}`

/** The kinds, each a link that shows only its rows, or all again. */
const Kinds: FC<CompareProps> = (props) => {
  const { ui, comparison, kinds } = props
  const toggled = (kind: RowKind) =>
    kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]
  const present = (Object.entries(comparison.counts) as [RowKind, number][]).filter(
    ([, n]) => n > 0,
  )
  return (
    <ul class="kinds">
      {present.map(([kind, count]) => (
        <li>
          <a
            class={`kind kind-${kind}`}
            href={href(
              ui,
              address(props),
              new URLSearchParams(toggled(kind).map((one): [string, string] => ['kind', one])),
            )}
            {...(kinds.includes(kind) ? { 'aria-current': 'true' as const } : {})}
          >
            {ui.t.rowKinds[kind]} <b>{ui.t.number(count)}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}

const joined = (passages: readonly Passage[]) => passages.map(({ text }) => text).join('\n\n')

const Side: FC<{ ui: Ui; row: ComparisonRow; side: 'left' | 'right' }> = ({ ui, row, side }) => {
  const passages = row[side]
  if (passages.length === 0) return <td class="nothing">–</td>
  const text = joined(passages)
  return (
    <td lang={passages[0]!.language}>
      <span class="paragraphs">
        {passages.map((passage) => (
          <a href={href(ui, `/p/${passage.id}`)}>{ui.t.paragraph(passage.ordinal)}</a>
        ))}
      </span>
      <p class="reading">
        {row.diff.length === 0 ? (
          text
        ) : (
          <DiffSide ui={ui} text={text} parts={row.diff} side={side} />
        )}
      </p>
    </td>
  )
}

const CountsLine: FC<{ ui: Ui; counts: RowCounts }> = ({ ui, counts }) => (
  <span class="quiet">
    {(Object.entries(counts) as [RowKind, number][])
      .filter(([, n]) => n > 0)
      .map(([kind, n]) => `${ui.t.rowKinds[kind]} ${n}`)
      .join(' · ')}
  </span>
)

const Rows: FC<CompareProps & { rows: readonly ComparisonRow[] }> = ({ ui, left, right, rows }) => (
  <table class="comparison-table">
    <thead>
      <tr>
        <th scope="col">{documentName(left)}</th>
        <th scope="col">{documentName(right)}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <>
          <tr class={`row-head kind-${row.kind}`}>
            <th scope="rowgroup" colspan={2}>
              {ui.t.rowKinds[row.kind]}
              {row.moved && ` · ${ui.t.rowMoved}`}
            </th>
          </tr>
          <tr class={`row kind-${row.kind}`}>
            <Side ui={ui} row={row} side="left" />
            <Side ui={ui} row={row} side="right" />
          </tr>
        </>
      ))}
    </tbody>
  </table>
)

export const ComparePage: FC<CompareProps> = (props) => {
  const { ui, left, right, comparison, kinds } = props
  const { removed, added } = comparison.words
  const title = ui.t.compareTitle(documentName(left), documentName(right))
  return (
    <Layout ui={ui} head={{ title, canonical: address(props) }} page="compare">
      <article class="wide">
        <h1>{title}</h1>
        <p class="card-meta">
          <a href={href(ui, `/d/${left.id}`)}>{left.title}</a>
          <a href={href(ui, `/d/${right.id}`)}>{right.title}</a>
          <a href={href(ui, `/compare/${right.id}/${left.id}`)}>{ui.t.compareSwap}</a>
        </p>
        <p>{ui.t.compareWords(removed, added)}</p>
        <Kinds {...props} />
        <p class="downloads">
          {ui.t.downloadTable}{' '}
          {(['csv', 'html', 'docx'] as const).map((format) => (
            <a href={`/api/v1/compare/${left.id}/${right.id}?format=${format}`} download>
              {format.toUpperCase()}
            </a>
          ))}
        </p>
        {comparison.sections.map((section) => {
          const rows = section.rows.filter((row) => kinds.length === 0 || kinds.includes(row.kind))
          if (rows.length === 0) return null
          return (
            <section class="compare-section">
              <h2>
                {section.section === null
                  ? (section.heading ?? ui.t.unknown)
                  : sectionName(ui, section.section)}{' '}
                <CountsLine ui={ui} counts={section.counts} />
              </h2>
              <Rows {...props} rows={rows} />
            </section>
          )
        })}
      </article>
    </Layout>
  )
}

/** Which two documents? */
export const CompareChoice: FC<{
  ui: Ui
  documents: readonly DocumentRecord[]
  first: string | null
}> = ({ ui, documents, first }) => (
  <Layout ui={ui} head={{ title: ui.t.compareDocuments, canonical: '/compare' }} page="compare">
    <article class="prose">
      <h1>{ui.t.compareDocuments}</h1>
      <form class="choice" action="/compare" method="get">
        {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
        {(['a', 'b'] as const).map((side) => (
          <label>
            {side === 'a' ? ui.t.compareFirst : ui.t.compareSecond}
            <select name={side}>
              {documents.map((document) => (
                <option value={document.id} selected={side === 'a' && document.id === first}>
                  {documentName(document)} · {document.language}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit">{ui.t.compareButton}</button>
      </form>
    </article>
  </Layout>
)
