/** Query × index → the clause that engines answer, and how each part was read. */
import { tokenize } from '../analyze/tokenize.ts'
import type { Clause } from '../engine/engine.ts'
import type { LanguageTag } from '../model.ts'
import type { Translator } from '../translate/translate.ts'
import type { CrossTerm, Interpretation } from './answer.ts'
import type { Census } from './census.ts'
import { queryLanguage } from './language.ts'
import { createPlanner } from './planner.ts'
import type { ParsedQuery, QueryNode } from './query.ts'
import { isQuestion, withoutOpening } from './question.ts'

/** What a plan is made with. */
export interface PlanRequest {
  readonly q: string
  readonly query: ParsedQuery
  readonly census: Census
  readonly translator: Translator | null
  readonly exact: boolean
  readonly cross: boolean
  readonly drop: readonly string[]
}

export interface Plan {
  readonly clause: Clause
  readonly language: LanguageTag
  /** Whether the query is a question, and not to be taken to the letter. */
  readonly asks: boolean
  readonly interpretation: readonly Interpretation[]
  readonly crossTerms: readonly CrossTerm[]
  /** Terms of the other language: highlights mark them differently. */
  readonly foreign: ReadonlySet<string>
  /** Words that the index does not know, and what they were taken for; none where nothing is near. */
  readonly unknown: readonly { readonly word: string; readonly taken: readonly string[] }[]
  /** Plain words of the query, in lower case, for reranking; a question's without those that open it. */
  readonly words: readonly string[]
}

/** Plans a query. */
export function planQuery(request: PlanRequest): Plan {
  const { root } = request.query
  const words = root ? wordsOf(root) : []
  const language = queryLanguage(request.q, words, request)
  const asks = !request.exact && isQuestion(request.q)
  const planner = createPlanner({ ...request, language, asks })
  const clause: Clause = root ? planner.plan(root) : { kind: 'all' }
  const said = asks ? withoutOpening(words) : words
  return { clause, language, asks, words: said, ...planner.findings() }
}

/** Every plain word of a query, in order. */
function wordsOf(node: QueryNode): string[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
    case 'within':
      return tokenize(node.text).map(({ form }) => form)
    case 'and':
    case 'or':
    case 'group':
    case 'near':
      return node.parts.flatMap(wordsOf)
    case 'must':
      return wordsOf(node.part)
    default:
      return []
  }
}
