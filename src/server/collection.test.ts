import { describe, expect, it } from 'vitest'
import { createApp } from './app.tsx'
import { moved, readItems } from './collection.ts'
import { fixedGeneration } from './generations.ts'
import { sampleFiles, sampleLibrary } from './sample-library.ts'

const query = (text: string) => new URLSearchParams(text)
const app = createApp({ generations: fixedGeneration(sampleLibrary()), files: sampleFiles })

describe('a collection', () => {
  it('reads ids and notes in order, each passage once', () => {
    expect(readItems(query('id=a&note=x&id=b&note=&id=a&note=z'))).toEqual([
      { id: 'a', note: 'x' },
      { id: 'b', note: '' },
    ])
  })

  it.each([
    ['0:down', 'b a c'],
    ['2:up', 'a c b'],
    ['1:out', 'a c'],
    ['0:up', 'a b c'],
    ['9:out', 'a b c'],
    ['nonsense', 'a b c'],
  ])('after %s is %s', (step, order) => {
    const items = readItems(moved(query('id=a&id=b&id=c&note=1&note=2&note=3'), step))
    expect(items.map(({ id }) => id).join(' ')).toBe(order)
    for (const { id, note } of items) expect(note).toBe(String('abc'.indexOf(id) + 1))
  })

  it('says what is no longer there', async () => {
    const page = await (await app.request('/collection?id=a.1&id=gone.1')).text()
    expect(page).toContain('No longer in the corpus')
    expect(page).toContain('gone.1')
  })

  it.each([
    ['docx', 'officedocument'],
    ['html', 'text/html'],
    ['csv', 'text/csv'],
  ])('becomes a brief as %s', async (format, type) => {
    const body = new URLSearchParams({ format, id: 'b.2', note: '=1+1' })
    const response = await app.request('/api/v1/brief', { method: 'POST', body })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    if (format === 'docx') expect(text.startsWith('PK')).toBe(true)
    else expect(text).toContain('niños')
    if (format === 'csv') expect(text).toContain("'=1+1")
  })

  it('refuses an empty brief with a remedy', async () => {
    const body = new URLSearchParams({ format: 'docx' })
    const response = await app.request('/api/v1/brief', { method: 'POST', body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ remedy: expect.any(String) })
  })
})
