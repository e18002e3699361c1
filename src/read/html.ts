/**
 * HTML → text and marks. What a browser shows is all there, in its order; what belongs to the site and not to the
 * report is marked as furniture, so that no word is lost.
 */
import { layFlow, type Flow, type FlowBlock } from './flow.ts'
import { readBlocks, type HtmlBlock, type HtmlPage, type Region } from './html-blocks.ts'
import { noteText } from './html-notes.ts'
import { splitTitle } from './html-title.ts'
import { lettersIn } from './html-tree.ts'

/** A page of a web site: site menus and the like are told apart from the report. */
export function parseWebPage(html: string): Flow {
  const page = readBlocks(html)
  const judged = judge(page.blocks)
  const furniture = page.blocks.map((_, i) => isFurniture(judged, i))
  return layFlow(titled(page, furniture))
}

/** The bare text of HTML that no parser should be let near: tags taken off, paragraphs where they stood. */
export function parsePlainHtml(html: string): Flow {
  const bare = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^<>]{0,5000}>/g, '\n\n')
  return layFlow(bare.split(/\n\s*\n/).map((text) => ({ kind: 'paragraph', text })))
}

/** HTML that another format was turned into, or a chapter of a book: all of it is content. */
export function parseFragment(html: string): readonly FlowBlock[] {
  return readBlocks(html).blocks.map(toFlow)
}

function toFlow(block: HtmlBlock): FlowBlock {
  const { kind, text, level, note } = block
  if (isNote(block)) return { kind: 'footnote', text: noteText(text, note) }
  // Writers who know no headings make their own: a short line, all of it bold, that ends no sentence.
  if (kind === 'paragraph' && block.bold && text.length < 120 && !/[.;,]\s*$/.test(text))
    return { kind: 'heading', text, level: 4 }
  return { kind, text, ...(level === undefined ? {} : { level }) }
}

const isNote = (block: HtmlBlock) =>
  block.kind !== 'heading' && (block.note !== null || block.region?.kind === 'footnotes')

/** A page as it is judged: its blocks, its letters of prose, and the element that holds the report, if one does. */
interface Judged {
  readonly blocks: readonly HtmlBlock[]
  readonly prose: number
  readonly content: Region | null
}

function judge(blocks: readonly HtmlBlock[]): Judged {
  const prose = blocks.reduce((sum, block) => sum + (1 - block.linked) * lettersIn(block.text), 0)
  const regions = [...new Set(blocks.flatMap(regionsOf))]
  const most = (kind: Region['kind'], share: number) =>
    regions
      .filter((region) => region.kind === kind && region.prose >= share * prose)
      .toSorted((a, b) => b.prose - a.prose)[0]
  // An article may be one of many teasers; a <main> says of itself that it is the page's content.
  return { blocks, prose, content: most('main', 0.4) ?? most('article', 0.5) ?? null }
}

function isFurniture({ blocks, prose, content }: Judged, i: number): boolean {
  const block = blocks[i]!
  const around = regionsOf(block)
  if (isNote(block)) return false
  if (around.some((region) => region.kind === 'furniture')) return true
  if (content && !around.includes(content)) return block.level !== 1
  // What only looks like furniture is none where it holds much of the page.
  const looksLike = (r: Region) => r.kind === 'maybe-furniture' && r.prose <= 0.3 * prose
  if (around.some(looksLike)) return true
  return block.kind !== 'heading' && isListOfLinks(blocks, i)
}

function regionsOf({ region }: HtmlBlock): readonly Region[] {
  const regions: Region[] = []
  for (let r = region; r; r = r.parent) regions.push(r)
  return regions
}

/** Menus and in-page contents: short blocks that are links and little else, with more such beside them. */
function isListOfLinks(blocks: readonly HtmlBlock[], i: number): boolean {
  if (!isLinks(blocks[i])) return false
  const before = isLinks(blocks[i - 1]) ? (isLinks(blocks[i - 2]) ? 2 : 1) : 0
  const after = isLinks(blocks[i + 1]) ? (isLinks(blocks[i + 2]) ? 2 : 1) : 0
  return before + after >= 2
}

const isLinks = (block: HtmlBlock | undefined) =>
  block !== undefined && block.linked > 0.7 && block.text.length < 200

/**
 * The page's own title first, and the site's name apart from it. Where the first heading says the same in fewer words
 * the title is what the report is called; else it is the site's, and still tells a year.
 */
function* titled(page: HtmlPage, furniture: readonly boolean[]): Generator<FlowBlock> {
  const { blocks } = page
  const first = blocks.findIndex((b, i) => b.kind === 'heading' && b.level === 1 && !furniture[i])
  const heading = blocks[first]?.text.replace(/\s+/g, ' ').trim() ?? null
  const around = blocks.flatMap(({ text }, i) => (furniture[i] && text.length < 80 ? [text] : []))
  const { title, site } = splitTitle(page, heading, around)
  const isFuller =
    heading === null ||
    (heading.length < 30 && title.length > heading.length && title.includes(heading))
  if (title !== '') yield { kind: isFuller ? 'title' : 'furniture', text: title }
  if (site !== '') yield { kind: 'furniture', text: site }
  for (const [i, block] of blocks.entries()) {
    if (furniture[i]) yield { kind: 'furniture', text: block.text }
    else if (i === first && !isFuller) yield { kind: 'title', text: block.text }
    else yield toFlow(block)
  }
}
