/** What HTML's elements mean to a reader of reports: which are blocks, which are furniture, which hold the content. */
import { isTag, type AnyNode, type Element } from 'domhandler'

const words = (list: string) => new Set(list.split(' '))

const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section select summary table ' +
    'tbody td tfoot th thead tr ul button',
)
/** Nothing in these is text of the page. */
const SILENT = words(
  'script style template svg annotation annotation-xml iframe object canvas audio video meta link',
)
/** Controls and navigation by their very name. */
const FURNITURE = words('nav footer form button select option menu dialog noscript textarea')
const FURNITURE_ROLES = words(
  'navigation banner contentinfo search complementary dialog alert alertdialog menu menubar toolbar tablist',
)
/**
 * Words in class and id that name furniture on news, government and library sites. Only a hint: a wrapper called
 * 'with-sidebar' may hold everything, so it does not count where the element holds much of the page's prose.
 */
const FURNITURE_WORDS = words(
  'nav navigation navbar navigator menu menus breadcrumb breadcrumbs crumbs sidebar footer masthead cookie cookies ' +
    'consent share sharing social related newsletter subscribe comments comment respond skip pagination pager toc ' +
    'contents tags widget promo advert ads banner modal popup search login toolbar metadata menu-item',
)

export const isBlock = (element: Element) => BLOCKS.has(element.name)
export const isSilent = (element: Element) => SILENT.has(element.name)

/** 1 to 6, or null. */
export function headingLevel({ name, attribs }: Element): number | null {
  if (/^h[1-6]$/.test(name)) return Number(name[1])
  if (attribs['role'] !== 'heading') return null
  return Math.min(6, Math.max(1, Number(attribs['aria-level']) || 2))
}

export type Container = 'furniture' | 'maybe-furniture' | 'main' | 'article' | 'footnotes'

/** What an element says of everything in it, or null. */
export function containerOf(element: Element): Container | null {
  const { name, attribs } = element
  const role = attribs['role']?.toLowerCase() ?? ''
  if (name === 'main' || role === 'main') return 'main'
  if (/^doc-(?:footnote|endnotes?)$/.test(role) || isFootnotes(attribs)) return 'footnotes'
  if (FURNITURE.has(name) || FURNITURE_ROLES.has(role)) return 'furniture'
  if (name === 'article' || role === 'article') return 'article'
  if (name === 'body' || name === 'html') return null
  if (name === 'aside' || hintsAtFurniture(attribs)) return 'maybe-furniture'
  return null
}

/** The parts of class and id: 'main-menu siteNav' → main, menu, site, nav. */
const namesIn = (attribs: Element['attribs']) =>
  `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

const hintsAtFurniture = (attribs: Element['attribs']) =>
  namesIn(attribs).some((name) => FURNITURE_WORDS.has(name))

const isFootnotes = (attribs: Element['attribs']) =>
  namesIn(attribs).some((name) => /^(?:(?:sd)?(?:foot|end)notes?|ftn|edn)$/.test(name)) ||
  /(?:foot|end)note/.test(attribs['epub:type'] ?? '') ||
  /^(?:foot|end)note-\d/.test(attribs['id'] ?? '')

/** A cell that is one of several in its row and holds only a few words: the row is then one line of a table. */
export function isPlainCell(element: Element): boolean {
  if (element.name !== 'td' && element.name !== 'th') return false
  const cells = cellsBeside(element)
  return (
    cells > 1 &&
    cells <= 60 &&
    element.childNodes.length < 20 &&
    !element.childNodes.some(holdsBlocks)
  )
}

const cellCounts = new WeakMap<object, number>()

function cellsBeside({ parent }: Element): number {
  if (!parent) return 1
  let count = cellCounts.get(parent)
  if (count === undefined) {
    count = parent.childNodes.filter((node) => isTag(node)).length
    cellCounts.set(parent, count)
  }
  return count
}

/** One paragraph in a cell is how word processors write a cell; anything more is a page laid out as a table. */
const holdsBlocks = (node: AnyNode): boolean =>
  isTag(node) &&
  (BLOCKS.has(node.name) && node.name !== 'p' && node.name !== 'div'
    ? true
    : node.childNodes.some((child) => isTag(child) && BLOCKS.has(child.name)))
