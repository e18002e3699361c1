/** Rich Text Format → text and marks: paragraphs, code pages, Unicode escapes; what is not shown is left out. */
import { decodeAs } from './decode.ts'
import { layFlow, type Flow, type FlowBlock } from './flow.ts'
import { createPage, type Destination } from './rtf-page.ts'

export function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf'
}

const destinations: Readonly<Record<Exclude<Destination, 'text'>, string>> = {
  note: 'footnote',
  box: 'shptxt dptxbxtext',
  edge: 'header headerl headerr headerf footer footerl footerr footerf',
  title: 'title',
  styles: 'stylesheet',
  info: 'info',
  none:
    'fonttbl colortbl pict object listtable listoverridetable revtbl rsidtbl generator themedata latentstyles ' +
    'datastore xmlnstbl shprslt tc xe',
}
const destinationOf = new Map(
  Object.entries(destinations).flatMap(([destination, names]) =>
    names.split(' ').map((name) => [name, destination as Destination] as const),
  ),
)

const SYMBOLS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  page: ' ',
  column: ' ',
}
const SIGNS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

interface Group {
  readonly to: Destination
  /** Characters to pass over after a \\u escape. */
  readonly fallback: number
}

const TOKEN =
  /\\'([\da-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi

/** Reads RTF of any quality; never fails. */
export function parseRtf(
  bytes: Uint8Array,
): Flow & { readonly format: string; readonly encoding: string } {
  const source = Buffer.from(bytes).toString('latin1')
  const encoding = encodingOf(Number(/\\ansicpg(\d{3,5})/.exec(source)?.[1] ?? 1252))
  return {
    format: 'rtf',
    encoding,
    ...layFlow(blocksIn(source, encoding)),
  }
}

/** The encoding of a code page; Western where it is unknown. */
function encodingOf(page: number): string {
  try {
    return new TextDecoder(`windows-${page}`).encoding
  } catch {
    return 'windows-1252'
  }
}

function blocksIn(source: string, encoding: string): FlowBlock[] {
  const page = createPage()
  const stack: Group[] = []
  let group: Group = { to: 'text', fallback: 1 }
  let skip = 0
  const say = (piece: string) => {
    const shown = skip > 0 ? piece.slice(skip) : piece
    skip = Math.max(0, skip - piece.length)
    page.say(group.to, shown)
  }
  for (const [, hex, word, number, symbol, brace, plain] of source.matchAll(TOKEN)) {
    if (brace === '{') stack.push(group)
    else if (brace === '}') {
      const outer = stack.pop() ?? group
      if (outer.to !== group.to || group.to === 'styles') page.end(group.to)
      group = outer
      skip = 0
    } else if (plain !== undefined) say(plain)
    else if (hex !== undefined) say(decodeAs(encoding, Uint8Array.of(parseInt(hex, 16))))
    // A backslash before the line's end is a paragraph's.
    else if (symbol !== undefined && /[\r\n]/.test(symbol)) page.endParagraph(group.to)
    else if (symbol === '*') group = { ...group, to: 'none' }
    else if (symbol !== undefined) say(SIGNS[symbol] ?? '')
    else if (word === 'uc') group = { ...group, fallback: Number(number) }
    else if (word === 'u') {
      say(String.fromCharCode(Number(number) & 0xffff))
      skip = group.fallback
    } else if (word !== undefined && SYMBOLS[word] !== undefined) say(SYMBOLS[word])
    else if (word !== undefined && destinationOf.has(word)) {
      const to = destinationOf.get(word)!
      const isInside = to === 'title' ? group.to === 'info' : group.to !== 'none' || to === 'box'
      if (isInside) group = { ...group, to }
      if (isInside && to === 'note') page.call()
    } else if (word !== undefined) page.set(word, Number(number ?? 0), group.to)
  }
  return page.finish()
}
