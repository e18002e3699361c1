/**
 * Markdown → text and marks. Only what a report uses: headings, lists, quotations, footnotes, emphasis, links. The
 * text is what a reader sees; the destinations of links are kept as furniture, so that nothing is lost.
 */
import { layFlow, type Flow, type FlowBlock } from './flow.ts'

/** Reads Markdown of any quality; never fails. */
export function parseMarkdown(source: string): Flow {
  const matter = FRONT_MATTER.exec(source)?.[0] ?? ''
  const blocks = blocksIn(source.slice(matter.length))
  return layFlow(matter === '' ? blocks : [{ kind: 'furniture', text: matter }, ...blocks])
}

/** Front matter is no part of the report, but may name it. */
const FRONT_MATTER = /^---\n[\s\S]{0,5000}?\n---\n/

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/
/** A bullet is only a mark; the number of an item is cited and stays. */
const ITEM = /^\s*(?:[-*+•]\s+(?=\S)|(?=\d{1,3}[.)]\s))(.*)$/
const NOTE = /^ {0,3}\[\^([^\]]{1,20})\]:\s*(.*)$/
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/
const FENCE = /^ {0,3}(?:```|~~~)/

function* blocksIn(source: string): Generator<FlowBlock> {
  let kind: FlowBlock['kind'] = 'paragraph'
  let lines: string[] = []
  const aside: string[] = []
  function* flush(): Generator<FlowBlock> {
    if (lines.length > 0) yield { kind, text: withoutMarkup(lines.join('\n'), aside) }
    for (const text of aside.splice(0)) yield { kind: 'furniture', text }
    lines = []
    kind = 'paragraph'
  }
  for (const raw of source.split('\n')) {
    const line = raw.replace(/^(?: {0,3}> ?)+/, '')
    const heading = HEADING.exec(line)
    const underline = kind === 'paragraph' && lines.length > 0 ? UNDERLINE.exec(line) : null
    if (heading) {
      yield* flush()
      const text = withoutMarkup(heading[2]!, aside)
      yield { kind: 'heading', text, level: heading[1]!.length }
    } else if (underline) {
      const text = withoutMarkup(lines.join(' '), aside)
      lines = []
      yield { kind: 'heading', text, level: underline[1]!.startsWith('=') ? 1 : 2 }
    } else if (line.trim() === '' || RULE.test(line) || FENCE.test(line)) yield* flush()
    else {
      const item = ITEM.exec(line)
      const note = NOTE.exec(line)
      if (item || note) {
        yield* flush()
        kind = item ? 'item' : 'footnote'
      }
      lines.push(note ? `[^${note[1]}] ${note[2]}` : (item?.[1] ?? line.trim()))
    }
  }
  yield* flush()
}

/** Takes emphasis, code marks, links and escapes off; destinations go to `aside`. Footnote calls stay as printed. */
function withoutMarkup(text: string, aside: string[]): string {
  return text
    .replace(
      /!?\[([^\][]{0,2000})\]\(\s*<?([^()\s>]{1,2000})>?(?:\s+"[^"]*")?\s*\)/g,
      (_, shown, to) => {
        aside.push(String(to))
        return String(shown)
      },
    )
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,2000}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!>|])/g, '$1')
}
