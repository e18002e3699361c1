/** A whole document: outline, search within, every passage with its own anchor. */
import type { FC } from 'hono/jsx'
import type { DocumentRecord, Passage } from '../../src/model.ts'
import { href, type Ui } from '../ui.ts'
import { Layout } from './layout.tsx'
import { Marked, type Range } from './marked.tsx'
import { countryName, languageName, sectionName } from './names.ts'

export interface DocumentProps {
  readonly ui: Ui
  readonly document: DocumentRecord
  readonly passages: readonly Passage[]
  /** What is looked for within the document; empty where nothing is. */
  readonly q: string
  /** Matches by passage id. */
  readonly hits: ReadonlyMap<string, readonly Range[]>
}

/** A run of passages under one heading. */
interface Part {
  readonly id: string
  readonly name: string
  readonly passages: readonly Passage[]
}

/** Splits a document where its heading changes. */
export function partsOf(ui: Ui, passages: readonly Passage[]): readonly Part[] {
  const parts: { id: string; name: string; passages: Passage[] }[] = []
  for (const passage of passages) {
    const name = passage.heading ?? sectionName(ui, passage.section)
    const last = parts.at(-1)
    if (last && last.name === name) last.passages.push(passage)
    else parts.push({ id: `s${parts.length + 1}`, name, passages: [passage] })
  }
  return parts
}

const Facts: FC<DocumentProps> = ({ ui, document }) => {
  const { damage, labels } = document
  const facts = [
    [ui.t.colYear, document.year, labels.year],
    [ui.t.colCountry, countryName(ui, document.country), labels.country],
    [ui.t.colLanguage, languageName(ui, document.language), labels.language],
    [ui.t.colTitle, document.title, labels.title],
  ] as const
  return (
    <details class="document-facts">
      <summary>{ui.t.documentFacts}</summary>
      <dl class="facts">
        {facts.map(([name, value, label]) => (
          <>
            <dt>{name}</dt>
            <dd>
              {value ?? ui.t.unknown} <span class="quiet">{ui.t.by[label.by]}</span>
              {label.evidence !== '' && <q class="evidence">{label.evidence}</q>}
            </dd>
          </>
        ))}
        <dt>{ui.t.sourceFile}</dt>
        <dd>
          <code>{document.file}</code> <span class="quiet">{document.encoding}</span>
        </dd>
        <dt>{ui.t.damage}</dt>
        <dd>
          {damage.repairs + damage.offers === 0
            ? ui.t.damageClean
            : ui.t.damageRate(ui.t.percent(damage.rate), damage.repairs, damage.offers)}
        </dd>
        {document.url !== null && (
          <>
            <dt>{ui.t.sourceAt}</dt>
            <dd>
              <a href={document.url} rel="external noreferrer">
                {document.url}
              </a>
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}

const Find: FC<DocumentProps> = ({ ui, document, q, hits }) => {
  const marks = [...hits.values()].reduce((sum, ranges) => sum + ranges.length, 0)
  return (
    <form
      class="find-here"
      role="search"
      aria-label={ui.t.findHere}
      action={`/d/${document.id}`}
      method="get"
    >
      {ui.chosen && <input type="hidden" name="hl" value={ui.chosen} />}
      <label for="find">{ui.t.findHere}</label>
      <span class="search-box">
        <input id="find" type="search" name="q" value={q} autocomplete="off" />
        <button type="submit">{ui.t.findButton}</button>
      </span>
      {q !== '' && (
        <p class="found" data-matches={marks}>
          <span>{ui.t.foundHere(marks, hits.size)}</span>
          {marks > 0 && <a href="#m1">{ui.t.firstMatch}</a>}
        </p>
      )}
    </form>
  )
}

const Entry: FC<{
  ui: Ui
  passage: Passage
  ranges: readonly Range[]
  from: number
  q: string
}> = ({ ui, passage, ranges, from, q }) => (
  <div class={`entry ${passage.kind}`} id={`p${passage.ordinal}`}>
    <a
      class="ordinal"
      href={href(ui, `/p/${passage.id}`, q === '' ? undefined : new URLSearchParams({ q }))}
      aria-label={ui.t.linkTo(passage.ordinal)}
    >
      {passage.ordinal}
    </a>
    <p class="reading" lang={passage.language}>
      <Marked text={passage.text} hits={ranges} from={from} />
    </p>
  </div>
)

/** The number of each passage's first mark, counted through the document. */
function firstMarks(
  passages: readonly Passage[],
  hits: DocumentProps['hits'],
): Map<string, number> {
  const first = new Map<string, number>()
  let next = 1
  for (const { id } of passages) {
    first.set(id, next)
    next += hits.get(id)?.length ?? 0
  }
  return first
}

export const DocumentPage: FC<DocumentProps> = (props) => {
  const { ui, document, passages, q, hits } = props
  const parts = partsOf(ui, passages)
  const first = firstMarks(passages, hits)
  const facts = [
    countryName(ui, document.country),
    document.year,
    languageName(ui, document.language),
  ]
  const head = {
    title: document.title,
    ...(q === '' ? { canonical: `/d/${document.id}` } : {}),
  }
  return (
    <Layout ui={ui} head={head} page="document">
      <div class="progress" aria-hidden="true"></div>
      <div class="document-grid">
        <aside class="outline">
          <Find {...props} />
          <nav aria-label={ui.t.outline}>
            <h2>{ui.t.outline}</h2>
            <ol data-outline>
              {parts.map((part) => (
                <li>
                  <a href={`#${part.id}`}>{part.name}</a>
                </li>
              ))}
            </ol>
          </nav>
        </aside>
        <article class="document">
          <header>
            <p class="eyebrow">{facts.filter((fact) => fact !== null).join(' · ')}</p>
            <h1 lang={document.language}>{document.title}</h1>
            <p class="quiet">
              {ui.t.passages(document.passages)} · {ui.t.words(document.words)}
              {document.damage.repairs > 0 && (
                <span class="machine-read"> · {ui.t.repairedNote(document.damage.repairs)}</span>
              )}
            </p>
            <Facts {...props} />
          </header>
          {parts.map((part) => (
            <section class="part" aria-labelledby={part.id}>
              <h2 id={part.id} lang={part.passages[0]!.language}>
                {part.name}
              </h2>
              {part.passages.map((passage) => (
                <Entry
                  ui={ui}
                  passage={passage}
                  ranges={hits.get(passage.id) ?? []}
                  from={first.get(passage.id)!}
                  q={q}
                />
              ))}
            </section>
          ))}
        </article>
      </div>
    </Layout>
  )
}
