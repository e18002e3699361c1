import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { IndexedPassage, LanguageTag } from '../../model.ts'
import { createRandom } from '../../testing/random.ts'
import { createMiniSearchEngine } from '../minisearch.ts'
import { expectAgreement } from './agreement.ts'
import { openCompact, verifyCompact } from './compact.ts'
import { samplePassages } from './sample-corpus.ts'
import { createNumbering } from './numbering.ts'
import { createCompactWriter, writeCompact, type WriteOptions } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasaje-update-'))
afterAll(() => rmSync(folder, { recursive: true }))
const analyzer = 'test'
const newFolder = () => mkdtempSync(join(folder, 'g-'))

/** The passages with some left out, and others put between them under ids of their own. */
function edit(passages: readonly IndexedPassage[], seed: number, share: number): IndexedPassage[] {
  const random = createRandom(seed)
  const fresh = samplePassages(passages.length, seed + 1000)
  return passages.flatMap((passage, at) => {
    const draw = random()
    if (draw < share) return []
    const id = `${fresh[at]!.id}-${seed}`
    return draw < share * 2 ? [passage, { ...fresh[at]!, id, group: id }] : [passage]
  })
}

/** Writes passages under a stamp, all terms before all columns; `make` gives the terms. Returns how many words each has. */
async function write(
  into: string,
  passages: readonly IndexedPassage[],
  options: Partial<WriteOptions> & {
    stamp?: string
    make?: (passage: IndexedPassage) => IndexedPassage
  } = {},
): Promise<number[]> {
  const { stamp = '1', make = (passage) => passage, ...rest } = options
  const writer = createCompactWriter(into, { analyzer, ...rest })
  const number = createNumbering()
  const words = passages.map((passage) => {
    const { id, facets } = passage
    const language = facets.lang as LanguageTag
    return writer.addTerms({ id, language, stamp, index: () => number(make(passage)) })
  })
  passages.forEach(writer.addColumns)
  await writer.finish()
  writer.close()
  return words
}

/** Writes `passages` as an update of the index in `previous`; what `before` had must not be made again. */
async function update(
  previous: string,
  before: readonly IndexedPassage[],
  passages: readonly IndexedPassage[],
): Promise<string> {
  const known = new Set(before.map(({ id }) => id))
  const into = newFolder()
  const make = (passage: IndexedPassage) => {
    if (known.has(passage.id)) throw new Error(`${passage.id} is made again`)
    return passage
  }
  await write(into, passages, { previous, runTokens: 3000, make })
  return into
}

const filesOf = (path: string) => readdirSync(path).toSorted()

describe('an update of a compact index', { timeout: 60_000 }, () => {
  it('answers as if built anew, update after update, with segments linked and merged', async () => {
    let passages = samplePassages(300, 3)
    let current = newFolder()
    await write(current, passages)
    const segments: number[] = []
    for (const [seed, share] of [0.02, 0.02, 0.05, 0.3, 0.01, 0].entries()) {
      const after = edit(passages, seed, share)
      current = await update(current, passages, after)
      passages = after
      segments.push(filesOf(current).length)
      const engine = openCompact(current, analyzer)
      const oracle = createMiniSearchEngine(passages)
      await expectAgreement([oracle, engine], passages, 12)
      for (const word of ['n:w1', '=w12', '=w2']) {
        expect(engine.vocabulary.near(word, 1, 50)).toEqual(oracle.vocabulary.near(word, 1, 50))
        expect(engine.vocabulary.withPrefix(word, 20)).toEqual(
          oracle.vocabulary.withPrefix(word, 20),
        )
        expect(engine.vocabulary.countWithPrefix(word)).toBe(
          oracle.vocabulary.countWithPrefix(word),
        )
        expect(engine.vocabulary.matching(word, () => true, 9)).toEqual(
          oracle.vocabulary.matching(word, () => true, 9),
        )
      }
      await engine.close()
      expect(filesOf(current).some((name) => name.endsWith('.tmp'))).toBe(false)
      verifyCompact(current)
    }
    expect(Math.max(...segments)).toBeGreaterThan(1)
    expect(segments[3]).toBe(1)
  })

  it('takes the order and the columns of the passages that stay from the update', async () => {
    const passages = samplePassages(60, 5)
    const first = newFolder()
    await write(first, passages)
    const moved = passages.toReversed().map((passage) => ({
      ...passage,
      facets: { ...passage.facets, section: 'moved' },
    }))
    const engine = openCompact(await update(first, passages, moved), analyzer)
    await expectAgreement([createMiniSearchEngine(moved), engine], moved, 40)
  })

  it.each([
    ['the stamp of its document', '2', 'en'],
    ['its language', '1', 'es'],
  ])('makes a passage again where %s is another', async (_, stamp, lang) => {
    const [passage] = samplePassages(1, 5)
    const facets = { ...passage!.facets, lang: 'en' }
    const first = newFolder()
    await write(first, [{ ...passage!, facets }])
    const changed = { ...passage!, facets: { ...facets, lang }, positions: [['n:new']] }
    const into = newFolder()
    const words = await write(into, [changed], { previous: first, stamp })
    expect(openCompact(into, analyzer).vocabulary.frequency('n:new')).toBe(1)
    expect(words).toEqual([1])
  })

  it('makes everything anew where the index before it is damaged', async () => {
    const passages = samplePassages(20, 5)
    const first = newFolder()
    writeFileSync(join(first, 'compact.bin'), 'not an index')
    const into = newFolder()
    await writeCompact(into, passages, { analyzer, previous: first })
    expect(openCompact(into, analyzer).vocabulary.passages).toBe(20)
  })

  it('leaves the index before it as it was', async () => {
    const passages = samplePassages(60, 5)
    const first = newFolder()
    await write(first, passages)
    const bytes = readFileSync(join(first, 'compact.bin'))
    await update(first, passages, passages.slice(5))
    expect(readFileSync(join(first, 'compact.bin')).equals(bytes)).toBe(true)
  })

  it('is refused where a segment is not the one it was', async () => {
    const passages = samplePassages(60, 5)
    const first = newFolder()
    await write(first, passages)
    const second = await update(first, passages, passages.slice(2))
    const base = filesOf(second).find((name) => name.startsWith('segment-'))!
    const other = newFolder()
    await writeCompact(other, samplePassages(60, 6), { analyzer })
    rmSync(join(second, base))
    writeFileSync(join(second, base), readFileSync(join(other, 'compact.bin')))
    expect(() => openCompact(second, analyzer)).toThrow(
      expect.objectContaining({ code: 'index-damaged' }),
    )
  })
})
