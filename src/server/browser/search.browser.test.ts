import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktop, executable, openRoom, phone, type Room } from './room.ts'
import { eventually } from './patience.ts'

let room: Room
beforeAll(async () => {
  if (executable) room = await openRoom()
})
afterAll(() => room?.close())

describe.skipIf(!executable).each([
  ['desktop', desktop],
  ['phone', phone],
])('searching in a browser, %s', (_name, viewport) => {
  const openFilters = async (page: Awaited<ReturnType<Room['visit']>>) => {
    if (viewport === phone) await page.getByRole('button', { name: /^Filters/ }).click()
  }

  it('finds what is typed without loading a page, and keeps the focus', async () => {
    const page = await room.visit('/?q=police', { viewport })
    await page.evaluate('window.stayed = true')
    await page.fill('#q', 'shelters')
    await page.waitForURL(/q=shelters/)
    await eventually(() => page.textContent('.card mark')).toMatch(/^shelter/)
    expect(await page.evaluate<boolean>("'stayed' in window")).toBe(true)
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('q')
    await page.context().close()
  })

  it('suggests while typing, by keyboard, with the count that choosing gives', async () => {
    const page = await room.visit('/?q=police', { viewport })
    await page.fill('#q', '')
    await page.locator('#q').pressSequentially('traffi')
    const options = page.locator('#suggestions [role=option]')
    await eventually(() => options.count()).toBeGreaterThan(2)
    const promised = await options.nth(1).locator('.count').textContent()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe('suggestion-1')
    const text = await options.nth(1).getAttribute('data-text')
    await page.keyboard.press('Enter')
    await eventually(() => page.inputValue('#q')).toBe(text)
    await eventually(() => page.textContent('h1')).toContain(`of ${promised} passage`)
    expect(await page.getAttribute('#q', 'aria-expanded')).toBe('false')
    await page.context().close()
  })

  it('filters by a facet with the count it promised, and takes the filter back', async () => {
    const page = await room.visit('/?q=shelters', { viewport })
    await openFilters(page)
    const value = page.locator('.facet-section .pick').first()
    const promised = await value.locator('.count').textContent()
    await value.click()
    await page.waitForURL(/section=/)
    await eventually(() => page.textContent('h1')).toContain(`of ${promised} passages`)
    if (viewport === phone) await page.keyboard.press('Escape')
    await page.locator('.chips .chip').click()
    await page.waitForURL((url) => !url.search.includes('section='))
    await page.context().close()
  })

  it('leaves a value out', async () => {
    const page = await room.visit('/?q=shelters', { viewport })
    await openFilters(page)
    await page.locator('.facet-doc .values li').first().hover()
    await page.locator('.facet-doc .leave-out').first().click()
    await page.waitForURL(/doc=-/)
    expect(await page.locator('.chips .chip').textContent()).toContain('not ')
    await page.context().close()
  })

  it('chooses years on the chart, by click and by drag', async () => {
    const page = await room.visit('/?q=victims', { viewport })
    await openFilters(page)
    const bars = page.locator('.histogram svg a')
    await bars.last().click()
    await page.waitForURL(/year_min=2022&year_max=2022/)
    await page.goto(`${room.url}/?q=victims`)
    await openFilters(page)
    const box = (await page.locator('.histogram svg').boundingBox())!
    await page.mouse.move(box.x + box.width - 5, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.55, box.y + 20, { steps: 4 })
    await page.mouse.up()
    await page.waitForURL(/year_min=20(19|20)&year_max=2022/)
    await page.context().close()
  })

  it('opens a passage with its words still marked, and comes back to the same place', async () => {
    const page = await room.visit('/?q=victims', { viewport })
    const title = page.locator('.card-title').nth(6)
    await title.scrollIntoViewIfNeeded()
    const place = await page.evaluate<number>('scrollY')
    await title.click()
    await page.waitForURL(/\/p\//)
    expect(await page.locator('#text mark').count()).toBeGreaterThan(0)
    await page.goBack()
    await page.waitForURL(/\?q=victims/)
    expect(await page.inputValue('#q')).toBe('victims')
    await eventually(() => page.evaluate<number>('scrollY')).toBeGreaterThan(place - 60)
    await page.context().close()
  })

  it('restores the search before this one on "back"', async () => {
    const page = await room.visit('/?q=police', { viewport })
    await page.fill('#q', 'shelters')
    await page.waitForURL(/q=shelters/)
    await page.goBack()
    await page.waitForURL(/q=police/)
    await eventually(() => page.inputValue('#q')).toBe('police')
    await eventually(() => page.textContent('.card mark')).toMatch(/^police/i)
    await page.context().close()
  })

  it('tells a screen reader how many there are, once typing has stopped', async () => {
    const page = await room.visit('/?q=police', { viewport })
    await page.fill('#q', 'shelters')
    await eventually(() => page.textContent('#announcer')).toMatch(/\d+ passages? in \d+ doc/)
    await page.context().close()
  })

  it('shows a whole passage within the list', async () => {
    const page = await room.visit('/?q=shelters', { viewport })
    await page.locator('.preview summary').first().click()
    expect(await page.locator('.preview p').first().isVisible()).toBe(true)
    await page.context().close()
  })

  it('never scrolls sideways', async () => {
    const page = await room.visit('/', { viewport })
    for (const path of ['/', '/?q=shelters', '/d/tip-2021-peru-en', '/help', '/trends?q=shelter']) {
      await page.goto(room.url + path)
      const overflow = 'document.documentElement.scrollWidth - innerWidth'
      expect(await page.evaluate<number>(overflow), path).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  })
})
