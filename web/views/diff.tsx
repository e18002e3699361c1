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

/** Deleted words struck out, inserted ones underlined; screen readers hear which is which. Changed figures stand out. */
export const Diff: FC<Props> = ({ ui, left, right, parts }) => (
  <>
    {parts.map((part) => {
      const before = left.slice(part.left.start, part.left.end)
      const after = right.slice(part.right.start, part.right.end)
      if (part.kind === 'equal') return after
      const emphasis = part.figure ? { class: 'changed-figure' } : {}
      return (
        <>
          {before !== '' && (
            <del {...emphasis}>
              <span class="unseen">[{ui.t.removed}: </span>
              {before}
              <span class="unseen">]</span>
            </del>
          )}
          {after !== '' && (
            <ins {...emphasis}>
              <span class="unseen">[{ui.t.added}: </span>
              {after}
              <span class="unseen">]</span>
            </ins>
          )}
        </>
      )
    })}
  </>
)
