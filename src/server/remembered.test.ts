import { describe, expect, it } from 'vitest'
import { createApp } from './app.tsx'
import { fixedGeneration } from './generations.ts'
import type { Library } from './library.ts'
import { sampleFiles as files, sampleLibrary } from './sample-library.ts'

/** A server that tells how often it searched; while `fails` says so, searching fails. */
function served(fails = () => false) {
  let searches = 0
  const library: Library = sampleLibrary()
  const counting: Library = {
    ...library,
    search(parameters) {
      searches++
      if (fails()) throw new Error('the disk is gone')
      return library.search(parameters)
    },
  }
  const app = createApp({ generations: fixedGeneration(counting), files })
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers })
    return { status: response.status, headers: response.headers, body: await response.text() }
  }
  return { ask, searches: () => searches }
}

describe('the same request', () => {
  it.each(['/api/v1/search?q=refugio', '/?q=refugio'])('is searched once: %s', async (path) => {
    const { ask, searches } = served()
    const first = await ask(path)
    const second = await ask(path)
    expect(second.body).toBe(first.body)
    expect([...second.headers]).toEqual([...first.headers])
    expect(first.body).toContain('refugio')
    expect(searches()).toBe(1)
  })

  it('is another in another language, of another generation, with another filter', async () => {
    const { ask, searches } = served()
    const spanish = await ask('/?q=refugio', { 'Accept-Language': 'es' })
    const english = await ask('/?q=refugio', { 'Accept-Language': 'en' })
    expect(spanish.body).toContain('<html lang="es">')
    expect(english.body).toContain('<html lang="en">')
    await ask('/?q=refugio&year=2010')
    expect(searches()).toBe(3)
    const next = served()
    await next.ask('/?q=refugio')
    expect(next.searches()).toBe(1)
  })

  it('is tried again where it failed', async () => {
    let isBroken = true
    const { ask } = served(() => isBroken)
    expect((await ask('/api/v1/search?q=refugio')).status).toBe(500)
    isBroken = false
    expect((await ask('/api/v1/search?q=refugio')).status).toBe(200)
  })
})
