/** A reading room for browser tests: the shipped corpus ingested, a server on a free port, a real Chromium. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { openContext } from '../../context.ts'
import { ingestFolder } from '../../ingest/folder.ts'
import { loadStages } from '../../pipeline.ts'
import { createApp } from '../app.tsx'
import { fixedGeneration } from '../generations.ts'
import { createLibrary } from '../library.ts'
import { listen } from '../listen.ts'
import { loadStaticFiles } from '../static-files.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The Chromium of this machine, found by PATH; null where there is none. */
export const executable: string | null =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }

export interface Room {
  readonly url: string
  readonly browser: Browser
  /** A page on an address of the room, in a browser that knows nothing yet. Speaks English unless told otherwise. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openRoom(): Promise<Room> {
  const index = await mkdtemp(join(tmpdir(), 'pasaje-room-'))
  const corpus = join(import.meta.dirname, '../../../corpus')
  await ingestFolder({ corpus, index, stages: loadStages(corpus) })
  const library = createLibrary(await openContext(index))
  const files = await loadStaticFiles()
  const app = createApp({ generations: fixedGeneration(library), files })
  const listening = await listen(app.fetch, { host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: executable!, args: flags })
  return {
    url: listening.url,
    browser,
    async visit(path, options = {}) {
      const context = await browser.newContext({ locale: 'en-US', viewport: desktop, ...options })
      const page = await context.newPage()
      await page.goto(listening.url + path)
      return page
    },
    async close() {
      await browser.close()
      await listening.close()
      await library.close()
      await rm(index, { recursive: true, force: true })
    },
  }
}
