/** The stages that one document goes through, as they ship: what is slow to load is loaded here, and only where one is read. */
import { ingestDocument, type DocumentTools } from './ingest/document.ts'
import type { Stages } from './ingest/stages.ts'
import { loadLexicon } from './load/lexicon.ts'
import { loadTaxonomy } from './load/taxonomy.ts'
import type { LanguageTag } from './model.ts'
import { createRepairer, needsLexicon } from './normalize/repair.ts'

/** The tools of one document's way through the stages, for the documents of a corpus. */
export function loadTools(corpus?: string): DocumentTools {
  return { taxonomy: loadTaxonomy(corpus), createRepairer: repairerWith(new Map()) }
}

/** Makes repairers that know some words of the user's own. */
function repairerWith(knownWords: ReadonlyMap<string, number>) {
  return (text: string, language: LanguageTag) =>
    createRepairer(text, {
      lexicon: needsLexicon(text) ? loadLexicon() : null,
      knownWords,
      ...(language === 'und' ? {} : { language }),
    })
}

/** Cuts, repairs and labels the documents of a corpus. */
export function loadIngest(corpus: string): Stages['ingest'] {
  const tools = loadTools(corpus)
  return async (document, ownWords) => {
    const knowing = ownWords ? { ...tools, createRepairer: repairerWith(ownWords) } : tools
    return ingestDocument(document, knowing)
  }
}
