/** `pasaje evaluate`: how well an index answers judged queries. */
import type { Command } from 'commander'
import type { Evaluation } from '../evaluate/any-index.ts'
import { UserError } from '../errors.ts'

export function register(program: Command): void {
  program
    .command('evaluate')
    .description('measure retrieval against judgments: nDCG, recall and MRR at 10')
    .requiredOption('--queries <file>', 'JSON lines {id, text} or tab-separated id, text')
    .requiredOption('--qrels <file>', 'tab-separated query, passage or document, grade')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--lang <language>', 'search only passages of one language')
    .option('--exact', 'no stemming, accents literal')
    .option('--no-cross', 'no words of the other language')
    .option('--json', 'print the measures as JSON')
    .action(run)
}

interface Options {
  readonly queries: string
  readonly qrels: string
  readonly index: string
  readonly lang?: string
  readonly exact?: boolean
  readonly cross: boolean
  readonly json?: boolean
}

async function run(options: Options) {
  const { openContext } = await import('../context.ts')
  const { evaluateIndex, parseQueries } = await import('../evaluate/any-index.ts')
  const { parseQrels } = await import('../evaluate/measures.ts')
  const queries = parseQueries(await read(options.queries))
  const judgments = parseQrels(await read(options.qrels))
  const parameters = new URLSearchParams()
  if (options.lang !== undefined) parameters.set('lang', options.lang)
  if (options.exact) parameters.set('exact', '1')
  if (!options.cross) parameters.set('cross', '0')
  const context = await openContext(options.index)
  const evaluation = await evaluateIndex(context, queries, { judgments, parameters })
  await context.close()
  if (evaluation.queries === 0) {
    throw new UserError(
      'bad-request',
      'no query has a judgment',
      'Check that both files name queries alike',
    )
  }
  process.stdout.write(
    options.json ? `${JSON.stringify(evaluation, null, 2)}\n` : print(evaluation),
  )
}

async function read(file: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError('file-missing', `cannot read ${file}`, 'Check the path', { cause })
  })
}

function print({ queries, ndcg, recall, mrr, success, cpu }: Evaluation): string {
  const rows: [string, string][] = [
    ['queries', String(queries)],
    ['nDCG@10', ndcg.toFixed(4)],
    ['recall@10', recall.toFixed(4)],
    ['MRR@10', mrr.toFixed(4)],
    ['success@1', success.toFixed(4)],
    ['CPU ms p50, p95', `${cpu.p50.toFixed(1)}, ${cpu.p95.toFixed(1)}`],
  ]
  return rows.map(([name, value]) => `${name.padEnd(16)}${value}\n`).join('')
}
