import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContext } from '../context.ts'
import { ingestFolder } from '../ingest/folder.ts'
import { loadStages } from '../pipeline.ts'
import { createApp } from './app.tsx'
import { createGenerations } from './generations.ts'
import { createLibrary } from './library.ts'
import { sampleFiles } from './sample-library.ts'

const changing =
  'The ministry opened three shelters for victims in 2021 and trained forty police officers in the capital.'
const documents = {
  'peru-2020-en.txt': `2020 Report: Peru\n\nPROTECTION\n\nThe government opened two shelters for victims of trafficking in the north of the country.\n`,
  'peru-2021-en.txt': `2021 Report: Peru\n\nPROTECTION\n\n${changing}\n`,
  'peru-2021-es.txt': `Informe 2021: Perú\n\nPROTECCIÓN\n\nEl gobierno abrió dos refugios para las víctimas de la trata de personas en el norte del país.\n`,
}

describe('from documents to pages', () => {
  let folder: string
  const generations = createGenerations((error) => {
    throw error
  })
  const app = createApp({ generations, files: sampleFiles })
  const ingest = async () => {
    const [corpus, index] = [join(folder, 'corpus'), join(folder, 'index')]
    await ingestFolder({ corpus, index, stages: loadStages(corpus) })
    generations.replace(createLibrary(await openContext(index)))
  }
  const text = async (path: string) => (await app.request(path)).text()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pasaje-end-'))
    await mkdir(join(folder, 'corpus'))
    for (const [name, content] of Object.entries(documents)) {
      await writeFile(join(folder, 'corpus', name), content)
    }
    expect((await app.request('/')).status).toBe(503)
    await ingest()
  })
  afterAll(async () => {
    await generations.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('finds, marks and labels a passage in its language', async () => {
    const page = await text('/?q=refugios&cross=0')
    expect(page).toContain('1–1 of 1 passage in 1 document')
    expect(page).toMatch(/lang="es">.*<mark>refugios<\/mark>/s)
    expect(page).toContain('Peru 2021 · Protection')
  })

  it('promises by every facet what a click gives', async () => {
    interface Answer {
      readonly total: number
      readonly facets: Readonly<Record<string, { value: string | number | null; count: number }[]>>
    }
    const ask = async (query: string) =>
      (await (await app.request(`/api/v1/search?${query}`)).json()) as Answer
    const { facets } = await ask('q=victims')
    for (const [facet, buckets] of Object.entries(facets)) {
      for (const { value, count } of buckets) {
        expect((await ask(`q=victims&${facet}=${value ?? 'none'}`)).total).toBe(count)
      }
    }
  })

  it('says so when the words behind a link have changed, and when they are gone', async () => {
    const answer = await app.request('/api/v1/search?q=ministry&doc=peru-2021-en')
    const { results } = (await answer.json()) as { results: { url: string }[] }
    const path = join(folder, 'corpus', 'peru-2021-en.txt')
    const content = documents['peru-2021-en.txt']
    await writeFile(path, content.replace('three shelters', 'nine shelters'))
    await ingest()
    const changed = await app.request(results[0]!.url)
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('The words behind this link have changed')
    const other = 'Nothing of the former text remains here, only an unrelated note about weather.'
    await writeFile(path, content.replace(changing, other))
    await ingest()
    expect((await app.request(results[0]!.url)).status).toBe(410)
  })
})
