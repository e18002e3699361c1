/** The repaired text with its repairs shown, and the list that explains each. */
import type { FC } from 'hono/jsx'
import type { Passage, Repair } from '../../src/model.ts'
import type { Ui } from '../ui.ts'
import type { Range } from './marked.tsx'

/** A stretch of the repaired text that lies within one word or match, as far as repairs and matches cut it. */
interface Piece {
  readonly start: number
  readonly end: number
  /** Number of the repair that touches it, from 1; null where none does. */
  readonly repair: number | null
}

const inWord = /[\p{L}\p{M}\p{N}]/u

/** The words that repairs touched, whole, in order and not overlapping. */
function repairedWords({ text, repairs }: Passage): readonly Piece[] {
  const words: Piece[] = []
  repairs.forEach(({ span }, i) => {
    let { start, end } = span
    while (start > 0 && inWord.test(text[start - 1]!)) start--
    while (end < text.length && inWord.test(text[end]!)) end++
    if (start >= (words.at(-1)?.end ?? 0) && end > start) words.push({ start, end, repair: i + 1 })
  })
  return words
}

/** The whole text in pieces, cut where a repaired word begins or ends. */
function piecesOf(passage: Passage): readonly Piece[] {
  const words = repairedWords(passage)
  return [...words, null].flatMap((word, i) => {
    const start = words[i - 1]?.end ?? 0
    const plain = { start, end: word?.start ?? passage.text.length, repair: null }
    return word ? [plain, word] : [plain]
  })
}

/** A piece with its matches marked. Only where a match begins does it carry the match's id. */
const Stretch: FC<{ text: string; piece: Piece; hits: readonly Range[] }> = ({
  text,
  piece,
  hits,
}) => {
  const inside = hits.flatMap(([start, end], i) =>
    start < piece.end && end > piece.start
      ? [{ start: Math.max(start, piece.start), end: Math.min(end, piece.end), number: i + 1 }]
      : [],
  )
  return (
    <>
      {inside.map(({ start, end, number }, i) => (
        <>
          {text.slice(inside[i - 1]?.end ?? piece.start, start)}
          <mark {...(hits[number - 1]![0] === start ? { id: `m${number}` } : {})}>
            {text.slice(start, end)}
          </mark>
        </>
      ))}
      {text.slice(inside.at(-1)?.end ?? piece.start, piece.end)}
    </>
  )
}

/** The repaired text: each repaired word underlined and leading to its explanation; matches marked throughout. */
export const Repaired: FC<{ passage: Passage; hits: readonly Range[] }> = ({ passage, hits }) => (
  <>
    {piecesOf(passage).map((piece) =>
      piece.repair === null ? (
        <Stretch text={passage.text} piece={piece} hits={hits} />
      ) : (
        <a class="repair" href={`#r${piece.repair}`}>
          <Stretch text={passage.text} piece={piece} hits={hits} />
        </a>
      ),
    )}
  </>
)

const Row: FC<{ ui: Ui; repair: Repair; language: string; id?: string }> = ({
  ui,
  repair,
  language,
  id,
}) => (
  <tr {...(id ? { id } : {})}>
    <td lang={language}>
      <del>{repair.before}</del>
    </td>
    <td lang={language}>
      <ins>{repair.after}</ins>
    </td>
    <td title={repair.rule}>{ui.t.repairRules[repair.rule] ?? repair.rule}</td>
    <td class="figure">{ui.t.percent(repair.confidence)}</td>
  </tr>
)

const Table: FC<{ ui: Ui; repairs: readonly Repair[]; language: string; prefix?: string }> = ({
  ui,
  repairs,
  language,
  prefix,
}) => (
  <table class="repair-table">
    <thead>
      <tr>
        <th scope="col">{ui.t.repairPrinted}</th>
        <th scope="col">{ui.t.repairAfter}</th>
        <th scope="col">{ui.t.repairRule}</th>
        <th scope="col" class="figure">
          {ui.t.repairSure}
        </th>
      </tr>
    </thead>
    <tbody>
      {repairs.map((repair, i) => (
        <Row
          ui={ui}
          repair={repair}
          language={language}
          {...(prefix ? { id: `${prefix}${i + 1}` } : {})}
        />
      ))}
    </tbody>
  </table>
)

export const RepairList: FC<{ ui: Ui; passage: Passage }> = ({ ui, passage }) =>
  passage.repairs.length + passage.offers.length === 0 ? null : (
    <section class="repairs" id="repairs" aria-labelledby="repairs-title">
      <h2 id="repairs-title">
        {ui.t.repairsTitle} <span class="count">{ui.t.number(passage.repairs.length)}</span>
      </h2>
      <p class="quiet">{ui.t.repairsWhy}</p>
      {passage.repairs.length > 0 && (
        <Table ui={ui} repairs={passage.repairs} language={passage.language} prefix="r" />
      )}
      {passage.offers.length > 0 && (
        <>
          <h3>{ui.t.offersTitle}</h3>
          <Table ui={ui} repairs={passage.offers} language={passage.language} />
        </>
      )}
    </section>
  )
