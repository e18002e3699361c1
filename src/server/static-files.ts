/** The files a browser gets beside the pages: read once, addressed by their content, kept for ever. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { webFile } from '../load/assets.ts'

export interface StaticFile {
  /** '/assets/styles.1f2e3d4c.css': another content has another address. */
  readonly url: string
  readonly type: string
  readonly body: string
}

export interface StaticFiles {
  readonly css: StaticFile
  readonly js: StaticFile
  /** Hash over all of them: part of a page's ETag, since a page names their addresses. */
  readonly version: string
}

async function load(name: string, type: string): Promise<StaticFile> {
  const body = await readFile(webFile(name), 'utf8')
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { url: `/assets/${name.replace(/\.(\w+)$/, `.${hash}.$1`)}`, type, body }
}

export async function loadStaticFiles(): Promise<StaticFiles> {
  const [css, js] = await Promise.all([
    load('styles.css', 'text/css; charset=utf-8'),
    load('enhance.js', 'text/javascript; charset=utf-8'),
  ])
  const version = createHash('sha256')
    .update(css.url + js.url)
    .digest('hex')
    .slice(0, 8)
  return { css, js, version }
}
