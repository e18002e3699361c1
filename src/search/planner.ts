/** The parts of a query → clauses, one function a kind of part, and the notes taken on the way. */
import { exactTerm, spellingTerms } from '../analyze/analyzer.ts'
import { isStopWord } from '../analyze/stop-words.ts'
import { tokenize } from '../analyze/tokenize.ts'
import type { Clause, Slot, Vocabulary } from '../engine/engine.ts'
import type { LanguageTag } from '../model.ts'
import type { CrossTerm, Interpretation } from './answer.ts'
import { crossSearch, type Addition } from './cross.ts'
import { valuesMeant } from './fields.ts'
import { createInterpretation } from './interpretation.ts'
import { fuzzyClause, wordClause } from './clauses.ts'
import { apart, wordsIn, withoutGenitive } from './compounds.ts'
import type { PlanRequest } from './plan.ts'
import type { QueryNode, RankedNode } from './query.ts'
import { bareTerms, type Reading } from './terms.ts'
import { tuning } from './tuning.ts'
import { spelledOut, wildcardClause, wildcardTerms } from './wildcard.ts'

type Node<Kind extends QueryNode['kind']> = Extract<QueryNode, { kind: Kind }>

export interface PlannerRequest extends PlanRequest {
  readonly language: LanguageTag
  /** As Plan.asks. */
  readonly asks: boolean
}

