/** `npm run screenshots`: the main pages as pictures in web/screenshots, for the README. Needs a Chromium in PATH. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { executable, openRoom, phone } from './room.ts'

const folder = join(import.meta.dirname, '../../../web/screenshots')
const small = { width: 1200, height: 800 }

if (executable === null) {
  console.error('There is no Chromium in PATH: install chromium, then run this again')
  process.exitCode = 1
} else {
  const room = await openRoom()
  const answer = await fetch(`${room.url}/api/v1/search?q=refugios&lang=es&per_page=1`)
  const { results } = (await answer.json()) as { results: { url: string }[] }
  const shots = [
    ['results', '/?q=shelters', { viewport: small }],
    ['passage', `${results[0]!.url}?q=refugios`, { viewport: small, colorScheme: 'dark' }],
    ['compare', '/compare/tip-2021-peru-en/tip-2022-peru-en?kind=revised', { viewport: small }],
    ['phone', '/?q=refugio&hl=es', { viewport: phone }],
  ] as const
  await mkdir(folder, { recursive: true })
  for (const [name, path, options] of shots) {
    const page = await room.visit(path, options)
    await page.screenshot({ path: join(folder, `${name}.jpg`), quality: 55 })
    await page.context().close()
    console.log(`web/screenshots/${name}.jpg`)
  }
  await room.close()
}
