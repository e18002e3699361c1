/** The title a file's properties give: whose word is taken only where the text bears it out, for templates leave old ones. */
import type { FlowBlock } from './flow.ts'

/** What programs write where nobody gave a title. */
const filled =
  /^(?:microsoft word|untitled|sin t[ií]tulo|documento?\s*\d*$|presentaci[oó]n|.*\.\w{2,4}$)/iu
const head = 12
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The blocks of a file under its own title; one that the first blocks do not say, beside a heading, is furniture. */
export function underTitle(title: string, blocks: readonly FlowBlock[]): FlowBlock[] {
  const own = title.replace(/\s+/g, ' ').trim()
  if (words(own).length === 0 || filled.test(own)) return [...blocks]
  const first = blocks.slice(0, head)
  const said = new Set(first.flatMap(({ text }) => words(text.slice(0, 1000))))
  const isSaid = words(own).every((word) => said.has(word))
  const isTitled = first.some(({ kind }) => kind === 'heading' || kind === 'title')
  return [{ kind: isSaid || !isTitled ? 'title' : 'furniture', text: own }, ...blocks]
}
