/** Page, API, command line and export are one search: they show the same passages, in the same order. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { main } from '../cli/program.ts'
import { openContext } from '../context.ts'
import type { SearchAnswer } from '../search/answer.ts'
import { temporaryIndex, type TemporaryIndex } from '../testing/temporary-index.ts'
import { createApp } from './app.tsx'
import { fixedGeneration } from './generations.ts'
import { createLibrary, type Library } from './library.ts'
import { sampleFiles as files } from './sample-library.ts'

let index: TemporaryIndex
let library: Library
let ask: (path: string) => Promise<string>
beforeAll(async () => {
  // Each export pipes into it once more.
  process.stdout.setMaxListeners(0)
  index = await temporaryIndex()
  library = createLibrary(await openContext(index.folder))
  const app = createApp({ generations: fixedGeneration(library), files })
  ask = async (path) => (await app.request(path)).text()
})
afterAll(async () => {
  await library.close()
  await index.remove()
})

const words =
  'trafficking victims police gobierno niños ninos víctimas refugio "child victims" -police shelter* ' +
  'goverment "victims shelter"~10 year:2021 lang:es section:protection ( ) OR AND NOT " xyzzyq 2019..'
const given =
  'year=2021 year=-2015 section=protection section=-profile lang=es country=Peru doc=-tip-2021-peru-en ' +
  'year_min=2019 year_max=2021 sort=year sort=-year exact=1 cross=0 collapse=0'
const query = fc
  .array(fc.constantFrom(...words.split(' ')), { maxLength: 5 })
  .map((parts) => parts.join(' '))
const filters = fc.uniqueArray(fc.constantFrom(...given.split(' ')), {
  maxLength: 3,
  selector: (pair) => (pair.startsWith('sort') ? 'sort' : pair),
})
const searches = fc.tuple(query, filters).map(([q, chosen]) => {
  const parameters = new URLSearchParams(chosen.join('&'))
  parameters.set('q', q)
  return parameters
})

/** What a command prints. */
async function printed(argv: readonly string[]): Promise<string> {
  let text = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += String(piece)
    return true
  })
  try {
    expect(await main(argv)).toBe(0)
  } finally {
    spy.mockRestore()
  }
  return text
}

function optionsOf(parameters: URLSearchParams): string[] {
  return [...parameters].flatMap(([name, value]) => {
    if (name === 'q') return []
    if (name === 'exact') return ['--exact']
    if (name === 'cross' || name === 'collapse') return [`--no-${name}`]
    return [`--${name.replace('_', '-')}=${value}`]
  })
}

const idsOf = (answer: SearchAnswer) => answer.results.map(({ id }) => id)

it('page, API, command line and export give the same passages in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(searches, async (parameters) => {
      const answer = JSON.parse(
        await ask(`/api/v1/search?${parameters}&per_page=100`),
      ) as SearchAnswer
      const page = await ask(`/?${parameters}&per_page=100&all=1`)
      const shown = [...page.matchAll(/<li class="card" data-id="([^"]+)"/gu)].map(
        (found) => found[1],
      )
      expect(shown).toEqual(idsOf(answer))
      if (answer.total > 0) expect(page).toContain(` of ${answer.total} passage`)

      const from = ['--index', index.folder]
      const q = ['--', parameters.get('q')!]
      const options = optionsOf(parameters)
      const command = JSON.parse(
        await printed(['search', ...from, '--json', '--limit=100', ...options, ...q]),
      ) as SearchAnswer
      expect(command).toEqual(answer)

      const rows = (await printed(['export', ...from, '--format=jsonl', ...options, ...q]))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { id: string }).id)
      expect(rows).toHaveLength(answer.total)
      expect(rows.slice(0, 100)).toEqual(idsOf(answer))
    }),
    { numRuns: 60 },
  )
})

it('pages follow one another without overlap or gap, whatever their size', async () => {
  await fc.assert(
    fc.asyncProperty(searches, fc.integer({ min: 1, max: 40 }), async (parameters, size) => {
      const whole = await library.search(changed(parameters, { per_page: 100 }))
      const pages: string[] = []
      for (let page = 1; pages.length < whole.total; page++) {
        const answer = await library.search(changed(parameters, { per_page: size, page }))
        expect(answer.total).toBe(whole.total)
        expect(answer.results.length).toBeGreaterThan(0)
        pages.push(...idsOf(answer))
      }
      expect(pages).toEqual(idsOf(whole))
      expect(new Set(pages).size).toBe(pages.length)
    }),
    { numRuns: 60 },
  )
})

function changed(parameters: URLSearchParams, changes: Record<string, number>): URLSearchParams {
  const result = new URLSearchParams(parameters)
  for (const [name, value] of Object.entries(changes)) result.set(name, String(value))
  return result
}

it('every alternative finds what it says', async () => {
  await fc.assert(
    fc.asyncProperty(searches, async (parameters) => {
      const { alternatives } = await library.search(parameters)
      for (const { url, total } of alternatives) {
        const found = await library.search(new URLSearchParams(url.slice(2)))
        expect(found.total).toBe(total)
        expect(total).toBeGreaterThan(0)
      }
    }),
    { numRuns: 100 },
  )
})

it('a facet counts what choosing its value finds', async () => {
  await fc.assert(
    fc.asyncProperty(searches, async (parameters) => {
      const { facets } = await library.search(parameters)
      for (const [facet, buckets] of Object.entries(facets)) {
        for (const { value, count } of buckets) {
          const chosen = new URLSearchParams(parameters)
          chosen.delete(facet)
          chosen.set(facet, String(value ?? 'none'))
          expect((await library.search(chosen)).total).toBe(count)
        }
      }
    }),
    { numRuns: 60 },
  )
})