/** Plans one query; `findings` are complete once `plan` has returned. */
export function createPlanner(request: PlannerRequest) {
  const { census, exact, language, asks } = request
  const crossTerms: CrossTerm[] = []
  const said = createInterpretation(request.query)
  const foreign = new Set<string>()
  const unknown: { word: string; taken: readonly string[] }[] = []
  const loose: Reading = { census, language, exact, strict: false }
  let isNegative = false

  function note(node: QueryNode, kind: Interpretation['kind'], also: readonly string[] = []): void {
    said.note(node, { kind: isNegative ? 'not' : kind, also })
  }

  function plan(node: QueryNode): Clause {
    if (node.kind === 'group') return ranked(node.parts)
    return isRanked(node) || node.kind === 'must' || node.kind === 'not'
      ? ranked([node])
      : strict(node)
  }

  /** The default: words side by side are ranked; everything that a person marked must hold. */
  function ranked(parts: readonly QueryNode[]): Clause {
    const plain = parts.filter(isRanked).flatMap((part) => (asks ? apart(part) : part))
    // What a question quotes it may quote from anywhere: the quotation counts, and so do its words.
    const quoted = parts.filter((part): part is Node<'phrase'> => asks && part.kind === 'phrase')
    const marked = parts
      .filter((part) => !isRanked(part) && !(asks && part.kind === 'phrase'))
      .map(strict)
    const words = [...plain, ...quoted.flatMap(wordsIn)]
    const quotations = quoted.map(strict)
    const clauses = [...wordClauses(contentOf(words), words), ...quotations]
    const within: Clause = marked.length === 1 ? marked[0]! : { kind: 'and', clauses: marked }
    if (clauses.length === 0) return within
    return { kind: 'ranked', clauses, ...needOf(clauses.length), within }
  }

  /** How many words a passage must have. Questions say much that their answers do not. */
  function needOf(words: number): Pick<Extract<Clause, { kind: 'ranked' }>, 'need' | 'relaxed'> {
    if (asks) return { need: 1 }
    if (exact || words < tuning.manyWords) return { need: words }
    const relaxed = { below: tuning.enough, need: Math.ceil(words * tuning.shareOfMany) }
    return { need: words, relaxed }
  }

  /** What is left without stop words; all where nothing is. Capitals among small letters are a name: US, WHO. */
  function contentOf(nodes: readonly RankedNode[]): readonly RankedNode[] {
    if (exact) return nodes
    const isShouted = request.q === request.q.toUpperCase()
    const content = nodes.filter((node) => {
      if (node.kind !== 'word') return true
      if (!isShouted && /^\p{Lu}{2,}$/u.test(node.text)) return true
      return !tokenize(node.text).every(({ form }) => isCommon(form, language))
    })
    return content.length > 0 ? content : nodes
  }

  /** Clauses of words side by side, with what they are called in the other language where `nodes` stand in `context`. */
  function wordClauses(nodes: readonly RankedNode[], context: readonly RankedNode[]): Clause[] {
    const reading: Reading = { ...loose, strict: nodes.length === 1 }
    const words = context.flatMap((node) => {
      return node.kind === 'word' ? tokenize(node.text).map(({ form }) => ({ node, form })) : []
    })
    const additions = translated(words.map(({ form }) => form))
    return nodes.map((node) => {
      const first = words.findIndex((word) => word.node === node)
      return rankedClause(node, reading, (at) => additions.get(first + at))
    })
  }

  function translated(words: readonly string[]): ReadonlyMap<number, Addition> {
    if (exact || !request.cross || isNegative || words.length === 0) return new Map()
    const found = crossSearch({ ...request, words })
    for (const term of found.crossTerms) {
      if (!crossTerms.some(({ word }) => word === term.word)) crossTerms.push(term)
    }
    for (const term of found.foreign) foreign.add(term)
    return found.additions
  }

  function rankedClause(
    node: RankedNode,
    reading: Reading,
    addition: (at: number) => Addition | undefined,
  ): Clause {
    if (node.kind === 'wildcard') return wildcard(node)
    if (node.kind === 'fuzzy') return fuzzy(node)
    const tokens = exact ? tokenize(node.text) : withoutGenitive(tokenize(node.text), node.text)
    const [token] = tokens
    // 'anti-trafficking' is one thing: its words stand side by side.
    if (!token || tokens.length > 1) {
      note(node, 'word')
      return { kind: 'phrase', slots: tokens.map(({ form }) => bareTerms(form, reading)) }
    }
    const { clause, also, taken } = wordClause(token, reading, addition(0))
    if (taken) unknown.push({ word: token.form, taken })
    said.note(node, { kind: isNegative ? 'not' : 'word', also, isUnknown: taken !== null })
    return clause
  }

  /** A part that must hold as it is. */
  function strict(node: QueryNode): Clause {
    switch (node.kind) {
      case 'word':
      case 'wildcard':
      case 'fuzzy':
        return wordClauses([node], [node])[0]!
      case 'group':
      case 'and':
        return { kind: 'and', clauses: node.parts.map(strict) }
      case 'or':
        return { kind: 'or', clauses: node.parts.map(strict) }
      case 'must':
        return strict(node.part)
      case 'not':
        return negative(node)
      case 'phrase':
        note(node, 'phrase')
        return { kind: 'phrase', slots: slotsOf(node.text) }
      case 'within':
        note(node, 'near')
        return { kind: 'near', groups: slotsOf(node.text).map(slotClause), distance: node.distance }
      case 'near':
        return near(node)
      case 'years':
        note(node, 'field')
        return { kind: 'years', min: node.min, max: node.max }
      case 'filter':
        note(node, 'field')
        return filter(node)
    }
  }

  function negative({ part }: Node<'not'>): Clause {
    isNegative = !isNegative
    const clause = strict(part)
    isNegative = !isNegative
    return { kind: 'not', clause }
  }

  /** `a /5 b`; a part that is itself such a pair stands for its last part: in `a /s b /5 c`, c is near b. */
  function near(node: Node<'near'>): Clause {
    if (node.distance === 'passage') return { kind: 'and', clauses: node.parts.map(strict) }
    note(node, node.distance === 'sentence' ? 'sentence' : 'near')
    const { inner, groups } = said.quietly(() => ({
      inner: node.parts.filter((part) => part.kind === 'near').map(strict),
      groups: node.parts.map((part) => groupOf(strict(lastOf(part)), census.vocabulary)),
    }))
    const clause: Clause = { kind: 'near', groups, distance: node.distance }
    return inner.length === 0 ? clause : { kind: 'and', clauses: [...inner, clause] }
  }

  /** Quotation marks mean: as written; accents count only where exact. */
  function slotsOf(text: string): Slot[] {
    const pieces = text.includes('*') ? text.split(/\s+/u) : [text]
    return pieces.flatMap((piece): Slot[] => {
      if (/[\p{L}\p{N}]\*|\*[\p{L}\p{N}]/u.test(piece))
        return [wildcardTerms(piece, exact, census.vocabulary)]
      return tokenize(piece).map(({ form }) => (exact ? [exactTerm(form)] : spellingTerms(form)))
    })
  }

  function wildcard(node: Node<'wildcard'>): Clause {
    if (/^\*+$/u.test(node.pattern)) return { kind: 'all' }
    const { clause, also } = wildcardClause(node.pattern, exact, census.vocabulary)
    note(node, 'prefix', also)
    return clause
  }

  function fuzzy(node: Node<'fuzzy'>): Clause {
    const { clause, also } = fuzzyClause(node, { ...loose, strict: true })
    note(node, 'fuzzy', also)
    return clause
  }

  function filter(node: Node<'filter'>): Clause {
    const { facet } = node
    const values = valuesMeant(node, census.values[facet])
    const clauses = values.map((value): Clause => ({ kind: 'filter', facet, value }))
    return clauses.length === 1 ? clauses[0]! : { kind: 'or', clauses }
  }

  return {
    plan,
    findings: () => ({
      interpretation: said.parts(),
      crossTerms,
      foreign,
      unknown,
    }),
  }
}

function isRanked(node: QueryNode): node is RankedNode {
  return node.kind === 'word' || node.kind === 'wildcard' || node.kind === 'fuzzy'
}

function lastOf(node: QueryNode): QueryNode {
  return node.kind === 'near' ? lastOf(node.parts.at(-1)!) : node
}

function slotClause(slot: Slot): Clause {
  return { kind: 'terms', terms: slot.map((term) => ({ term, weight: 1 })) }
}

/** What can be near something: words and phrases, not a rendering that is itself a nearness. */
function groupOf(clause: Clause, vocabulary: Vocabulary): Clause {
  if (clause.kind === 'prefix') return spelledOut(clause, vocabulary)
  if (clause.kind !== 'or') return clause
  const parts = clause.clauses.filter(({ kind }) => kind !== 'near')
  return { kind: 'or', clauses: parts.map((part) => groupOf(part, vocabulary)) }
}

function isCommon(form: string, language: LanguageTag): boolean {
  if (language === 'und') return isStopWord(form, 'en') || isStopWord(form, 'es')
  return isStopWord(form, language)
}
