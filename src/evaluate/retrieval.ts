/**
 * `npm run evaluate -- [--sample N] [TASK…]`: nDCG@10 of the search that page and API give, beside MiniSearch's defaults
 * and the least that was asked. XQuAD passages and questions of the shared data, and the judged queries over the seeds.
 * With `--sample N` every Nth query.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import MiniSearch from 'minisearch'
import { UserError } from '../errors.ts'
import type { Language } from '../model.ts'
import { parseParameters } from '../search/parameters.ts'
import { search, type SearchContext } from '../search/search.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { loadTranslator } from '../load/translator.ts'
import { gradesOf, parametersOf, readJudgedQueries, withIndexOf } from './judged.ts'
import { libraryOf, type PlainPassage } from './library.ts'
import { mean, ndcg, parseQrels } from './measures.ts'

interface Task {
  readonly name: string
  readonly folder: string
  readonly queries: string
  readonly qrels: string
  /** The language of the passages; null = both. */
  readonly language: Language | null
  readonly least: number
}

const xquad = { folder: 'xquad', queries: 'queries.jsonl' }
const sentences = { folder: 'xquad-sent', queries: 'queries.jsonl' }
const toEnglish = { qrels: 'qrels.en-en.tsv', language: 'en' as const }
const toSpanish = { qrels: 'qrels.es-es.tsv', language: 'es' as const }

const tasks: readonly Task[] = [
  { ...xquad, ...toEnglish, name: 'EN→EN', least: 0.97 },
  { ...xquad, ...toSpanish, name: 'ES→ES', least: 0.965 },
  { ...xquad, ...toSpanish, name: 'ES bare', queries: 'queries.es-noaccent.jsonl', least: 0.965 },
  { ...xquad, ...toSpanish, name: 'ES typo', queries: 'queries.es-typo.jsonl', least: 0.955 },
  { ...xquad, ...toEnglish, name: 'EN typo', queries: 'queries.en-typo.jsonl', least: 0.96 },
  { ...sentences, ...toEnglish, name: 'EN sentences', least: 0.865 },
  { ...sentences, ...toSpanish, name: 'ES sentences', least: 0.84 },
  { ...xquad, name: 'EN→ES', qrels: 'qrels.en-es.tsv', language: 'es', least: 0.88 },
  { ...xquad, name: 'ES→EN', qrels: 'qrels.es-en.tsv', language: 'en', least: 0.88 },
  { ...xquad, name: 'pooled', qrels: 'qrels.pooled.tsv', language: null, least: 0.94 },
]

const translator = loadTranslator(null)
const { values, positionals } = parseArgs({
  options: { sample: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const step = Math.max(1, Number(values.sample) || 1)
const isWanted = (name: string) => positionals.length === 0 || positionals.includes(name)

process.stdout.write('nDCG@10        Pasaje  MiniSearch  asked  queries\n')
for (const task of tasks) if (isWanted(task.name)) await measure(task)
if (isWanted('judged')) {
  await withIndexOf(join(import.meta.dirname, '../../corpus'), measureJudged)
}

async function measure(task: Task): Promise<void> {
  const read = (file: string) => readFileSync(shared(`eval/ir/${task.folder}/${file}`), 'utf8')
  const passages = jsonLines<PlainPassage>(read('passages.jsonl')).filter(
    ({ lang }) => task.language === null || lang === task.language,
  )
  const judgments = parseQrels(read(task.qrels))
  const queries = jsonLines<{ id: string; text: string }>(read(task.queries))
    .filter(({ id }) => judgments.has(id))
    .filter((_, at) => at % step === 0)
  const library = libraryOf(passages, translator)
  const plain = plainSearch(passages)
  const ours: number[] = []
  const theirs: number[] = []
  for (const { id, text } of queries) {
    const grades = judgments.get(id) ?? new Map<string, number>()
    ours.push(ndcg(grades, await ranked(library, new URLSearchParams({ q: text, per_page: '10' }))))
    theirs.push(ndcg(grades, plain(text)))
  }
  print(task.name, { ours, theirs, least: task.least })
}

async function measureJudged(context: SearchContext): Promise<void> {
  const passages = [...context.store.all()]
  const plain = plainSearch(
    passages.map(({ id, language, text }) => ({ id, lang: language, text })),
  )
  const byKind = new Map<string, { ours: number[]; theirs: number[] }>()
  for (const query of readJudgedQueries(shared('eval/gold/queries.jsonl'))) {
    const grades = gradesOf(query, passages)
    const kind = byKind.get(query.kind) ?? { ours: [], theirs: [] }
    byKind.set(query.kind, kind)
    kind.ours.push(ndcg(grades, await ranked(context, parametersOf(query))))
    kind.theirs.push(ndcg(grades, plain(query.text)))
  }
  const all = [...byKind.values()]
  print('judged', {
    ours: all.flatMap(({ ours }) => ours),
    theirs: all.flatMap(({ theirs }) => theirs),
    least: 0.9,
  })
  for (const [kind, scores] of byKind) {
    print(`  ${kind}`, { ...scores, least: kind === 'crosslingual' ? 0.7 : null })
  }
}

async function ranked(context: SearchContext, parameters: URLSearchParams): Promise<string[]> {
  const { results } = await search(context, parseParameters(parameters))
  return results.map(({ id }) => id)
}

/** MiniSearch as it comes. */
function plainSearch(passages: readonly { id: string; text: string }[]) {
  const index = new MiniSearch({ fields: ['text'] })
  index.addAll(passages)
  return (query: string) => index.search(query).map(({ id }) => String(id))
}

interface Scores {
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
  readonly least: number | null
}

function print(name: string, { ours, theirs, least }: Scores): void {
  const columns = [mean(ours).toFixed(3), mean(theirs).toFixed(3), least?.toFixed(3) ?? '']
  const [first = '', second = '', third = ''] = columns
  process.stdout.write(
    `${name.padEnd(15)}${first.padEnd(8)}${second.padEnd(12)}${third.padEnd(7)}${ours.length}\n`,
  )
}

function jsonLines<T>(text: string): T[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

function shared(relative: string): string {
  const path = sharedPath(relative)
  if (path === null) {
    throw new UserError('file-missing', `${relative} is not there`, 'Put the shared data beside.')
  }
  return path
}
