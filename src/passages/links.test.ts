import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openContext, type Context } from '../context.ts'
import { ingestFolder } from '../ingest/folder.ts'
import type { Passage } from '../model.ts'
import { loadStages } from '../pipeline.ts'
import { resolvePassage } from './resolve.ts'

/** Sentences that differ in a figure or a name: what a link could be moved between by mistake. */
const sentence = (place: string, figure: number) =>
  `Police in ${place} opened ${figure} investigations of trafficking cases and arrested the suspects in that region.`
const places = ['Lima', 'Cusco', 'Puno', 'Loreto', 'Tacna', 'Piura', 'Ica', 'Junin']
const report = (texts: readonly string[]) => `${texts.join('\n\n')}\n`
const texts = places.map((place, i) => sentence(place, 10 + i))
const twin =
  'There were no reports of such cases during the year in any of the provinces of the country.'

let root: string
let before: readonly Passage[]
let after: Context
const put = (name: string, list: readonly string[]) =>
  writeFile(join(root, 'corpus', name), report(list))

async function ingest(edition: string): Promise<Context> {
  const [corpus, index] = [join(root, 'corpus'), join(root, 'index')]
  const stages = loadStages(corpus)
  const pipelineVersion = `${stages.pipelineVersion}-${edition}`
  await ingestFolder({ corpus, index, stages: { ...stages, pipelineVersion } })
  return openContext(index)
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pasaje-links-'))
  await mkdir(join(root, 'corpus'))
  await put('2020-reordered.txt', texts)
  await put('2020-edited.txt', [...texts, twin, texts[0]!.replace('Lima', 'Callao'), twin])
  await put('2020-removed.txt', texts)
  const first = await ingest('1')
  before = [...first.store.all()]
  await first.close()
  await put('2020-reordered.txt', texts.toReversed())
  await put('2020-edited.txt', [
    texts[0]!,
    texts[1]!.replace('11', '12'),
    texts[2]!.toUpperCase(),
    twin,
    'Something else altogether is printed here, about shelters, schooling and medical care for children.',
  ])
  await rm(join(root, 'corpus/2020-removed.txt'))
  after = await ingest('2')
}, 60_000)
afterAll(async () => {
  await after.close()
  await rm(root, { recursive: true })
})

const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
const of = (name: string) => before.filter((passage) => passage.documentId === name)
const states = (name: string) =>
  of(name).map((passage) => resolvePassage(after.store, passage.id).state)

describe('a permanent link', () => {
  it('never leads to other words than it did, whatever became of the corpus', () => {
    expect(before.length).toBeGreaterThan(20)
    for (const passage of before) {
      const found = resolvePassage(after.store, passage.id)
      if (found.state === 'present') expect(bare(found.passage.printed)).toBe(bare(passage.printed))
      if (found.state === 'changed') {
        expect(found.tombstone.printed).toBe(passage.printed)
        expect(bare(found.nearest.printed)).not.toBe(bare(passage.printed))
        expect(found.diff.some((part) => part.kind !== 'equal')).toBe(true)
      }
      expect(found.state).not.toBe('unknown')
    }
  })

  it('follows a passage that moved', () => {
    expect(new Set(states('2020-reordered'))).toEqual(new Set(['present']))
  })

  it('is gone with its document', () => {
    expect(new Set(states('2020-removed'))).toEqual(new Set(['gone']))
    const found = resolvePassage(after.store, of('2020-removed')[0]!.id)
    expect(found).toMatchObject({ documentPresent: false })
  })

  it('says that the words changed and shows the nearest', () => {
    const cusco = of('2020-edited').find((passage) => passage.printed.includes('Cusco'))!
    const found = resolvePassage(after.store, cusco.id)
    expect(found).toMatchObject({ state: 'changed', similarity: expect.closeTo(0.93, 1) })
    expect(found.state === 'changed' && found.nearest.printed).toContain('Cusco')
  })

  it('leads to the twin that is left where one of two went', () => {
    const twins = of('2020-edited').filter((passage) => passage.printed === twin)
    expect(twins.map((passage) => resolvePassage(after.store, passage.id).state)).toEqual([
      'present',
      'present',
    ])
  })

  it('checks a fingerprint', () => {
    const found = resolvePassage(after.store, of('2020-reordered')[0]!.id, 'f'.repeat(64))
    expect(found).toMatchObject({ state: 'present', fingerprintMatches: false })
  })
})
