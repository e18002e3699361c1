/**
 * The blocks of an HTML page in reading order, each with what is known of where it stood.
 *
 * Walks the tree with a stack of its own, so that a page nested a hundred thousand deep is only a long page.
 */
import type { Element } from 'domhandler'
import { containerOf, headingLevel, isBlock, isPlainCell } from './html-elements.ts'
import type { Container } from './html-elements.ts'
import { createNotes } from './html-notes.ts'
import { follows, isCell, isDataTable } from './html-tables.ts'
import { partsOfTable } from './table-parts.ts'
import { lettersIn, parse, walk } from './html-tree.ts'

/** An element that says something of all it holds. */
export interface Region {
  readonly kind: Container
  readonly parent: Region | null
  readonly depth: number
  /** Letters of running text in it that are not links. */
  prose: number
}

export interface HtmlBlock {
  readonly kind: 'heading' | 'paragraph' | 'item'
  readonly level?: number
  readonly text: string
  /** Share of its letters that are links, and whether all of those stay on the page. */
  readonly linked: number
  readonly inPage: boolean
  readonly bold: boolean
  /** The mark of the note that it is, or is the beginning of. */
  readonly note: string | null
  readonly region: Region | null
}

export interface HtmlPage {
  readonly title: string
  /** What the page says its site is called; empty where it does not. */
  readonly site: string
  readonly blocks: readonly HtmlBlock[]
}

/** Regions within regions beyond this add nothing that one could tell apart. */
const MAX_DEPTH = 40

const isLink = (element: Element) => element.name === 'a' && element.attribs['href'] !== undefined
const isBold = ({ name }: Element) => name === 'b' || name === 'strong' || name === 'u'

/** Reads HTML of any quality; never fails. */
export function readBlocks(html: string): HtmlPage {
  const collector = createCollector()
  let title = ''
  let site = ''
  walk(parse(html), {
    enter: collector.enter,
    leave: collector.leave,
    text: collector.say,
    title: (text) => (title ||= text.replace(/\s+/g, ' ').trim()),
    meta: ({ property, name, content }) => {
      if (property === 'og:site_name' || name === 'application-name') site ||= content?.trim() ?? ''
    },
  })
  return { title, site, blocks: collector.finish() }
}

const noRun = { text: '', linked: 0, outward: 0, bold: 0, note: null as string | null }

function createCollector() {
  const blocks: HtmlBlock[] = []
  const notes = createNotes()
  const counted = new Map<unknown, number>()
  const regions: { readonly element: Element; readonly outer: Region | null }[] = []
  const open = {
    region: null as Region | null,
    level: null as number | null,
    item: false,
    table: null as { readonly element: Element; readonly rows: string[] } | null,
  }
  const depth = { bold: 0, pre: 0 }
  let link: string | null = null
  let run = { ...noRun }

  const flush = () => {
    const { text, linked, outward, bold, note } = run
    const letters = lettersIn(text)
    run = { ...noRun, note: letters === 0 ? note : null }
    if (letters === 0) return
    for (let region = open.region; region; region = region.parent)
      region.prose += Math.max(0, letters - linked)
    for (const [index, part] of text.split(/\n\s*\n/).entries()) {
      const kind = open.level !== null ? 'heading' : open.item ? 'item' : 'paragraph'
      open.item = false
      blocks.push({
        ...(open.level === null ? {} : { level: open.level }),
        kind,
        text: part,
        linked: Math.min(1, linked / letters),
        inPage: linked > 0 && outward === 0,
        bold: bold >= letters,
        note: index === 0 ? note : null,
        region: open.region,
      })
    }
  }
  const say = (text: string) => {
    run.text += depth.pre > 0 ? text : collapse(run.text, text)
    const letters = lettersIn(text)
    if (link !== null) run.linked += letters
    if (link !== null && !link.startsWith('#')) run.outward += letters
    if (depth.bold > 0) run.bold += letters
  }
  const isInNotes = () => run.note !== null || open.region?.kind === 'footnotes'
  const enterRegion = (element: Element, note: string | null) => {
    if ((open.region?.depth ?? 0) >= MAX_DEPTH) return
    const kind = note === null ? containerOf(element) : 'footnotes'
    if (kind === null) return
    regions.push({ element, outer: open.region })
    open.region = { kind, parent: open.region, depth: (open.region?.depth ?? 0) + 1, prose: 0 }
  }
  /** The mark of the note an element opens: as it is called, or its place in a list of notes. */
  const noteOf = (element: Element): string | null => {
    const called = notes.opens(element)
    if (called !== null || element.name !== 'li' || !isInNotes()) return called
    const list = element.parent
    if (list === null || !('name' in list) || list.name !== 'ol') return null
    const number = (counted.get(list) ?? Number(list.attribs['start'] ?? 1) - 1) + 1
    counted.set(list, number)
    return String(number)
  }
  /** Rows are gathered until their table ends; all else ends what came before it. */
  const breakBefore = (element: Element) => {
    if (open.table !== null) run.text += isCell(element) && follows(element) ? ' | ' : ' '
    else if (isPlainCell(element)) run.text += run.text.trim() === '' ? '' : '\t'
    else flush()
  }
  const endRow = () => {
    if (lettersIn(run.text) > 0) open.table!.rows.push(run.text.replace(/\s+/g, ' ').trim())
    run.text = ''
  }
  const endTable = () => {
    const parts = partsOfTable(open.table!.rows)
    open.table = null
    const { linked, outward } = run
    for (const text of parts) {
      run = { ...noRun, text, linked: linked / parts.length, outward }
      flush()
    }
  }
  return {
    say,
    enter(element: Element): 'inside' | 'over' {
      const { name } = element
      const note = noteOf(element)
      const said = notes.said(element, {
        before: run.text,
        link,
        isNote: note !== null || isInNotes(),
      })
      if (said !== null) {
        run.text += said
        return 'over'
      }
      if (name === 'br') run.text += '\n'
      if (isBlock(element)) {
        breakBefore(element)
        enterRegion(element, note)
        if (name === 'table' && open.table === null && isDataTable(element))
          open.table = { element, rows: [] }
      }
      if (note !== null && run.text.trim() === '') run.note = note
      if (isLink(element)) link = element.attribs['href']!.trim()
      if (isBold(element)) depth.bold++
      if (name === 'pre') depth.pre++
      if (name === 'li') open.item = true
      open.level = headingLevel(element) ?? open.level
      return 'inside'
    },
    leave(element: Element) {
      if (open.table?.element === element) endTable()
      else if (open.table !== null && (element.name === 'tr' || element.name === 'caption'))
        endRow()
      else if (open.table === null && isBlock(element) && !isPlainCell(element)) flush()
      if (isLink(element)) link = null
      if (isBold(element)) depth.bold--
      if (element.name === 'pre') depth.pre--
      if (element.name === 'li') open.item = false
      if (headingLevel(element) !== null) open.level = null
      if (regions.at(-1)?.element !== element) return
      open.region = regions.pop()!.outer
      run.note = null
    },
    finish() {
      flush()
      return blocks
    },
  }
}

/** White space of any length is one space, and none at the beginning of a line. */
function collapse(before: string, text: string): string {
  const joined = text.replace(/[ \t\n\r\f]+/g, ' ')
  return /(?:^|[\s])$/.test(before.slice(-1)) ? joined.replace(/^ /, '') : joined
}
