import { describe, expect, it } from 'vitest'
import { createApp } from './app.tsx'
import { fixedGeneration } from './generations.ts'
import { sampleFiles as files, sampleLibrary } from './sample-library.ts'

const app = createApp({ generations: fixedGeneration(sampleLibrary()), files })
const loading = createApp({ generations: fixedGeneration(null), files })
const text = async (path: string, init?: RequestInit) => (await app.request(path, init)).text()

describe('the pages', () => {
  it.each(['/', '/?q=refugio', '/?all=1', '/p/b.2', '/d/b', '/about', '/p/b.2?view=printed'])(
    'answers %s in both languages',
    async (path) => {
      for (const hl of ['en', 'es']) {
        const response = await app.request(`${path}${path.includes('?') ? '&' : '?'}hl=${hl}`)
        expect(response.status).toBe(200)
        expect(await response.text()).toContain(`<html lang="${hl}">`)
      }
    },
  )

  it('tells of each document what the report of an ingest tells', async () => {
    const about = await text('/about')
    expect(about).toContain('With a section')
    expect(about.match(/<td class="figure">100%<\/td>/g)).toHaveLength(2)
  })

  it('calls a country as the reader does', async () => {
    expect(await text('/?q=refugio&hl=es')).toContain('Perú 2019')
    expect(await text('/?q=refugio&hl=en')).toContain('Peru 2019')
    expect(await text('/d/b?hl=es')).toContain('Perú')
  })

  it('says how many passages of how many documents are shown', async () => {
    expect(await text('/?q=refugio')).toContain('1–2 of 2 passages in 2 documents')
    expect(await text('/?q=refugio&hl=es')).toContain('1–2 de 2 pasajes en 2 documentos')
  })

  it('escapes whatever is in a query or a passage', async () => {
    const page = await text(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(page).not.toContain('<script>alert')
    expect(await text('/d/a')).toContain('&lt;b&gt;')
  })

  it('marks matches and keeps the language of each passage', async () => {
    const page = await text('/?q=refugio')
    expect(page).toContain('<mark>refugio</mark>')
    expect(page).toMatch(/<p[^>]* lang="es"/)
  })

  it('speaks the language the browser prefers', async () => {
    const headers = { 'Accept-Language': 'fr, es-PE;q=0.8, en;q=0.5' }
    expect(await text('/', { headers })).toContain('<html lang="es">')
  })

  it('shows the printed text on demand and explains each repair', async () => {
    expect(await text('/p/b.2')).toContain('niños')
    expect(await text('/p/b.2')).toContain('<del>fi</del>')
    expect(await text('/p/b.2?view=printed')).toContain('nifios')
  })

  it('names what a reference manager and a crawler look for', async () => {
    const response = await app.request('/p/b.2')
    expect(response.headers.get('link')).toContain('rel="cite-as"')
    const page = await response.text()
    expect(page).toContain('<meta name="citation_title"')
    expect(page).toContain('<link rel="canonical" href="http://localhost/p/b.2"')
    expect(page).toContain('hreflang="es"')
    expect(page).not.toContain('noindex')
    expect(await text('/?q=refugio')).toContain('noindex')
  })

  it.each(['/trends?q=refugio', '/compare/a/b', '/compare', '/quotes', '/help', '/collection'])(
    'answers %s',
    async (path) => {
      for (const hl of ['en', 'es']) {
        const address = `${path}${path.includes('?') ? '&' : '?'}hl=${hl}`
        expect((await app.request(address)).status).toBe(200)
      }
    },
  )

  it('checks a pasted text', async () => {
    const body = new URLSearchParams({
      text: 'They say “El gobierno abrió dos refugios para niñas”.',
    })
    const page = await (await app.request('/quotes', { method: 'POST', body })).text()
    expect(page).toContain('1 quotation')
  })

  it('answers 404 with a way on for what is not there', async () => {
    for (const path of ['/p/none.1', '/d/none', '/nowhere']) {
      const response = await app.request(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('href="/"')
    }
  })

  it.each([
    '/?page=-3',
    '/?page=x&per_page=y',
    '/?year=%00',
    '/?q=%22%28%28',
    '/d/a?q=%5B%2A',
    '/p/%E0',
  ])('never fails on %s', async (path) => {
    expect((await app.request(path)).status).toBeLessThan(500)
  })
})

describe('the API', () => {
  it('answers bad parameters with a problem and a remedy', async () => {
    const response = await app.request('/api/v1/search?per_page=1000')
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 400, remedy: expect.any(String) })
  })

  it('answers 404 as a problem', async () => {
    for (const path of ['/api/v1/passages/x.1', '/api/v1/documents/x', '/api/v1/nothing']) {
      const response = await app.request(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
    }
  })

  it('gives a document with the fields of the list and its passages whole', async () => {
    const passages = [expect.anything(), expect.anything()]
    const document: unknown = await (await app.request('/api/v1/documents/b')).json()
    expect(document).toMatchObject({ id: 'b', year: 2019, language: 'es', passages })
  })

  it('describes itself as OpenAPI 3.1 with every route', async () => {
    const description: unknown = await (await app.request('/api/v1/openapi.json')).json()
    const paths = {
      '/api/v1/search': expect.anything(),
      '/api/v1/passages/{id}': expect.anything(),
    }
    expect(description).toMatchObject({ openapi: '3.1.0', paths })
  })
})

describe('discovery', () => {
  it.each([
    ['/opensearch.xml', 'application/opensearchdescription+xml', '{searchTerms}'],
    ['/sitemap.xml', 'application/xml', '/d/a'],
    ['/robots.txt', 'text/plain', 'Sitemap:'],
    ['/llms.txt', 'text/plain', '/api/v1/openapi.json'],
    ['/favicon.svg', 'image/svg+xml', '<svg'],
  ])('serves %s', async (path, type, content) => {
    const response = await app.request(path)
    expect(response.headers.get('content-type')).toContain(type)
    expect(await response.text()).toContain(content)
  })

  it('completes what is typed, for the page and for an address bar', async () => {
    const found: unknown = await (await app.request('/api/v1/suggest?q=refu')).json()
    const details = [{ text: 'refugio', label: 'refugio', kind: 'word', count: 2 }]
    expect(found).toEqual({ suggestions: ['refugio'], details })
    const bar: unknown = await (
      await app.request('/api/v1/suggest?q=refu&format=opensearch')
    ).json()
    const address = 'http://localhost/?q=refugio'
    expect(bar).toEqual(['refu', ['refugio'], ['2 passages'], [address]])
  })
})

describe('caching', () => {
  it.each(['/', '/api/v1/search?q=refugio', '/d/b'])('answers 304 for a known %s', async (path) => {
    const first = await app.request(path)
    const tag = first.headers.get('etag')!
    expect(tag).toContain('sample')
    const again = await app.request(path, { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('keeps static files for ever', async () => {
    const response = await app.request(files.css.url)
    expect(response.headers.get('cache-control')).toContain('immutable')
  })
})

describe('while the index is being opened', () => {
  it.each(['/', '/api/v1/health', '/api/v1/search'])('answers %s with 503', async (path) => {
    const response = await loading.request(path)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).not.toBeNull()
  })

  it('is healthy once it is open', async () => {
    expect((await app.request('/api/v1/health')).status).toBe(200)
  })
})

describe('hardening', () => {
  it('allows nothing inline and nothing from elsewhere', async () => {
    const policy = (await app.request('/')).headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(await text('/?q=refugio')).not.toMatch(/ (style|onclick)=/)
  })
})
