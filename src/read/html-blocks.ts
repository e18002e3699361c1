/**
 * The blocks of an HTML page in reading order, each with what is known of where it stood.
 *
 * Walks the tree with a stack of its own, so that a page nested a hundred thousand deep is only a long page.
 */
import type { Element } from 'domhandler'
import { containerOf, headingLevel, isBlock, isNoteMarker, isPlainCell } from './html-elements.ts'
import type { Container } from './html-elements.ts'
import { lettersIn, parse, textOf, walk } from './html-tree.ts'

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
  readonly region: Region | null
}

export interface HtmlPage {
  readonly title: string
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
  walk(parse(html), {
    enter: collector.enter,
    leave: collector.leave,
    text: collector.say,
    title: (text) => (title ||= text.replace(/\s+/g, ' ').trim()),
  })
  return { title, blocks: collector.finish() }
}

function createCollector() {
  const blocks: HtmlBlock[] = []
  const regions: { readonly element: Element; readonly outer: Region | null }[] = []
  const open = { region: null as Region | null, level: null as number | null, item: false }
  const depth = { bold: 0, pre: 0 }
  let link: string | null = null
  let run = { text: '', linked: 0, outward: 0, bold: 0 }

  const flush = () => {
    const { text, linked, outward, bold } = run
    run = { text: '', linked: 0, outward: 0, bold: 0 }
    const letters = lettersIn(text)
    if (letters === 0) return
    for (let region = open.region; region; region = region.parent)
      region.prose += Math.max(0, letters - linked)
    for (const part of text.split(/\n\s*\n/)) {
      const kind = open.level !== null ? 'heading' : open.item ? 'item' : 'paragraph'
      open.item = false
      blocks.push({
        ...(open.level === null ? {} : { level: open.level }),
        kind,
        text: part,
        linked: Math.min(1, linked / letters),
        inPage: linked > 0 && outward === 0,
        bold: bold >= letters,
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
  const enterRegion = (element: Element) => {
    if ((open.region?.depth ?? 0) >= MAX_DEPTH) return
    const kind = containerOf(element)
    if (kind === null) return
    regions.push({ element, outer: open.region })
    open.region = { kind, parent: open.region, depth: (open.region?.depth ?? 0) + 1, prose: 0 }
  }
  return {
    say,
    enter(element: Element): 'inside' | 'over' {
      const { name } = element
      if (name === 'sup' && isNoteMarker(textOf(element))) {
        run.text += `[^${textOf(element).replace(/[^\p{L}\p{N}*]/gu, '')}]`
        return 'over'
      }
      if (name === 'br') run.text += '\n'
      if (isPlainCell(element)) run.text += run.text.trim() === '' ? '' : '\t'
      else if (isBlock(element)) flush()
      enterRegion(element)
      if (isLink(element)) link = element.attribs['href']!.trim()
      if (isBold(element)) depth.bold++
      if (name === 'pre') depth.pre++
      if (name === 'li') open.item = true
      open.level = headingLevel(element) ?? open.level
      return 'inside'
    },
    leave(element: Element) {
      if (isBlock(element) && !isPlainCell(element)) flush()
      if (isLink(element)) link = null
      if (isBold(element)) depth.bold--
      if (element.name === 'pre') depth.pre--
      if (element.name === 'li') open.item = false
      if (headingLevel(element) !== null) open.level = null
      if (regions.at(-1)?.element === element) open.region = regions.pop()!.outer
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
