import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Which folders a folder of src/ may import from besides itself, `model.ts` and `errors.ts`.
 * Data flows one way: a stage that is not listed under another is unknown to it.
 */
const mayImport: Record<string, readonly string[]> = {
  read: [],
  normalize: [],
  segment: [],
  label: [],
  lineage: [],
  analyze: [],
  translate: ['analyze', 'engine'],
  engine: ['analyze'],
  store: [],
  search: ['analyze', 'engine', 'store', 'translate'],
  cite: [],
}

const pure = ['normalize', 'segment', 'label', 'lineage', 'analyze', 'cite']
const input = /^node:(fs|net|http|https|child_process|os|worker_threads)|^node:fs\//

const root = import.meta.dirname
const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
/** The product's own code: neither tests nor the samples they are made of. */
const files = sources(root).filter((file) => !/\.test\.tsx?$|(^|\/)sample-[^/]+$/.test(file))
const importsOf = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (m) => m[1]!,
  )
const folderOf = (file: string) => file.split('/')[0]!

describe('the architecture', () => {
  for (const [folder, allowed] of Object.entries(mayImport)) {
    it(`lets ${folder}/ know only ${['the model', ...allowed].join(', ')}`, () => {
      const wrong = files
        .filter((file) => folderOf(file) === folder)
        .flatMap((file) =>
          importsOf(file)
            .filter((to) => to.startsWith('.'))
            .map((to) => relative(root, join(root, dirname(file), to)))
            .filter((to) => to.includes('/') && ![folder, ...allowed].includes(folderOf(to)))
            .map((to) => `${file} imports ${to}`),
        )
      expect(wrong).toEqual([])
    })
  }

  it.each(pure)('keeps %s/ free of input and output', (folder) => {
    const wrong = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => input.test(to))
          .map((to) => `${file} imports ${to}`),
      )
    expect(wrong).toEqual([])
  })

  it('lets web/ import only types from src/', () => {
    const views = sources(join(root, '../web'))
    const wrong = views.flatMap((file) =>
      [
        ...readFileSync(join(root, '../web', file), 'utf8').matchAll(
          /^import (?!type)[^';]*'([^']*\/src\/[^']+)'/gm,
        ),
      ].map((m) => `${file} imports ${m[1]}`),
    )
    expect(wrong).toEqual([])
  })

  it('has every npm script that the documentation names', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, '../package.json'), 'utf8'))
    const named = ['../README.md', 'README.md', 'data/README.md'].flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/npm run ([a-z:-]+)/g)].map((m) => m[1]!),
    )
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})
