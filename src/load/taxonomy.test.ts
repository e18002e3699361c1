import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadTaxonomy } from './taxonomy.ts'

let corpus: string
beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'pasaje-taxonomy-'))
})
afterEach(() => rm(corpus, { recursive: true }))

const load = async (yaml: string) => {
  await writeFile(join(corpus, 'sections.yaml'), yaml)
  return loadTaxonomy(corpus)
}

describe('a user’s own sections.yaml', () => {
  it('is laid over ours', async () => {
    const { sectionOf } = await load('sections:\n  amparo:\n    headings: [Medidas de Amparo]')
    expect(sectionOf('MEDIDAS DE AMPAR0')?.key).toBe('amparo')
    expect(sectionOf('Protection')?.key).toBe('protection')
  })

  it('adds nothing where it is empty', async () => {
    expect((await load('# nothing yet\n')).sectionOf('Protection')?.key).toBe('protection')
  })

  it.each([
    ['no YAML', 'sections: [', /Flow sequence/],
    [
      'no list',
      'sections:\n  amparo:\n    headings: Medidas',
      /sections\.amparo\.headings: .*array/,
    ],
    ['a misspelt word', 'sections:\n  amparo:\n    headngs: [X]', /sections\.amparo: .*headngs/],
    ['no sections', 'secciones: {}', /sections: /],
    ['a broken pattern', 'sections:\n  a:\n    patterns: ["("]', /Unterminated group/],
  ])('is refused in one line that names the place: %s', async (_, yaml, complaint) => {
    const message = await load(yaml).catch((error: Error) => error.message)
    expect(message).toMatch(complaint)
    expect(message).not.toMatch(/\n/)
  })
})
