/** Text as a run of blocks, each marked with what its format says it is: what every reader but plain text yields. */
import type { Mark } from '../model.ts'

export interface FlowBlock {
  readonly kind: Mark['kind']
  readonly text: string
  readonly level?: number
}

export interface Flow {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Puts blocks one after another, a blank line between; empty ones are dropped. */
export function layFlow(blocks: Iterable<FlowBlock>): Flow {
  const parts: string[] = []
  const marks: Mark[] = []
  let at = 0
  for (const { kind, text, level } of blocks) {
    const trimmed = text.trim()
    if (trimmed === '') continue
    const span = { start: at, end: at + trimmed.length }
    marks.push(level === undefined ? { kind, span } : { kind, span, level })
    parts.push(trimmed)
    at = span.end + 2
  }
  return { text: parts.join('\n\n') + (parts.length > 0 ? '\n' : ''), marks }
}
