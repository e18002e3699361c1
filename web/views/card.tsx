/** One passage in a list of results. */
import type { FC } from 'hono/jsx'
import type { AnswerResult } from '../../src/search/answer.ts'
import { href, type Ui } from '../ui.ts'
import { Marked } from './marked.tsx'
import { countryName, languageName, sectionName } from './names.ts'

interface Props {
  readonly ui: Ui
  readonly result: AnswerResult
  /** The words that led here: carried into the passage so that they stay marked there. */
  readonly carried: URLSearchParams
  readonly titles: (id: string) => string
}

/** Longer than this a passage is read on its own page: a preview should not bury the list. */
const longestPreview = 4000

/** Who, when, where: 'Peru 2021 · Protection'. */
export function passageName(
  ui: Ui,
  passage: { country: string | null; year: number | null; section: string | null },
): string {
  const place = [countryName(ui, passage.country), passage.year]
    .filter((part) => part !== null)
    .join(' ')
  return [place, passage.section === null ? '' : sectionName(ui, passage.section)]
    .filter((part) => part !== '')
    .join(' · ')
}

const Meta: FC<Pick<Props, 'ui' | 'result' | 'carried'>> = ({ ui, result, carried }) => (
  <p class="card-meta">
    <a href={href(ui, `${result.document.url}#p${result.ordinal}`, carried)}>
      {result.document.title}
    </a>
    <span>{languageName(ui, result.language)}</span>
    {result.page !== null && <span>{ui.t.pageNumber(result.page)}</span>}
    <span>{ui.t.paragraph(result.ordinal)}</span>
    {result.repairs > 0 && <span class="machine-read">{ui.t.repairedNote(result.repairs)}</span>}
  </p>
)

/** The whole passage where the snippet is only a part of it, without leaving the list. */
const Preview: FC<Pick<Props, 'ui' | 'result'>> = ({ ui, result }) => {
  const isWhole = result.snippet.text.length >= result.text.length
  if (isWhole || result.text.length > longestPreview) return null
  return (
    <details class="preview">
      <summary>{ui.t.preview}</summary>
      <p class="reading" lang={result.language}>
        <Marked text={result.text} hits={result.highlights} kinds={result.highlightKinds} />
      </p>
    </details>
  )
}

const Actions: FC<Props> = ({ ui, result, carried, titles }) => (
  <div class="card-actions">
    <Preview ui={ui} result={result} />
    {result.versions > 0 && (
      <a href={href(ui, `${result.url}#versions`, carried)}>{ui.t.otherYears(result.versions)}</a>
    )}
    <a class="script" href={result.url} data-copy-link>
      {ui.t.copyLink}
    </a>
    <a href={href(ui, `${result.url}#cite`, carried)} data-cite={result.id}>
      {ui.t.cite}
    </a>
    <label class="collect">
      <input type="checkbox" name="id" value={result.id} form="gather" />
      {ui.t.collect}
    </label>
    {result.duplicates.length > 0 && (
      <span class="also-in">
        {ui.t.alsoIn}{' '}
        {result.duplicates.map((id, i) => (
          <>
            {i > 0 && ', '}
            <a href={href(ui, `/p/${id}`, carried)}>{titles(id.slice(0, id.lastIndexOf('.')))}</a>
          </>
        ))}
      </span>
    )}
  </div>
)

export const Card: FC<Props> = (props) => {
  const { ui, result, carried } = props
  return (
    <li class="card" data-id={result.id}>
      <h3>
        <a href={href(ui, result.url, carried)} class="card-title">
          {passageName(ui, result) || result.document.title}
        </a>
      </h3>
      <Meta {...props} />
      <p class="reading snippet" lang={result.language}>
        <Marked
          text={result.snippet.text}
          hits={result.snippet.highlights}
          kinds={result.snippet.highlightKinds}
        />
      </p>
      <Actions {...props} />
    </li>
  )
}
