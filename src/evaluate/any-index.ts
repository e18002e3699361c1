/** Retrieval measures of any index: queries and judgments from files, answers from the one search. */
import { UserError } from '../errors.ts'
import { parseParameters } from '../search/parameters.ts'
import { search, type SearchContext } from '../search/search.ts'
import { mean, ndcg, type Judgments } from './measures.ts'

export interface EvaluatedQuery {
  readonly id: string
  readonly text: string
}

export interface Evaluation {
  readonly queries: number
  /** All at 10, means over the judged queries. */
  readonly ndcg: number
  readonly recall: number
  readonly mrr: number
  readonly success: number
  /** CPU milliseconds a query, the median and the 95th percentile. */
  readonly cpu: { readonly p50: number; readonly p95: number }
  readonly perQuery: readonly { readonly id: string; readonly ndcg: number }[]
}

/** Queries as JSON lines `{ id, text }` or tab-separated `id, text`. UserError `bad-request` for any other line. */
export function parseQueries(text: string): EvaluatedQuery[] {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id, words] = line.startsWith('{') ? fromJson(line) : line.split('\t')
      if (typeof id === 'string' && typeof words === 'string') return { id, text: words }
      throw new UserError(
        'bad-request',
        `this line is not a query: ${line.slice(0, 60)}`,
        'Give one a line, as {"id": "…", "text": "…"} or id, a tab and the text',
      )
    })
}

function fromJson(line: string): [unknown, unknown] {
  try {
    const { id, text } = JSON.parse(line) as { id?: unknown; text?: unknown }
    return [id, text]
  } catch {
    return [null, null]
  }
}

const depth = 10

/**
 * Runs the judged queries with the parameters given besides. A judgment names a passage by its id, or a document where each
 * document is one passage: then the ranking is of documents, each at its first passage.
 */
export async function evaluateIndex(
  context: SearchContext,
  queries: readonly EvaluatedQuery[],
  { judgments, parameters }: { judgments: Judgments; parameters: URLSearchParams },
): Promise<Evaluation> {
  const rows: { id: string; ndcg: number; recall: number; rank: number; cpu: number }[] = []
  for (const { id, text } of queries) {
    const grades = judgments.get(id)
    if (!grades) continue
    const address = new URLSearchParams(parameters)
    address.set('q', text)
    address.set('per_page', '20')
    if (!address.has('collapse')) address.set('collapse', '0')
    const start = process.cpuUsage()
    const { results } = await search(context, parseParameters(address))
    const { user, system } = process.cpuUsage(start)
    const names = results.map((result) =>
      grades.has(result.document.id) ? result.document.id : result.id,
    )
    const ranked = [...new Set(names)].slice(0, depth)
    const found = ranked.filter((name) => grades.has(name)).length
    const rank = ranked.findIndex((name) => grades.has(name)) + 1
    const recall = found / grades.size
    rows.push({ id, ndcg: ndcg(grades, ranked), recall, rank, cpu: (user + system) / 1000 })
  }
  return summary(rows)
}

function summary(
  rows: readonly { id: string; ndcg: number; recall: number; rank: number; cpu: number }[],
): Evaluation {
  const times = rows.map(({ cpu }) => cpu).toSorted((left, right) => left - right)
  const percentile = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
  return {
    queries: rows.length,
    ndcg: mean(rows.map((row) => row.ndcg)),
    recall: mean(rows.map(({ recall }) => recall)),
    mrr: mean(rows.map(({ rank }) => (rank > 0 ? 1 / rank : 0))),
    success: mean(rows.map(({ rank }) => (rank === 1 ? 1 : 0))),
    cpu: { p50: percentile(0.5), p95: percentile(0.95) },
    perQuery: rows.map((row) => ({ id: row.id, ndcg: row.ndcg })),
  }
}
