/** What an RTF document comes to: its blocks, as words are said and paragraphs, rows and groups end. */
import type { FlowBlock } from './flow.ts'
import { underTitle } from './own-title.ts'
import { partsOfTable } from './table-parts.ts'

/** Where the text of a group goes. `info` and `none` go nowhere, but what they hold may. */
export type Destination = 'text' | 'note' | 'box' | 'edge' | 'title' | 'styles' | 'info' | 'none'

/** Styles of headings by the names that word processors give them, in English and Spanish. */
const headingStyle = /^(?:heading|t[ií]tulo|encabezado)\s*([1-6])/iu
const titleStyle = /^(?:title|t[ií]tulo|subtitle|subt[ií]tulo)$/iu

function levelOf(style: string): number {
  if (titleStyle.test(style)) return 1
  return Number(headingStyle.exec(style)?.[1] ?? 0)
}

/** What a document comes to as its words are said and its paragraphs and groups end. */
export function createPage() {
  const blocks: FlowBlock[] = []
  const notes: string[] = []
  const edges = new Set<string>()
  const boxes: string[] = []
  const levels = new Map<number, number>()
  const said: Record<Destination, string> = {
    text: '',
    note: '',
    box: '',
    edge: '',
    title: '',
    styles: '',
    info: '',
    none: '',
  }
  let rows: string[] = []
  let [level, style, title] = [0, 0, '']
  const take = (from: Destination) => {
    const text = said[from]
    said[from] = ''
    return text.trim()
  }
  const endTable = () => {
    for (const text of rows.length > 0 ? partsOfTable(rows) : [])
      blocks.push({ kind: 'paragraph', text })
    rows = []
  }
  const endParagraph = (to: Destination) => {
    if (to !== 'text') said[to] += to === 'box' ? '\n\n' : ' '
    else {
      const text = take('text')
      if (text === '') return
      endTable()
      blocks.push(level > 0 ? { kind: 'heading', text, level } : { kind: 'paragraph', text })
      for (const box of boxes.splice(0)) blocks.push({ kind: 'paragraph', text: box })
    }
  }
  return {
    endParagraph,
    say(to: Destination, text: string) {
      if (to !== 'none' && to !== 'info') said[to] += text
    },
    call() {
      said.text += `[^${notes.length + 1}]`
    },
    set(word: string, number: number, to: Destination) {
      if (word === 'par' || word === 'sect') endParagraph(to)
      else if (word === 'cell' || word === 'nestcell') said[to] += ' | '
      else if (word === 'row' && to === 'text')
        rows.push(take('text').replace(/\s+/g, ' ').replace(/ \|$/, ''))
      else if (word === 's' && to === 'styles') style = number
      else if (to !== 'text') return
      else if (word === 'pard') level = 0
      else if (word === 's') level = levels.get(number) ?? 0
      else if (word === 'outlinelevel' && number < 9) level = Math.min(6, number + 1)
    },
    end(to: Destination) {
      const text = take(to)
      if (text === '') return
      if (to === 'styles') levels.set(style, levelOf(text.replace(/;$/, '')))
      else if (to === 'note') notes.push(`[^${notes.length + 1}]: ${text}`)
      else if (to === 'edge') edges.add(text)
      else if (to === 'title') title ||= text
      else if (to === 'box') boxes.push(...text.split('\n\n'))
    },
    finish(): FlowBlock[] {
      endParagraph('text')
      endTable()
      for (const box of boxes) blocks.push({ kind: 'paragraph', text: box })
      return [
        ...underTitle(title, blocks),
        ...notes.map((text): FlowBlock => ({ kind: 'footnote', text })),
        ...[...edges].map((text): FlowBlock => ({ kind: 'furniture', text })),
      ]
    },
  }
}
