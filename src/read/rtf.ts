/** Rich Text Format → text and marks: paragraphs, code pages, Unicode escapes; what is not shown is left out. */
import { decodeAs } from './decode.ts'
import { layFlow, type Flow, type FlowBlock } from './flow.ts'

export function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf'
}

/** Groups that hold no text of the document. Those that open with \\* are skipped by rule. */
const SILENT = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ' +
    'listtable listoverridetable revtbl rsidtbl generator themedata latentstyles datastore xmlnstbl'
  ).split(' '),
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
  cell: '\t',
}

interface Group {
  readonly silent: boolean
  readonly footnote: boolean
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

function* blocksIn(source: string, encoding: string): Generator<FlowBlock> {
  const stack: Group[] = []
  let group: Group = { silent: false, footnote: false, fallback: 1 }
  let [text, note, skip, level] = ['', '', 0, 0]
  const notes: string[] = []
  const say = (piece: string) => {
    if (group.silent) return
    const shown = skip > 0 ? piece.slice(skip) : piece
    skip = Math.max(0, skip - piece.length)
    if (group.footnote) note += shown
    else text += shown
  }
  const block = (): FlowBlock =>
    level > 0 ? { kind: 'heading', text, level: Math.min(6, level) } : { kind: 'paragraph', text }
  for (const [, hex, word, number, symbol, brace, plain] of source.matchAll(TOKEN)) {
    if (brace === '{') stack.push(group)
    else if (brace === '}') {
      const outer = stack.pop() ?? group
      if (group.footnote && !outer.footnote) notes.push(note)
      group = outer
      skip = 0
    } else if (plain !== undefined) say(plain)
    else if (hex !== undefined) say(decodeAs(encoding, Uint8Array.of(parseInt(hex, 16))))
    else if (symbol === '*') group = { ...group, silent: true }
    else if (symbol !== undefined)
      say(symbol === '~' ? '\u00a0' : /[\\{}]/.test(symbol) ? symbol : '')
    else if (word === 'par' || word === 'row' || word === 'sect') {
      yield block()
      text = ''
    } else if (word === 'pard') level = 0
    else if (word === 'outlinelevel') level = Number(number) + 1
    else if (word === 'uc') group = { ...group, fallback: Number(number) }
    else if (word === 'u' && !group.silent) {
      say(String.fromCharCode(Number(number) & 0xffff))
      skip = group.fallback
    } else if (word === 'footnote') {
      group = { ...group, footnote: true }
      note = ''
    } else if (word !== undefined && SILENT.has(word)) group = { ...group, silent: true }
    else if (word !== undefined && SYMBOLS[word] !== undefined) say(SYMBOLS[word])
  }
  yield block()
  for (const footnote of notes) yield { kind: 'footnote', text: footnote }
}
