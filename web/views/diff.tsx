/** Two texts as one, with what changed shown word by word. */
import type { FC } from 'hono/jsx'
import type { DiffPart } from '../../src/lineage/word-diff.ts'
import type { Ui } from '../ui.ts'

interface Props {
  readonly ui: Ui
  readonly left: string
  readonly right: string
  readonly parts: readonly DiffPart[]
}

/** Changed words; where figures are among them, these stand out. */
const Words: FC<{ text: string; figures: boolean }> = ({ text, figures }) => {
  if (!figures) return <>{text}</>
  return (
    <>
      {text
        .split(/(\p{N}[\p{N}.,:/%]*)/u)
        .map((part, i) => (i % 2 === 1 ? <b class="changed-figure">{part}</b> : part))}
    </>
  )
}

/** Deleted words struck out, inserted ones underlined; screen readers hear which is which. Changed figures stand out. */
export const Diff: FC<Props> = ({ ui, left, right, parts }) => (
  <>
    {parts.map((part) => {
      const before = left.slice(part.left.start, part.left.end)
      const after = right.slice(part.right.start, part.right.end)
      if (part.kind === 'equal') return after
      return (
        <>
          {before !== '' && (
            <del>
              <span class="unseen">[{ui.t.removed}: </span>
              <Words text={before} figures={part.figure} />
              <span class="unseen">]</span>
            </del>
          )}
          {after !== '' && (
            <ins>
              <span class="unseen">[{ui.t.added}: </span>
              <Words text={after} figures={part.figure} />
              <span class="unseen">]</span>
            </ins>
          )}
        </>
      )
    })}
  </>
)

interface SideProps {
  readonly ui: Ui
  readonly text: string
  readonly parts: readonly DiffPart[]
  readonly side: 'left' | 'right'
}

/** One of the two texts, with the words marked that the other lacks. */
export const DiffSide: FC<SideProps> = ({ ui, text, parts, side }) => (
  <>
    {parts.map((part) => {
      const words = text.slice(part[side].start, part[side].end)
      if (part.kind === 'equal' || words === '') return words
      return side === 'left' ? (
        <del>
          <span class="unseen">[{ui.t.removed}: </span>
          <Words text={words} figures={part.figure} />
          <span class="unseen">]</span>
        </del>
      ) : (
        <ins>
          <span class="unseen">[{ui.t.added}: </span>
          <Words text={words} figures={part.figure} />
          <span class="unseen">]</span>
        </ins>
      )
    })}
  </>
)
