/** Text with its matches marked. Takes spans, never HTML, so that no view needs raw markup. */
import type { FC } from 'hono/jsx'

export type Range = readonly [number, number]

interface Props {
  readonly text: string
  readonly hits: readonly Range[]
  /** Gives the marks the ids `m1`, `m2` …, counted from this number. */
  readonly from?: number
  /** For each hit: `cross` where it is a word of the other language. */
  readonly kinds?: readonly string[]
}

/** A mark's id, so that one can go from match to match; without a number it has none. */
const idOf = (number: number | undefined) => (number === undefined ? {} : { id: `m${number}` })

export const Marked: FC<Props> = ({ text, hits, from, kinds }) => {
  const ends = [0, ...hits.map(([, end]) => end)]
  return (
    <>
      {hits.map(([start, end], i) => (
        <>
          {text.slice(ends[i], start)}
          <mark
            {...idOf(from === undefined ? from : from + i)}
            {...(kinds?.[i] === 'cross' ? { class: 'cross' } : {})}
          >
            {text.slice(start, end)}
          </mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
