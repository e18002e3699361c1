/** Which format a file is in, told by its content before its name, and what each format's reader makes of it. */
import type { Page } from '../model.ts'
import { parseApart } from './apart.ts'
import { decode, type Decoded } from './decode.ts'
import { parsePlainHtml, parseWebPage } from './html.ts'
import { isTooDeep } from './html-tree.ts'
import { parseMarkdown } from './markdown.ts'
import type { Parsed } from './parsed.ts'
import { isRtf, parseRtf } from './rtf.ts'
import { isZip } from './zip.ts'

const startsWith = (bytes: Uint8Array, signature: string) =>
  Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature

/** Reads a file's bytes. Throws an Error that says why where nothing can be made of them. */
export async function parseFormat(bytes: Uint8Array, file: string): Promise<Parsed> {
  // A PDF may begin with some rubbish; its readers allow for a kilobyte.
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-') || isZip(bytes)) return parseApart(bytes)
  if (isRtf(bytes)) return { ...parseRtf(bytes), pages: [], complaints: [] }
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    throw new Error('it is an old Word or Excel file; save it as .docx')
  const decoded = decode(bytes, charsetIn(head))
  if (!decoded) throw new Error('it is not text in any format known')
  return parseText(decoded, file)
}

function parseText({ text, encoding, complaint }: Decoded, file: string): Parsed {
  const complaints = complaint === null ? [] : [complaint]
  const common = { encoding, pages: [], complaints }
  if (isHtml(text, file)) {
    if (!isTooDeep(text)) return { format: 'html', ...common, ...parseWebPage(text) }
    complaints.push('its elements are nested too deeply; only its text was read')
    return { format: 'html', ...common, ...parsePlainHtml(text) }
  }
  if (/\.(?:md|markdown)$/i.test(file))
    return { format: 'markdown', ...common, ...parseMarkdown(text) }
  return { format: 'text', ...common, text, marks: [], pages: pagesOf(text) }
}

/** By what it begins with; a name alone makes HTML of nothing that has no tags. */
function isHtml(text: string, file: string): boolean {
  const head = text.slice(0, 2000).replace(/<!--[\s\S]*?-->/g, '')
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html\b|<head\b|<body\b)/i.test(head))
    return true
  return /\.x?html?$/i.test(file) && /<\/?[a-z][^>]*>/i.test(text)
}

/** The charset an HTML page says it is in. */
function charsetIn(head: string): string | undefined {
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1]
}

/** Pages of plain text: form feeds end them, counted from one. A text without any has no pages. */
export function pagesOf(text: string): readonly Page[] {
  if (!text.includes('\f')) return []
  const ends = [...text.matchAll(/\f/g)].map((match) => match.index + 1)
  const starts = [0, ...ends].filter((start) => start < text.length)
  return starts.map((start, i) => ({
    number: i + 1,
    span: { start, end: starts[i + 1] ?? text.length },
  }))
}
