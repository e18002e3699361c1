/** What a format's reader hands on. */
import type { Mark, Page } from '../model.ts'

/** What a format's reader makes of a file. */
export interface Parsed {
  readonly format: string
  readonly encoding: string
  readonly text: string
  readonly pages: readonly Page[]
  readonly marks: readonly Mark[]
  /** Pages that are pictures without text: scans. */
  readonly bare?: readonly number[]
  /** What was wrong, one line each for people. */
  readonly complaints: readonly string[]
}

/** 'page 3', 'pages 3, 4, 7 …' */
export function pagesNamed(pages: readonly number[]): string {
  const shown = pages.slice(0, 10).join(', ')
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown}${pages.length > 10 ? ' …' : ''}`
}
