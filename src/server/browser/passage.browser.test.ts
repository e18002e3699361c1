import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executable, openRoom, type Room } from './room.ts'
import { eventually } from './patience.ts'

describe.skipIf(!executable)('a passage in a browser', () => {
  let room: Room
  let passage: string
  let repaired: string
  beforeAll(async () => {
    room = await openRoom()
    const first = async (query: string) => {
      const answer = await fetch(`${room.url}/api/v1/search?${query}&per_page=1`)
      const { results } = (await answer.json()) as { results: { url: string }[] }
      return results[0]!.url
    }
    passage = await first('q=shelters&doc=tip-2022-peru-en')
    repaired = await first('q=refugio&doc=tip-2019-peru-es')
  })
  afterAll(() => room?.close())

  it('goes from match to match with buttons and keys', async () => {
    const page = await room.visit(`${passage}?q=shelters`)
    await page.getByRole('button', { name: 'Next match' }).click()
    expect(await page.locator('mark.here').getAttribute('id')).toBe('m1')
    await page.locator('body').press('n')
    expect(await page.locator('mark.here').getAttribute('id')).toBe('m2')
    await page.context().close()
  })

  it('shows what was printed, and why each repair was made', async () => {
    const page = await room.visit(repaired)
    const text = await page.textContent('#text')
    expect(await page.locator('.repair-table tbody tr').count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'As printed' }).click()
    await page.waitForURL(/view=printed/)
    expect(await page.textContent('#text')).not.toBe(text)
    await page.context().close()
  })

  it('compares with another year, word by word', async () => {
    const page = await room.visit(passage)
    await page
      .getByRole('link', { name: /^Compare with/ })
      .first()
      .click()
    await page.waitForURL(/with=/)
    expect(await page.locator('.diff :is(ins, del)').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('copies the quotation with its citation', async () => {
    const page = await room.visit(passage, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy quotation and citation' }).click()
    await eventually(() => page.evaluate<string>('navigator.clipboard.readText()')).toContain(
      `${room.url}${passage}`,
    )
    await page.context().close()
  })

  it('copies a citation from the list with one key', async () => {
    const page = await room.visit('/?q=shelters', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.locator('body').press('j')
    await page.keyboard.press('c')
    await eventually(() => page.evaluate<string>('navigator.clipboard.readText()')).toContain('“')
    await page.context().close()
  })

  it('prints to PDF', async () => {
    const page = await room.visit(passage)
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000)
    await page.context().close()
  })

  it('finds within a document and marks every match', async () => {
    const page = await room.visit('/d/tip-2022-peru-en')
    await page.fill('#find', 'shelter')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=shelter/)
    const said = await page.locator('.found').getAttribute('data-matches')
    expect(await page.locator('main mark').count()).toBe(Number(said))
    await page.context().close()
  })
})

describe.skipIf(!executable)('a collection in a browser', () => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom()
  })
  afterAll(() => room?.close())

  it('gathers, reorders, annotates and exports', async () => {
    const page = await room.visit('/?q=shelters', { acceptDownloads: true })
    await page.locator('.collect input').nth(0).check()
    await page.locator('.collect input').nth(1).check()
    expect(await page.textContent('[data-basket-count]')).toBe('2')
    await page.getByRole('link', { name: /^Collection/ }).click()
    await page.waitForURL(/\/collection\?mine=1/)
    const titles = () => page.locator('.collected .card-meta').allTextContents()
    const before = await titles()
    await page.getByRole('button', { name: 'Move down' }).first().click()
    await eventually(titles).toEqual(before.toReversed())
    await page.locator('textarea').first().fill('for the annex')
    await page.waitForURL(/note=for\+the\+annex/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'DOCX' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('pasaje.docx')
    await page.goto(`${room.url}/?q=shelters`)
    await page.getByRole('link', { name: /^Collection/ }).click()
    await eventually(() => page.locator('textarea').first().inputValue()).toBe('for the annex')
    await page.context().close()
  })

  it('opens for somebody else from its address', async () => {
    const mine = await room.visit('/?q=shelters')
    await mine.locator('.collect input').first().check()
    await mine.getByRole('link', { name: /^Collection/ }).click()
    await mine.waitForURL(/id=/)
    const shared = new URL(mine.url())
    shared.searchParams.delete('mine')
    const other = await room.visit(shared.pathname + shared.search)
    expect(await other.locator('.collected').count()).toBe(1)
    expect(await other.locator('[data-basket-count]').isHidden()).toBe(true)
    await mine.context().close()
    await other.context().close()
  })
})
