/** From a view to a response: the interface's language, the frame's props, caching by corpus version. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { messages, type Ui } from '../../web/ui.ts'
import { countryIn } from '../label/country-names.ts'
import { sendText } from './compressed.ts'
import { acceptedLanguage, chosenLanguage } from './locale.ts'
import type { Library } from './library.ts'
import { sendRemembered } from './remembered.ts'
import type { StaticFiles } from './static-files.ts'

/** What the routes find in Hono's context. */
export interface Env {
  readonly Variables: { library: Library; files: StaticFiles; ui: Ui }
}

/** Everything a view is told besides its content. */
export function uiOf(c: Context, library: Library | null, files: StaticFiles): Ui {
  const url = new URL(c.req.url)
  const chosen = chosenLanguage(url.searchParams.get('hl'))
  const locale = chosen ?? acceptedLanguage(c.req.header('Accept-Language'))
  url.searchParams.delete('hl')
  const manifest = library?.store.manifest
  return {
    locale,
    t: messages[locale],
    chosen,
    path: url.pathname + url.search,
    origin: url.origin,
    sectionTitle: (key) => library?.sectionTitle(key) ?? null,
    countryName: (country) => countryIn(locale, country),
    assets: { css: files.css.url, js: files.js.url },
    corpus: {
      version: manifest?.version ?? '',
      passages: manifest?.passages ?? 0,
      documents: manifest?.documents ?? 0,
    },
  }
}

const html = 'text/html; charset=UTF-8'

/** A page. */
export function page(c: Context, view: Child, status: ContentfulStatusCode = 200): Response {
  sayLanguage(c)
  return sendText(c, written(view), { type: html, status })
}

/** A page that many come back to: made once a corpus for the same address and language. */
export function rememberedPage(c: Context<Env>, view: () => Promise<Child>): Promise<Response> {
  sayLanguage(c)
  return sendRemembered(c, html, async () => written(await view()))
}

/** A page's language depends on the browser's wish, hence Vary. */
function sayLanguage(c: Context): void {
  c.header('Vary', 'Accept-Language')
  c.header('Content-Language', c.get('ui').locale)
}

function written(view: Child): string {
  return `<!doctype html>${String(view)}`
}
