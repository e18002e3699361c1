/** Markup inside a text (Markdown's emphasis, links, footnote marks): taken off, and what had words kept aside. */

export interface Unmarked {
  readonly text: string
  /** What was taken out and had letters or digits: addresses, footnote marks. */
  readonly aside: readonly string[]
  /** The footnotes the text calls, by their marks. */
  readonly notes: readonly string[]
}

const image = /!\[[^\]]*\]\([^()]*\)/g
const footnoteCall =
  /\[?<sup>\[?(\d{1,4})\]?<\/sup>\]?(?:\(#[^)]*\))?|\[\^(\w{1,6})\](?!:)|\s?\(\^(\d{1,4})\)|(?<=[\p{L}).,”"»])\^(\d{1,4})(?!\d)/gu
const link = /\[([^\][]+)\]\(([^()\s]*)\)/g
const emphasis =
  /(\*\*|__)(?=\S)|(?<=\S)(\*\*|__)|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu
const suspicious = /[\^_*]|\]\(|<sup/

/** The text without markup. A text that has none is handed back as it is. */
export function unmark(text: string): Unmarked {
  if (!suspicious.test(text)) return { text, aside: [], notes: [] }
  const aside: string[] = []
  const notes: string[] = []
  const bare = text
    .replace(image, (whole) => {
      aside.push(whole)
      return ' '
    })
    .replace(footnoteCall, (whole, ...marks: (string | undefined)[]) => {
      aside.push(whole.trim())
      notes.push(marks.slice(0, 4).find((mark) => mark !== undefined)!)
      return ''
    })
    .replace(link, (_, words: string, address: string) => {
      if (address !== '') aside.push(address)
      return words
    })
    .replace(emphasis, '')
  return { text: bare === text ? text : bare.replace(/\s{2,}/g, ' ').trim(), aside, notes }
}

const definition = /^(?:\[\^(\w{1,6})\]:|\(\^(\d{1,4})\)|\^(\d{1,4}))\s*/

const noteStart =
  /^(?:\[\^(\w{1,6})\]:?|\(\^(\d{1,4})\)|\^?(\d{1,4}|[¹²³⁰⁴-⁹]{1,4}|\*{1,3})[.)]?(?!\d))\s*/u

/** The mark of a footnote's own text, and the length of what prints it. */
export function footnoteMark(
  text: string,
  isNote: boolean,
): { mark: string; length: number } | null {
  const match = (isNote ? noteStart : definition).exec(text)
  if (match === null) return null
  const mark = (match[1] ?? match[2] ?? match[3])!
  return { mark: mark.normalize('NFKC'), length: match[0].length }
}
