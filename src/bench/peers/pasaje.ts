/** Pasaje: its analyzer, its planner and the compact engine, which counts facets in every answer. */
import { columnsOf, numberTerms } from '../../analyze/analyzer.ts'
import { createIndexWriter, openEngine } from '../../engine/open.ts'
import type { EngineRequest, SearchEngine } from '../../engine/engine.ts'
import type { Passage } from '../../model.ts'
import { censusOf, noFilters } from '../../search/census.ts'
import { planQuery } from '../../search/plan.ts'
import { parseQuery } from '../../search/query.ts'
import type { BenchPassage } from '../corpus.ts'
import type { BenchQuery, Peer, PeerAnswer } from '../peer.ts'

const unknown = { by: 'none', evidence: '' } as const

/** A passage as the ingest would have labelled it. */
export function passageOf({ id, text, facets, language, group }: BenchPassage): Passage {
  return {
    id,
    documentId: facets.doc,
    ordinal: 1,
    kind: 'paragraph',
    page: null,
    heading: null,
    section: facets.section,
    language,
    year: Number(facets.year),
    country: facets.country,
    printed: text,
    text,
    repairs: [],
    offers: [],
    source: { file: facets.doc, start: 0, end: text.length },
    duplicateOf: group === id ? null : group,
    labels: { language: unknown, section: unknown, year: unknown, country: unknown },
  }
}

export const pasaje: Peer = {
  name: 'pasaje',
  missing: async () => null,
  async build(passages, folder) {
    const writer = createIndexWriter(folder, null)
    try {
      for (const each of passages) {
        const passage = passageOf(each)
        const { id, language } = passage
        writer.addTerms({ id, language, stamp: '', index: () => numberTerms(passage) })
        writer.addColumns(columnsOf(passage))
      }
      await writer.finish()
    } finally {
      writer.close()
    }
  },
  async open(folder) {
    const engine = await openEngine(folder)
    const answer = (query: BenchQuery) => ask(engine, query)
    return { top: answer, facets: answer }
  },
}

async function ask(engine: SearchEngine, query: BenchQuery): Promise<PeerAnswer> {
  const q = textOf(query)
  const plan = planQuery({
    q,
    query: parseQuery(q),
    census: await censusOf(engine),
    translator: null,
    exact: false,
    cross: false,
    drop: [],
  })
  const request: EngineRequest = {
    clause: plan.clause,
    filters: noFilters,
    sort: 'relevance',
    offset: 0,
    limit: 10,
    collapse: true,
  }
  const { total, hits } = await engine.search(request)
  return { total, ids: hits.map(({ id }) => id) }
}

function textOf({ kind, words }: BenchQuery): string {
  if (kind === 'and') return words.join(' AND ')
  if (kind === 'or') return words.join(' OR ')
  if (kind === 'phrase') return `"${words.join(' ')}"`
  if (kind === 'prefix') return `${words[0]}*`
  // As many edits as the others are asked for.
  return kind === 'fuzzy' ? `${words[0]}~${words[0]!.length < 8 ? 1 : 2}` : words.join(' ')
}
