import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executable, openRoom, phone, type Room } from './room.ts'
import './patience.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The sum of the shifts of the layout so far. */
const layoutShift = `new Promise((resolve) => {
  let sum = 0
  const observer = new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value)))
  observer.observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})`

describe.skipIf(!executable)('access', () => {
  let room: Room
  let passage: string
  beforeAll(async () => {
    room = await openRoom()
    const answer = await fetch(`${room.url}/api/v1/search?q=refugio&lang=es&per_page=1`)
    passage = ((await answer.json()) as { results: { url: string }[] }).results[0]!.url
  })
  afterAll(() => room?.close())

  const paths = () => [
    '/',
    '/?q=shelters',
    '/?q=xyzzyx&year=2021&hl=es',
    `${passage}?q=refugio`,
    '/d/tip-2021-peru-en-excerpt?q=police',
    '/compare/tip-2021-peru-en/tip-2022-peru-en?kind=dropped&kind=split',
    '/compare',
    '/trends?q=shelter&q=police',
    '/quotes',
    `/collection?id=${passage.slice(3)}`,
    '/about',
    '/help?hl=es',
    '/nowhere',
  ]

  // The themes differ in their colours and in nothing else.
  it.each([
    ['light', { type: 'tag', values: rules }],
    ['dark', { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }],
  ] as const)('has nothing for axe to find on any page, %s', async (colorScheme, runOnly) => {
    const page = await room.visit('/', { colorScheme })
    const all: string[] = []
    for (const path of paths()) {
      await page.goto(room.url + path)
      await page.evaluate(axe)
      const { violations } = await page.evaluate<AxeResults>(
        `axe.run({ runOnly: ${JSON.stringify(runOnly)} })`,
      )
      all.push(
        ...violations.map(
          ({ id, nodes }) => `${path} ${id}: ${nodes.map((n) => n.html).join(' ')}`,
        ),
      )
    }
    expect(all).toEqual([])
    await page.context().close()
  })

  it('is worked by keyboard alone: search, a result, its passage', async () => {
    const page = await room.visit('/help')
    await page.keyboard.press('/')
    await page.keyboard.type('shelters')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=shelters/)
    await page.locator('body').press('j')
    await page.keyboard.press('j')
    expect(await page.locator('.card.current').getAttribute('data-id')).not.toBeNull()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/p\//)
    await page.context().close()
  })

  it('turns single letters off', async () => {
    const page = await room.visit('/help')
    await page.locator('[data-keys-setting]').uncheck()
    await page.goto(`${room.url}/?q=shelters`)
    await page.locator('body').press('j')
    expect(await page.locator('.card.current').count()).toBe(0)
    await page.context().close()
  })

  it('does everything without scripts', async () => {
    const page = await room.visit('/', { javaScriptEnabled: false })
    await page.fill('#q', 'shelters')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=shelters/)
    await page.locator('.facet-section .pick').first().click()
    await page.waitForURL(/section=/)
    await page.selectOption('select[name=sort]', '-year')
    await page.getByRole('button', { name: 'Apply' }).first().click()
    await page.waitForURL(/sort=-year/)
    await page.locator('.collect input').first().check()
    await page.getByRole('button', { name: /collection/ }).click()
    await page.waitForURL(/\/collection\?/)
    expect(await page.locator('.collected').count()).toBe(1)
    await page.context().close()
  })

  it('opens the filters as a sheet on a phone without scripts', async () => {
    const page = await room.visit('/?q=shelters', { javaScriptEnabled: false, viewport: phone })
    expect(await page.locator('#filters').isHidden()).toBe(true)
    await page.getByRole('button', { name: /^Filters/ }).click()
    expect(await page.locator('#filters').isVisible()).toBe(true)
    await page.context().close()
  })

  it('changes the language and keeps it', async () => {
    const page = await room.visit('/?q=shelters')
    await page.getByRole('link', { name: 'Español' }).click()
    await page.waitForURL(/hl=es/)
    expect(await page.textContent('h1')).toMatch(/de \d+ pasajes en \d+ documentos/)
    await page.locator('.card-title').first().click()
    await page.waitForURL(/hl=es/)
    expect(await page.getAttribute('html', 'lang')).toBe('es')
    await page.context().close()
  })

  it('asks no other host, shifts nothing and weighs little', async () => {
    const page = await room.visit('/about')
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    const sizes: number[] = []
    page.on('response', async (response) => {
      sizes.push(gzipSync(await response.body().catch(() => Buffer.alloc(0))).byteLength)
    })
    await page.goto(`${room.url}/?q=victims`, { waitUntil: 'networkidle' })
    const shift = await page.evaluate<number>(layoutShift)
    expect([...hosts]).toEqual([new URL(room.url).host])
    expect(shift).toBeLessThan(0.01)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000)
    await page.context().close()
  })
})
