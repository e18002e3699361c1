/**
 * Notes of an HTML page: what calls one, and where it is. A note is told by being called, wherever it stands and
 * whatever its element is named: `<a href="#n1">[1]</a>` in the text makes what has the id `n1` a note.
 */
import type { Element } from 'domhandler'
import { textOf } from './html-tree.ts'

export interface Notes {
  /** What an element says in place of its text where it is a call or a raised sign; null where it is neither. */
  said(element: Element, at: Place): string | null
  /** The mark of the note that opens with this element, or null. */
  opens(element: Element): string | null
}

/** Where an element stands. */
export interface Place {
  /** The text before it in its block. */
  readonly before: string
  /** The address of the link around it. */
  readonly link: string | null
  readonly isNote: boolean
}

/** A note's number, letter or star, in brackets or bare. */
const marker = /^\s*[[(]?(\d{1,4}|[a-z]|\*+)[\])]?\s*$/i
const bracketed = /^\s*\[\d/
const noteAddress = /fn|note|nota|edn|cite|pie/i
/** A raised number by itself calls a note after a word or a mark, not after a figure or a unit: 10³, km². */
const callable = /(?:\p{L}{3}|[.,;:!?)\]”"»])$/u
const raised: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign])),
  o: 'º',
  a: 'ª',
}

export function createNotes(): Notes {
  const marks = new Map<string, string>()
  return {
    said(element, { before, link, isNote }) {
      const { name } = element
      if (name !== 'sup' && name !== 'a') return null
      const text = textOf(element)
      const mark = marker.exec(text)?.[1]
      if (mark === undefined) return null
      const address = inPage(name === 'a' ? element : linkIn(element)) ?? inPageAddress(link)
      if (address !== null && !isNote) {
        const calls = name === 'sup' || bracketed.test(text) || noteAddress.test(address)
        if (!calls) return null
        if (!marks.has(address)) marks.set(address, mark)
        return `[^${mark}]`
      }
      if (name === 'a' || isNote) return null
      if (/^[\d*]/.test(mark) && callable.test(before)) return `[^${mark}]`
      return [...text.trim()].map((sign) => raised[sign] ?? sign).join('')
    },
    opens({ attribs }) {
      const { id = '', name = '' } = attribs
      return marks.get(id) ?? marks.get(name) ?? null
    },
  }
}

const linkIn = (element: Element) =>
  element.childNodes.find((node): node is Element => 'name' in node && node.name === 'a')

const inPage = (element: Element | undefined) => inPageAddress(element?.attribs['href'])

/** What follows the `#`: some systems write the page's own address before it. */
const inPageAddress = (href: string | null | undefined) => /#(.+)$/.exec(href ?? '')?.[1] ?? null

const printedMark = /^[[(]?(\d{1,4}|[a-z]|\*+)[\])]?[.:]?\s+/i
const wayBack = /\s*[↩↑⤴⏎^]\ufe0e?\s*$/u

/** A note's text under its mark, without the arrow that leads back to its call. */
export function noteText(text: string, mark: string | null): string {
  const bare = text
    .trim()
    .replace(wayBack, '')
    .replace(/^[↑^]\s+/, '')
  if (mark === null) return bare
  const printed = printedMark.exec(bare)
  return `[^${mark}]: ${printed?.[1] === mark ? bare.slice(printed[0].length) : bare}`
}
