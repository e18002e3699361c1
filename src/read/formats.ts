/** Which format a file is in, told by its content before its name, and the reader for each. */
import type { Mark, Page } from '../model.ts'
import { decode } from './decode.ts'

/** What a format's reader makes of a file. */
export interface Parsed {
  readonly format: string
  readonly encoding: string
  readonly text: string
  readonly pages: readonly Page[]
  readonly marks: readonly Mark[]
  /** What was wrong, one line each for people. */
  readonly complaints: readonly string[]
}

/** Reads a file's bytes. Throws an Error that says why where nothing can be made of them. */
export async function parseFormat(bytes: Uint8Array, _file: string): Promise<Parsed> {
  const decoded = decode(bytes)
  if (!decoded) throw new Error('it is not text in any format known')
  const { text, encoding, complaint } = decoded
  const complaints = complaint === null ? [] : [complaint]
  return { format: 'text', encoding, text, pages: pagesOf(text), marks: [], complaints }
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
