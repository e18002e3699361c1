import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { describe, expect, it } from 'vitest'
import { sendText, takesGzip } from './compressed.ts'

const long = { text: 'what the report says '.repeat(100) }
const json = { type: 'application/json' }
const app = new Hono()
  .use(compress())
  .get('/long', (c) => sendText(c, JSON.stringify(long), json))
  .get('/short', (c) => sendText(c, JSON.stringify({ text: 'few words' }), json))

async function ask(path: string, encoding: string): Promise<Response> {
  return app.request(path, { headers: { 'Accept-Encoding': encoding } })
}

describe('a compressed answer', () => {
  it('is what was said, once, and says how it is encoded', async () => {
    const response = await ask('/long', 'br, gzip')
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    expect(response.headers.get('Content-Type')).toBe('application/json')
    expect(response.headers.get('Vary')).toMatch(/accept-encoding/i)
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(JSON.parse(text)).toEqual(long)
  })

  it('goes out as it is where it is short or the client does not take gzip', async () => {
    for (const response of [await ask('/short', 'gzip'), await ask('/long', 'identity')]) {
      expect(response.headers.has('Content-Encoding')).toBe(false)
      expect(response.headers.get('Vary')).toMatch(/accept-encoding/i)
      expect(await response.json()).toHaveProperty('text')
    }
  })

  it.each([
    ['gzip, deflate, br', true],
    ['*', true],
    ['gzip;q=0, *', false],
    ['br', false],
    ['', false],
    [undefined, false],
  ])('reads Accept-Encoding: %s as %s', (header, expected) => {
    expect(takesGzip(header)).toBe(expected)
  })
})
