/**
 * `npm run evaluate:lineage -- INDEX`: the lineage of an index over the seeds against pairs that a person judged
 * (revisions.dev.tsv), and links across countries in any index (there must be none).
 */
import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { openContext } from '../context.ts'
import { foldedWords } from '../lineage/shingles.ts'
import type { Passage, PassageId } from '../model.ts'
import { sharedPath } from '../testing/shared-data.ts'
import type { PassageStore } from '../store/store.ts'

interface Judged {
  readonly from: string
  readonly to: string
  readonly judgement: string
  readonly crossLanguage: boolean
}

/** The judged pairs, passages named '<file>.<n>'. */
export function readRevisions(): Judged[] {
  const file = new URL('../lineage/revisions.dev.tsv', import.meta.url)
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [fileA, a, , fileB, b, , judgement = '', cross] = row.split('\t')
    return { from: `${fileA}.${a}`, to: `${fileB}.${b}`, judgement, crossLanguage: cross === 'yes' }
  })
}

/** Where the gold's passages are in an index, by their first and last eight words. */
function locate(store: PassageStore): ReadonlyMap<PassageId, string> {
  const gold = sharedPath('eval/gold/passages.tsv')
  if (gold === null) return new Map()
  const rows = readFileSync(gold, 'utf8').trim().split('\n').slice(1)
  const names = new Map<string, string>()
  for (const row of rows) {
    const [file, n, , , , year, , , first = '', last = ''] = row.split('\t')
    const passage = [...store.all()].find(
      (one) => isIt(one, { year: Number(year), first, last }) && !names.has(one.id),
    )
    if (passage) names.set(passage.id, `${file}.${n}`)
  }
  return names
}

function isIt(
  passage: Passage,
  { year, first, last }: { year: number; first: string; last: string },
): boolean {
  const words = foldedWords(passage.printed).join(' ')
  const [start, end] = [foldedWords(first).join(' '), foldedWords(last).join(' ')]
  return passage.year === year && words.startsWith(start) && words.endsWith(end)
}

const key = (pair: { readonly from: string; readonly to: string }) => `${pair.from} ${pair.to}`

export interface Score {
  readonly wanted: number
  readonly found: number
  readonly right: number
  readonly f1: number
}

/**
 * Same and revised pairs of one language, or of two; related ones count neither way. Judged are the rows whose first
 * passage has an odd number.
 */
export function scoreLineage(store: PassageStore, crossLanguage: boolean): Score {
  const names = locate(store)
  const judged = readRevisions().filter((row) => row.crossLanguage === crossLanguage)
  const ignored = new Set(judged.filter((row) => row.judgement === 'related').map(key))
  const wanted = new Set(judged.filter((row) => row.judgement !== 'related').map(key))
  const found = [...store.all()].flatMap((passage) => {
    const from = names.get(passage.id) ?? ''
    if (Number(from.split('.')[1]) % 2 !== 1) return []
    return store
      .versions(passage.id)
      .filter((version) => version.year > (passage.year ?? 0))
      .filter((version) => (version.language !== passage.language) === crossLanguage)
      .map((version) => key({ from, to: names.get(version.id) ?? '' }))
      .filter((pair) => !ignored.has(pair))
  })
  const right = found.filter((pair) => wanted.has(pair)).length
  const f1 = (2 * right) / (wanted.size + found.length)
  return { wanted: wanted.size, found: found.length, right, f1: Math.round(f1 * 1000) / 1000 }
}

/** Links of an index: how many passages have some, how many there are, how many lead to another country. */
export function countLinks(store: PassageStore): {
  passages: number
  linked: number
  links: number
  acrossCountries: number
} {
  const countries = new Map([...store.all()].map((passage) => [passage.id, passage.country]))
  let [linked, links, acrossCountries] = [0, 0, 0]
  for (const [id, country] of countries) {
    const versions = store.versions(id)
    if (versions.length > 0) linked++
    links += versions.length
    acrossCountries += versions.filter((version) => countries.get(version.id) !== country).length
  }
  return { passages: countries.size, linked, links, acrossCountries }
}

if (import.meta.filename === argv[1]) {
  const context = await openContext(argv[2] ?? 'index')
  const { store } = context
  const gold = { oneLanguage: scoreLineage(store, false), twoLanguages: scoreLineage(store, true) }
  stdout.write(`${JSON.stringify({ gold, ...countLinks(store) })}\n`)
  await context.close()
}
